"""The form of a commitment as its page prints it: every field with its choices and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from logger.domain.drafting.draft_reading import Known
from logger.domain.drafting.pledge_drafts import Spot, areas_of, commitments_of
from logger.domain.drafting.shapes import SHAPES
from logger.domain.pledge_files.pledge_export import Document
from logger.domain.terms import Term
from logger.web.activities.correction_form import Choice
from logger.web.pledges.heading_form import organisation_choices
from logger.web.pledges.rule_form import RuleFields, chosen, rule_fields, select
from logger.web.pledges.target_form import TargetFields, target_fields
from logger.web.texts import t


@dataclass(frozen=True, slots=True)
class ShapeChoice:
    """A ready-made shape to press, with an example of its words."""

    code: str
    name: str
    example: str


@dataclass(frozen=True, slots=True)
class CommitmentForm:
    """The whole form. `faults` is by field, for a summary; each field carries its own."""

    id: str
    wording: str
    label: str
    area: tuple[Choice, ...]
    performers: tuple[Choice, ...]
    responsible: tuple[Choice, ...]
    first: str
    last: str
    shapes: tuple[ShapeChoice, ...]
    target: TargetFields
    rule: RuleFields
    faults: Mapping[str, str] = field(default_factory=dict)


def commitment_form(
    draft: Document, spot: Spot, commitment: Document, known: Known, faults: Mapping[str, str]
) -> CommitmentForm:
    """The form over a commitment that stands, or is to stand, in the spot's focus area."""
    parties = list(draft.get("parties", ()))
    organisations = organisation_choices(known.words, [], parties)
    valid: Mapping[str, Any] = commitment.get("valid", {})
    return CommitmentForm(
        id=str(commitment.get("id", "")),
        wording=str(commitment.get("wording", "")),
        label=str(commitment.get("label", "")),
        area=_areas(draft, spot.area),
        performers=chosen(organisations, commitment.get("performers", ())),
        responsible=chosen(organisations, commitment.get("responsible", ())),
        first=str(valid.get("from", "")),
        last=str(valid.get("to", "")),
        shapes=tuple(ShapeChoice(each.code, t(each.name), each.example) for each in SHAPES),
        target=target_fields(
            commitment.get("target", {}), known.words, _others(draft, spot, commitment), faults
        ),
        rule=rule_fields("counts", commitment.get("counts", {}), known, organisations, faults),
        faults=faults,
    )


def _areas(draft: Document, number: int) -> tuple[Choice, ...]:
    names = (str(area.get("name", "")) for area in areas_of(draft))
    return tuple(Choice(str(index), name, index == number) for index, name in enumerate(names))


def _others(draft: Document, spot: Spot, commitment: Document) -> tuple[Choice, ...]:
    """The commitments that this one may be in addition to."""
    beyond = commitment.get("target", {}).get("in_addition_to", "")
    others = (each for where, each in commitments_of(draft) if where != spot)
    terms = [Term(str(each["id"]), str(each.get("label") or each["wording"])[:80], "") for each in others]
    return select(terms, beyond, none=t("Nej"))
