"""The list of pledges, one with its versions, and what differs between two, as the pages print them."""

from dataclasses import dataclass
from datetime import date, datetime

from logger.domain.drafting.pledge_differences import CommitmentChange, Fate
from logger.domain.drafting.pledge_versions import VersionOfPledge
from logger.domain.periods import local_date
from logger.domain.pledges import Pledge
from logger.services.pledges.pledge_shelf import (
    Compared,
    OpenedPledge,
    Shelf,
    ShelvedPledge,
    Who,
)
from logger.web.dates import days, long_date
from logger.web.pledges.pledge_document import DocumentArea, Facts, document, heading_facts
from logger.web.pledges.pledge_states import DRAFT, REPLACED, WAITS, State, state_in_time, state_of
from logger.web.texts import spoken, t
from logger.web.words import Noun

COMMITMENT = Noun("åtagande", "åtaganden", "commitment", "commitments", neuter=True)
FATES = {Fate.ADDED: "Nytt", Fate.REMOVED: "Borttaget", Fate.CHANGED: "Ändrat"}


@dataclass(frozen=True, slots=True)
class PledgeLine:
    """One pledge of the list."""

    href: str
    title: str
    valid: str
    size: str
    states: tuple[State, ...]


@dataclass(frozen=True, slots=True)
class ShelfView:
    """A municipality's pledges; `new` is where another is begun, empty for those who may not."""

    municipality: str
    lines: tuple[PledgeLine, ...]
    new: str


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version: where it stands, and each deed about it with who, when and why."""

    number: int
    href: str
    shown: bool
    state: State
    deeds: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One commitment that differs (or the heading, without fate)."""

    name: str
    fate: str
    second: str
    changes: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class PledgePage:
    """One pledge at one version."""

    title: str
    address: str
    number: int
    state: State
    facts: Facts
    areas: tuple[DocumentArea, ...]
    versions: tuple[VersionLine, ...]
    waits: int
    file: str
    draft: str
    edits: bool
    approves: bool


def shelf_view(shelf: Shelf, today: date) -> ShelfView:
    """The pledges of one municipality in words."""
    code = shelf.municipality.code
    lines = tuple(_line(each, pledge, today) for each, pledge in shelf.pledges)
    return ShelfView(shelf.municipality.name, lines, f"/loften/{code}/nytt" if shelf.edits else "")


def pledge_page(opened: OpenedPledge, today: date) -> PledgePage:
    """One version of a pledge in words."""
    shelved, address = opened.shelved, address_of(opened.shelved)
    waiting, version = shelved.waiting, opened.version
    counts = version is shelved.in_force
    state = state_in_time(opened.pledge, today) if counts else state_of(version, shelved)
    return PledgePage(
        title=opened.pledge.title,
        address=address,
        number=opened.version.number,
        state=state,
        facts=heading_facts(opened.pledge, opened.words),
        areas=document(opened.pledge, opened.words),
        versions=tuple(_version(each, opened) for each in shelved.versions),
        waits=waiting.number if waiting else 0,
        file=f"{address}/fil?version={opened.version.number}",
        draft=f"{address}/utkast" if shelved.draft else "",
        edits=opened.edits,
        approves=opened.approves and waiting is not None and waiting.number == opened.version.number,
    )


def changes_of(compared: Compared) -> tuple[ChangeView, ...]:
    """What differs, the heading first."""
    found = compared.difference(spoken())
    heading = tuple((t(each.what), each.before, each.after) for each in found.heading)
    about = (ChangeView(t("Löftet"), t(FATES[Fate.CHANGED]), "", heading),) if heading else ()
    return (*about, *(_change(each) for each in found.commitments))


def address_of(shelved: ShelvedPledge) -> str:
    """Where the pledge's page is."""
    return f"/loften/{shelved.municipality}/{shelved.key}"


def _line(shelved: ShelvedPledge, pledge: Pledge | None, today: date) -> PledgeLine:
    address = address_of(shelved)
    if pledge is None:
        heading = shelved.draft.document if shelved.draft else {}
        bounds = heading.get("valid", {})
        valid = " – ".join(long_date(date.fromisoformat(bounds[each])) for each in ("from", "to"))
        return PledgeLine(f"{address}/utkast", str(heading["title"]), valid, "", _states(shelved, ()))
    size = COMMITMENT.of(sum(1 for _ in pledge.commitments))
    in_force = (state_in_time(pledge, today),) if shelved.in_force else ()
    return PledgeLine(address, pledge.title, days(pledge.valid), size, _states(shelved, in_force))


def _states(shelved: ShelvedPledge, in_force: tuple[State, ...]) -> tuple[State, ...]:
    states = [*in_force]
    if shelved.waiting:
        states.append(WAITS)
    if shelved.draft:
        states.append(DRAFT)
    return tuple(states or [REPLACED])


def _version(version: VersionOfPledge, opened: OpenedPledge) -> VersionLine:
    written = _deed(version.written_by, version.written_at, opened)
    deeds = [(t("Framlagd {0}", written), version.why or "")]
    if version.approved_at and version.approved_by:
        approved = _deed(version.approved_by, version.approved_at, opened)
        deeds.append((t("Godkänd {0}", approved), version.approved_why or ""))
    return VersionLine(
        version.number,
        f"{address_of(opened.shelved)}?version={version.number}",
        version is opened.version,
        state_of(version, opened.shelved),
        tuple(reversed(deeds)),
    )


def _deed(by: str, at: datetime, opened: OpenedPledge) -> str:
    return t("{0} av {1}", long_date(local_date(at)), _name(by, opened))


def _name(by: str, opened: OpenedPledge) -> str:
    who = opened.who.get(by, Who())
    if who.name:
        return who.name
    term = opened.words.vocabulary.organisations.get(who.organisation)
    return term.in_text(spoken()) if term else t("driften")


def _change(change: CommitmentChange) -> ChangeView:
    name = change.commitment.label or change.commitment.wording
    second = change.area if change.fate is not Fate.CHANGED else ""
    return ChangeView(
        name,
        t(FATES[change.fate]),
        second,
        tuple((t(each.what), each.before, each.after) for each in change.changes),
    )
