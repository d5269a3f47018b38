"""A commitment while it is in its form: where it stands in the draft, and what stands in the fields."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from logger.domain.drafting.draft_reading import ReadCommitment, read_commitment
from logger.domain.drafting.pledge_drafts import (
    Spot,
    areas_of,
    commitments_of,
    find,
    mark_of,
    new_id,
    outline_of,
    with_commitment,
)
from logger.domain.drafting.shapes import shaped
from logger.domain.drafting.wording_hints import hints
from logger.domain.pledge_files.pledge_export import Document
from logger.domain.refusing.refusals import NotFound
from logger.services.pledges.pledge_drafting import Change, OpenedDraft
from logger.web.pledges.commitment_fields import commitment_in, unfit
from logger.web.pledges.draft_faults import by_field
from logger.web.pledges.typed import Typed
from logger.web.texts import t
from logger.web.whole_numbers import whole

SHAPE, SUGGEST, OPTION, EXCEPTION = "form:", "foresla", "alternativ", "undantag"
WORDS_IN_AN_ID = 4
TAKEN = "Ett annat åtagande heter så i filen."


@dataclass(frozen=True, slots=True)
class Editing:
    """`stands` is the commitment's spot in the draft, None for a new one; `area` is where it is to stand."""

    opened: OpenedDraft
    stands: Spot | None
    area: int
    commitment: Document
    mark: str

    @property
    def draft(self) -> Document:
        """The draft with the commitment as it is in the form."""
        return with_commitment(self.opened.document, self.area, self.named, self.stands)

    @property
    def spot(self) -> Spot:
        """Where it stands in that."""
        if self.stands is not None and self.stands.area == self.area:
            return self.stands
        return Spot(self.area, len(areas_of(self.opened.document)[self.area].get("commitments", ())))

    @property
    def named(self) -> Document:
        """The commitment with an id: its own, or one made from its name or its first words."""
        if self.commitment.get("id"):
            return self.commitment
        words = str(self.commitment.get("wording", "")).split()[:WORDS_IN_AN_ID]
        name = str(self.commitment.get("label") or " ".join(words))
        return {"id": new_id(name, self._other_ids()), **self.commitment}

    def _other_ids(self) -> frozenset[str]:
        all_of = commitments_of(self.opened.document)
        return frozenset(str(each.get("id", "")) for spot, each in all_of if spot != self.stands)

    def read(self) -> ReadCommitment:
        """The commitment as it would be read."""
        return read_commitment(self.draft, self.spot, self.opened.known)

    def faults(self) -> Mapping[str, str]:
        """What is wrong, by field."""
        taken = {"id": t(TAKEN)} if self.named["id"] in self._other_ids() else {}
        return {**by_field(self.read().faults), **unfit(self.commitment), **taken}

    def change(self) -> Change:
        """The change that saving makes, held to what was looked at: the commitment, or the outline."""
        named, stands, area = self.named, self.stands, self.area

        def part(draft: Document) -> object:
            return outline_of(draft) if stands is None else _at(draft, stands)

        return Change(self.mark, part, lambda draft: with_commitment(draft, area, named, stands))


def opened_for(opened: OpenedDraft, commitment_id: str | None, area: int) -> Editing:
    """The form over a commitment that stands, or over an empty one of the focus area. Raises NotFound."""
    document = opened.document
    if commitment_id is None:
        if area >= len(areas_of(document)):
            raise NotFound
        return Editing(opened, None, area, {}, mark_of(outline_of(document)))
    found = find(document, commitment_id)
    if found is None:
        raise NotFound
    spot, commitment = found
    return Editing(opened, spot, spot.area, commitment, mark_of(commitment))


def typed_in(editing: Editing, form: Typed) -> Editing:
    """The same with what was typed, and the mark that the form was sent with."""
    area, number = whole(form.get("area", ""), 4), len(areas_of(editing.opened.document))
    return replace(
        editing,
        area=area if area is not None and area < number else editing.area,
        commitment=commitment_in(form),
        mark=form.get("mark", ""),
    )


def pressed(editing: Editing, deed: str) -> Editing:
    """The same after a button that fills in or makes room."""
    if deed.startswith(SHAPE):
        return replace(editing, commitment=shaped(editing.commitment, deed.removeprefix(SHAPE)))
    if deed == SUGGEST:
        return replace(editing, commitment=_suggested(editing))
    counts = editing.commitment.get("counts", {})
    if deed == OPTION:
        counts = {**counts, "any_of": [*counts.get("any_of", ()), {}]}
    elif deed == EXCEPTION:
        counts = {"except": {}, **counts}
    return replace(editing, commitment={**editing.commitment, "counts": counts})


def _suggested(editing: Editing) -> Document:
    """What the words point at, where nothing has been filled in; the target is theirs to say."""
    commitment = editing.commitment
    found = hints(str(commitment.get("wording", "")), editing.opened.known.words)
    performers = commitment.get("performers") or list(found.performers)
    responsible = commitment.get("responsible") or performers
    people = {"performers": performers, "responsible": responsible} if performers else {}
    return {
        **commitment,
        **people,
        "counts": {**found.counts, **commitment.get("counts", {})},
        "target": found.target,
    }


def _at(draft: Document, spot: Spot) -> object:
    """What stands at the spot; nothing where the draft has become shorter."""
    return next((each for where, each in commitments_of(draft) if where == spot), None)
