"""Pledges as they are looked at: those of a municipality, one with its versions, what differs between two."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from sqlalchemy.orm import Session

from logger.domain.drafting.pledge_differences import Difference, Words, difference
from logger.domain.drafting.pledge_versions import PledgeDraft, VersionOfPledge
from logger.domain.people.people import Municipality, Principal
from logger.domain.people.policy import Action, Resource, allowed, require
from logger.domain.pledges import Pledge
from logger.domain.refusing.refusals import NotFound, SignInNeeded
from logger.domain.terms import Lang
from logger.services.pledges.pledges import pledge_in
from logger.store import places, vocabulary
from logger.store.people import makers, people
from logger.store.pledges import pledge_drafts, pledge_history

APPROVED, WAITING, CLOSED = "approved", "draft", "closed"


@dataclass(frozen=True, slots=True)
class ShelvedPledge:
    """One pledge of a municipality: its versions, newest first, and the draft that is being written."""

    municipality: str
    key: str
    versions: tuple[VersionOfPledge, ...]
    draft: PledgeDraft | None

    @property
    def in_force(self) -> VersionOfPledge | None:
        """The version that counts."""
        return next((each for each in self.versions if each.status == APPROVED), None)

    @property
    def waiting(self) -> VersionOfPledge | None:
        """The version put forward that waits for approval: the newest, when it is newer than what counts."""
        newest = self.versions[0] if self.versions else None
        return newest if newest and newest.status == WAITING else None

    @property
    def shown(self) -> VersionOfPledge | None:
        """The version to show where none is asked for."""
        return self.in_force or next(iter(self.versions), None)

    def version(self, number: int) -> VersionOfPledge:
        """The version of this number. Raises NotFound."""
        for each in self.versions:
            if each.number == number:
                return each
        raise NotFound


@dataclass(frozen=True, slots=True)
class Shelf:
    """A municipality and its pledges, each with the pledge of the version to show (None: only a draft)."""

    municipality: Municipality
    pledges: tuple[tuple[ShelvedPledge, Pledge | None], ...]
    edits: bool


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who did something to a pledge; the name only for those of the same organisation."""

    name: str = ""
    organisation: str = ""


@dataclass(frozen=True)
class OpenedPledge:
    """One pledge opened at one version, with what the reader may do about it."""

    municipality: Municipality
    shelved: ShelvedPledge
    version: VersionOfPledge
    pledge: Pledge
    words: Words
    who: Mapping[str, Who] = field(default_factory=dict)
    edits: bool = False
    approves: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions of one pledge, and the pledge as the earlier one had it."""

    opened: OpenedPledge
    before: VersionOfPledge
    after: VersionOfPledge
    was: Pledge

    def difference(self, lang: Lang) -> Difference:
        """What differs, in words of a language."""
        return difference(self.was, self.opened.pledge, replace(self.opened.words, lang=lang))


def shelves(session: Session, principal: Principal | None) -> tuple[Shelf, ...]:
    """Every municipality whose pledges the principal may read, with them. Raises SignInNeeded, NotFound."""
    if principal is None:
        raise SignInNeeded
    codes = [
        code for code in principal.municipalities if allowed(principal, Action.READ, Resource.PLEDGE, code)
    ]
    if not codes:
        raise NotFound
    return tuple(_shelf(session, principal, code) for code in codes)


def shelved_pledge(session: Session, principal: Principal | None, code: str, key: str) -> ShelvedPledge:
    """One pledge with the versions that the principal may read, and its draft. Raises NotFound."""
    person = require(principal, Action.READ, Resource.PLEDGE, code)
    found = _seen(person, code, pledge_history.versions_of(session, code, key))
    drafts = [pledge_drafts.draft_of(session, code, key)] if _sees_drafts(person, code) else []
    draft = next(filter(None, drafts), None)
    if not found and draft is None:
        raise NotFound
    return ShelvedPledge(code, key, tuple(found), draft)


def open_pledge(
    session: Session, principal: Principal | None, code: str, key: str, number: int | None = None
) -> OpenedPledge:
    """One version of a pledge: that of the number, or the one that counts. Raises NotFound."""
    shelved = shelved_pledge(session, principal, code, key)
    version = shelved.shown if number is None else shelved.version(number)
    here = people.municipality(session, code)
    if version is None or here is None or principal is None:
        raise NotFound
    return OpenedPledge(
        here,
        shelved,
        version,
        pledge_in(session, version.text, version.sha256),
        words_of(session, code),
        _who(session, principal, shelved.versions),
        edits=allowed(principal, Action.EDIT, Resource.DRAFT, code),
        approves=allowed(principal, Action.APPROVE, Resource.DRAFT, code),
    )


def compare(
    session: Session, principal: Principal | None, code: str, key: str, before: int, after: int
) -> Compared:
    """What differs between two versions of a pledge. Raises NotFound."""
    opened = open_pledge(session, principal, code, key, after)
    old = opened.shelved.version(before)
    was = pledge_in(session, old.text, old.sha256)
    return Compared(opened, old, opened.version, was)


def words_of(session: Session, code: str) -> Words:
    """The names that sentences about the municipality's pledges use."""
    return Words(vocabulary.vocabulary(session), places.places_of(session, code))


def _shelf(session: Session, principal: Principal, code: str) -> Shelf:
    here = people.municipality(session, code)
    if here is None:
        raise NotFound
    found = _seen(principal, code, pledge_history.versions_in(session, code))
    by_key = {key: tuple(versions) for key, versions in groupby(found, lambda each: each.key)}
    drafts = pledge_drafts.drafts_in(session, code) if _sees_drafts(principal, code) else []
    being_written = {each.key: each for each in drafts}
    shelved = (
        ShelvedPledge(code, key, by_key.get(key, ()), being_written.get(key))
        for key in sorted({*by_key, *being_written})
    )
    read = [(each, _pledge(session, each)) for each in shelved]
    edits = allowed(principal, Action.EDIT, Resource.DRAFT, code)
    return Shelf(here, tuple(sorted(read, key=_newest_first, reverse=True)), edits)


def _newest_first(read: tuple[ShelvedPledge, Pledge | None]) -> tuple[bool, str, str]:
    shelved, pledge = read
    return (pledge is None, pledge.valid.first.isoformat() if pledge else "", shelved.key)


def _pledge(session: Session, shelved: ShelvedPledge) -> Pledge | None:
    version = shelved.shown
    return None if version is None else pledge_in(session, version.text, version.sha256)


def _seen(principal: Principal, code: str, versions: Iterable[VersionOfPledge]) -> list[VersionOfPledge]:
    sees_drafts = _sees_drafts(principal, code)
    return [each for each in versions if sees_drafts or each.status != WAITING]


def _sees_drafts(principal: Principal, code: str) -> bool:
    return allowed(principal, Action.READ, Resource.DRAFT, code)


def _who(session: Session, principal: Principal, versions: Sequence[VersionOfPledge]) -> dict[str, Who]:
    ids = {each.written_by for each in versions} | {each.approved_by for each in versions if each.approved_by}
    known = makers.makers(session, {each for each in ids if each})
    return {
        user: Who(name if organisation == principal.organisation else "", organisation)
        for user, (name, organisation) in known.items()
    }
