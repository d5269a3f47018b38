"""A draft as its page prints it: the document with what can be done to each part, and what is not ready."""

from dataclasses import dataclass
from datetime import date

from logger.domain.drafting.draft_reading import ReadDraft, read_commitment, read_draft
from logger.domain.drafting.pledge_differences import Words
from logger.domain.drafting.pledge_drafts import Spot, areas_of, commitments_of, mark_of, outline_of
from logger.domain.pledge_files.pledge_export import Document
from logger.services.pledges.pledge_drafting import OpenedDraft
from logger.web.dates import long_date
from logger.web.pledges.coach_words import sentence
from logger.web.pledges.draft_faults import sentence_of
from logger.web.pledges.pledge_document import DocumentRow, Facts, document_row
from logger.web.texts import spoken, t
from logger.web.words import capital

NO_AREAS = "Lägg till det första fokusområdet."
NO_COMMITMENTS = "Fokusområdet ”{0}” har inga åtaganden än."


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A commitment of the draft, with what the coach says; without sentences where something is wrong."""

    id: str
    name: str
    row: DocumentRow
    faults: tuple[str, ...]
    notes: tuple[str, ...]
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class DraftArea:
    """A focus area of the draft."""

    number: int
    name: str
    rows: tuple[DraftRow, ...]
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class DraftPage:
    """The whole page; `missing` is what stands between the draft and a version."""

    title: str
    address: str
    back: str
    mark: str
    facts: Facts
    areas: tuple[DraftArea, ...]
    missing: tuple[str, ...]
    reason: str


def draft_page(opened: OpenedDraft, reason: str = "") -> DraftPage:
    """The page in words."""
    draft, document = opened.draft, opened.document
    whole = read_draft(document, opened.known)
    address = f"/loften/{draft.municipality}/{draft.key}"
    return DraftPage(
        title=str(document.get("title", "")),
        address=f"{address}/utkast",
        back=address if draft.based_on else "/loften",
        mark=mark_of(outline_of(document)),
        facts=_facts(opened),
        areas=tuple(_area(opened, whole, number) for number in range(len(areas_of(document)))),
        missing=tuple(_missing(opened, whole)),
        reason=reason,
    )


def words_in(opened: OpenedDraft) -> Words:
    """The names that sentences about the draft use."""
    return Words(opened.known.words, opened.known.places, spoken())


def _facts(opened: OpenedDraft) -> Facts:
    document = opened.document
    valid, signed = document.get("valid", {}), document.get("signed")
    parties = words_in(opened).organisations(tuple(document.get("parties", ())))
    said = (
        (t("Gäller"), " – ".join(_day(valid.get(bound)) for bound in ("from", "to"))),
        ("Parter", capital(parties)),
        (t("Undertecknat"), _day(signed)),
        (t("Utgår från"), t("version {0}", opened.draft.based_on) if opened.draft.based_on else ""),
    )
    return tuple((name, value) for name, value in said if value)


def _day(iso: str | None) -> str:
    return long_date(date.fromisoformat(iso)) if iso else ""


def _area(opened: OpenedDraft, whole: ReadDraft, number: int) -> DraftArea:
    areas = areas_of(opened.document)
    inside = areas[number].get("commitments", [])
    rows = tuple(
        _row(opened, whole, Spot(number, index), each, len(inside)) for index, each in enumerate(inside)
    )
    return DraftArea(number, str(areas[number]["name"]), rows, number == 0, number == len(areas) - 1)


def _row(opened: OpenedDraft, whole: ReadDraft, spot: Spot, document: Document, count: int) -> DraftRow:
    read, words = read_commitment(opened.document, spot, opened.known, whole), words_in(opened)
    name = str(document.get("label") or document.get("wording", ""))
    if read.commitment and read.pledge:
        row = document_row(read.commitment, read.pledge, words)
    else:
        row = DocumentRow(str(document["id"]), str(document.get("label", "")), str(document["wording"]))
    faults = tuple(sentence_of(each) for each in read.faults)
    notes = sentence(read, opened.known).notes
    return DraftRow(str(document["id"]), name, row, faults, notes, spot.index == 0, spot.index == count - 1)


def _missing(opened: OpenedDraft, whole: ReadDraft) -> list[str]:
    """What a version lacks, in the draft's order; faults of commitments stand beside these."""
    areas = areas_of(opened.document)
    if not areas:
        return [t(NO_AREAS)]
    empty = [t(NO_COMMITMENTS, each["name"]) for each in areas if not each.get("commitments")]
    faulty = {str(commitment["id"]) for _, commitment in commitments_of(opened.document)}
    if empty or whole.pledge or not faulty:
        return empty
    return [t("Något åtagande behöver ses över. Det står vid åtagandet vad som är fel.")]
