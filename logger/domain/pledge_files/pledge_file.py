"""Reading a pledge file: from its nodes to a pledge, or to every fault by line."""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from logger.domain.periods import Days
from logger.domain.pledge_files.faults import Fault, PledgeFileFaults
from logger.domain.pledge_files.forms import Form, did_you_mean
from logger.domain.pledge_files.nodes import Node
from logger.domain.pledge_files.rule_file import KnownCodes, known_organisations, read_rule
from logger.domain.pledge_files.target_file import Promise, read_target
from logger.domain.pledges import Commitment, FocusArea, Pledge, Rule
from logger.domain.said import Said
from logger.domain.targets import Count, InTotal, Unit
from logger.domain.terms import Vocabulary

__all__ = ["Fault", "PledgeFileFaults", "read_pledge"]

FORMAT = 1
LONGEST_LABEL = 40
PLEDGE_KEYS = (
    "format", "municipality", "local_police_district", "title", "valid", "signed", "parties", "focus_areas",
)  # fmt: skip
COMMITMENT_KEYS = (
    "id", "wording", "label", "performers", "responsible", "valid", "counts", "target",
)  # fmt: skip

_MUNICIPALITY = re.compile(r"[0-9]{4}")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")


def read_pledge(node: Node, vocabulary: Vocabulary, places: Container[str] | None = None) -> Pledge:
    """The pledge that a file's nodes describe.

    `places` are the ids of the municipality's places; where they are not given, places are not checked.
    Raises PledgeFileFaults with every fault. Source: the counting page, "The pledge file".
    """
    faults: list[Fault] = []
    form = Form.of(node, faults, PLEDGE_KEYS, Said("löftet"))
    pledge = _pledge(form, vocabulary, places) if form else None
    if faults or pledge is None:
        raise PledgeFileFaults(faults, pledge if all(fault.countable for fault in faults) else None)
    return pledge


@dataclass(frozen=True, slots=True)
class _Draft:
    """A commitment as far as it could be read; `form` knows its lines."""

    form: Form
    id: str
    wording: str
    label: str
    performers: tuple[str, ...]
    responsible: tuple[str, ...]
    counts: Rule
    valid: Days | None
    promise: Promise

    def commitment(self) -> Commitment | None:
        """The commitment, when its validity and its target could be read."""
        if self.valid is None or self.promise.target is None:
            return None
        return Commitment(
            self.id,
            self.wording,
            self.promise.target,
            self.valid,
            self.counts,
            self.label,
            self.performers,
            self.responsible,
            self.promise.in_addition_to,
            self.promise.pauses,
        )


def _pledge(form: Form, vocabulary: Vocabulary, places: Container[str] | None) -> Pledge | None:
    _check_format(form)
    parties = tuple(party.text for party in form.codes("parties"))
    known = KnownCodes(vocabulary, frozenset(parties), places)
    municipality, valid = _municipality(form), form.days("valid", required=True)
    title, district = form.text("title", required=True), form.text("local_police_district")
    signed = form.day("signed")
    areas = [_area(each, form.faults, valid, known) for each in form.listing("focus_areas", required=True)]
    drafts = [draft for _, inside in areas for draft in inside]
    _refuse_same_id(drafts)
    _refuse_wrong_in_addition(drafts)
    if valid is None:
        return None
    focus_areas = tuple(FocusArea(name, _commitments(inside)) for name, inside in areas)
    return Pledge(municipality, title, valid, focus_areas, district, signed, parties)


def _commitments(drafts: Iterable[_Draft]) -> tuple[Commitment, ...]:
    return tuple(filter(None, (draft.commitment() for draft in drafts)))


def _check_format(form: Form) -> None:
    version = form.whole("format", least=1, required=True)
    if version is not None and version != FORMAT:
        form.fault(form.line_of("format"), Said('"format" ska vara {0}, inte {1}', FORMAT, version))


def _municipality(form: Form) -> str:
    code = form.text("municipality", required=True)
    if code and not _MUNICIPALITY.fullmatch(code):
        form.fault(
            form.line_of("municipality"),
            Said('"municipality" ska vara en kommunkod med fyra siffror, inte "{0}"', code),
        )
    return code


def _area(node: Node, faults: list[Fault], valid: Days | None, known: KnownCodes) -> tuple[str, list[_Draft]]:
    form = Form.of(node, faults, ("name", "commitments"), Said("ett fokusområde"))
    if form is None:
        return "", []
    drafts = (_draft(each, faults, valid, known) for each in form.listing("commitments", required=True))
    return form.text("name", required=True), [draft for draft in drafts if draft]


def _draft(node: Node, faults: list[Fault], valid: Days | None, known: KnownCodes) -> _Draft | None:
    form = Form.of(node, faults, COMMITMENT_KEYS, Said("ett åtagande"))
    if form is None:
        return None
    own_valid = form.days("valid") if form.has("valid") else valid
    counts, target = form.node("counts"), form.node("target", required=True)
    rule = read_rule(counts, faults, known) if counts else Rule()
    return _Draft(
        form,
        _id(form),
        form.text("wording", required=True),
        _label(form),
        known_organisations(form, "performers", known),
        known_organisations(form, "responsible", known),
        rule,
        own_valid,
        read_target(target, faults, rule, own_valid, known) if target else Promise(),
    )


def _id(form: Form) -> str:
    name = form.text("id", required=True)
    if name and not _ID.fullmatch(name):
        form.fault(form.line_of("id"), Said('"id" ska bestå av a–z, 0–9 och bindestreck, inte "{0}"', name))
    return name


def _label(form: Form) -> str:
    label = form.text("label")
    if len(label) > LONGEST_LABEL:
        form.fault(
            form.line_of("label"),
            Said('"label" får vara högst {0} tecken; denna är {1}', LONGEST_LABEL, len(label)),
        )
    return label


def _refuse_same_id(drafts: Sequence[_Draft]) -> None:
    first: dict[str, _Draft] = {}
    for draft in drafts:
        if draft.id and first.setdefault(draft.id, draft) is not draft:
            there = first[draft.id].form.line_of("id")
            again = Said('två åtaganden har id "{0}"; det första står på rad {1}', draft.id, there)
            draft.form.fault(draft.form.line_of("id"), again)


def _refuse_wrong_in_addition(drafts: Sequence[_Draft]) -> None:
    """What is gone beyond must be plain occasions in total, or nobody could say which were used up."""
    promises = {draft.id: draft.promise for draft in reversed(drafts)}
    for draft in drafts:
        name = draft.promise.in_addition_to
        if name is None:
            continue
        match promises.get(name):
            case None:
                wrong = Said('inget åtagande har id "{0}"{1}', name, did_you_mean(name, promises))
            case Promise(target=None):
                continue
            case Promise(target=Count(judged=InTotal(), unit=Unit.OCCASION), in_addition_to=None):
                continue
            case _:
                wrong = Said('"{0}" måste vara ett annat count, utan per, unit och in_addition_to', name)
        draft.form.fault(draft.promise.line, Said('"in_addition_to": {0}', wrong))
