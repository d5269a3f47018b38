"""The pledges that count: their approved versions, read."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from logger.domain.pledges import Pledge
from logger.domain.refusing.refusals import NotFound
from logger.services.files.pledge_files import read_pledge_text
from logger.store import vocabulary
from logger.store.pledges import pledges

# A version never changes, and its text was checked when it came in: it is read once in each process.
_READ: dict[str, Pledge] = {}


@dataclass(frozen=True)
class StoredPledge:
    """An approved version of a pledge, read: what counting reads, with its place in addresses."""

    municipality: str
    key: str
    number: int
    demo: bool
    pledge: Pledge


def approved_pledges(session: Session, municipality: str) -> list[StoredPledge]:
    """The pledges of a municipality that count, the newest validity first."""
    return newest_first(approved_pledges_in(session, [municipality]))


def newest_first(stored: Iterable[StoredPledge]) -> list[StoredPledge]:
    """The pledges by their validity, the newest first."""
    return sorted(stored, key=lambda each: (each.pledge.valid.first, each.key), reverse=True)


def approved_pledges_in(session: Session, municipalities: Collection[str]) -> list[StoredPledge]:
    """The pledges of several municipalities that count, by municipality and key.

    One statement, and another where this process reads one of them for the first time.
    """
    return all_in_force(session, pledges.approved(session, *municipalities))


def all_in_force(session: Session, versions: Collection[pledges.VersionInForce]) -> list[StoredPledge]:
    """These versions, read; one statement where this process reads one of them for the first time."""
    unread = [each for each in versions if each.sha256 not in _READ]
    for digest, text in (pledges.texts(session, unread) if unread else {}).items():
        pledge_in(session, text, digest)
    return [
        StoredPledge(each.municipality, each.key, each.number, each.demo, _READ[each.sha256])
        for each in versions
    ]


def approved_pledge(session: Session, municipality: str, key: str) -> StoredPledge:
    """One pledge that counts; raises NotFound where the municipality has none by that key."""
    version = pledges.approved_one(session, municipality, key)
    if version is None:
        raise NotFound
    return in_force(session, version)


def pledge_in(session: Session, text: str, digest: str) -> Pledge:
    """The pledge in the text of a version, by the digest that it is kept under."""
    pledge = _READ.get(digest)
    if pledge is None:
        pledge = _READ[digest] = read_pledge_text(text, vocabulary.vocabulary(session))
    return pledge


def in_force(session: Session, version: pledges.PledgeVersion) -> StoredPledge:
    """The version, read."""
    pledge = pledge_in(session, version.text, version.sha256)
    return StoredPledge(version.municipality, version.key, version.number, version.demo, pledge)
