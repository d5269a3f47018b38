"""Pledges as kept: importing a file as a new version, approving one, exporting it, reading what counts."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy.orm import Session

from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, require
from logger.domain.periods import Days
from logger.domain.pledge_files.pledge_file import PledgeFileFaults
from logger.domain.pledges import Pledge
from logger.domain.refusing.refusals import NotFound, PledgeFileFaulty
from logger.domain.said import Said, said_in_lines
from logger.domain.terms import name_of_key
from logger.services.files.pledge_files import read_pledge_text
from logger.services.kept.pledges_in_force import (
    StoredPledge,
    approved_pledge,
    approved_pledges,
    approved_pledges_in,
    in_force,
    pledge_in,
)
from logger.services.kept.progress_rebuilding import count_pledge_anew
from logger.services.transactions import writing
from logger.store import audit, places, vocabulary
from logger.store.people import people
from logger.store.pledges import pledges

__all__ = ["StoredPledge", "approved_pledge", "approved_pledges", "approved_pledges_in", "pledge_in"]

BY_OPERATOR = "operator"


@dataclass(frozen=True)
class Imported:
    """What an import came to: the version that holds these bytes, and what was done for it."""

    municipality: str
    key: str
    number: int
    new: bool
    approved: bool
    newly_approved: bool


@dataclass(frozen=True)
class PledgeImport:
    """A pledge file on its way in; without a key, the pledge is known by the years of its validity."""

    text: str
    key: str | None = None
    approve: bool = False
    demo: bool = False
    why: str | None = None
    by: str = BY_OPERATOR


def pledges_seen(session: Session, principal: Principal | None, municipality: str) -> list[StoredPledge]:
    """The same for one who may see the municipality's. Raises SignInNeeded or NotFound."""
    require(principal, Action.READ, Resource.PLEDGE, municipality)
    return approved_pledges(session, municipality)


def import_pledge(session: Session, new: PledgeImport, now: datetime) -> Imported:
    """Keep the file as a version of its pledge, and approve it if asked.

    The same bytes again change nothing; changed ones make a new version, and approving it closes the one
    before. Raises PledgeFileFaulty with every fault, and then nothing is stored.
    """
    with writing(session):
        return keep_pledge(session, new, now)


def keep_pledge(session: Session, new: PledgeImport, now: datetime) -> Imported:
    """The same inside a deed that has begun already."""
    pledge = _checked(session, new.text)
    key = new.key or key_of(pledge)
    digest = sha256(new.text.encode()).hexdigest()
    version = pledges.with_digest(session, pledge.municipality, key, digest)
    is_new = version is None
    if version is None:
        version = _add(session, pledge, key, digest, new, now)
    approving = new.approve and version.status != "approved"
    if approving:
        _count(session, version, pledges.Writing(new.by, now))
    if is_new:
        _tell(session, "pledge_import", version, new.by, now)
    if approving:
        _tell(session, "pledge_approve", version, new.by, now)
    holds = approving or version.status == "approved"
    return Imported(version.municipality, key, version.number, is_new, holds, approving)


def let_count(session: Session, version: pledges.PledgeVersion, approved: pledges.Writing) -> None:
    """Approve a version inside a deed that has begun; the one that counted is closed, its figures too."""
    _count(session, version, approved)
    _tell(session, "pledge_approve", version, approved.by, approved.at)


def _count(session: Session, version: pledges.PledgeVersion, approved: pledges.Writing) -> None:
    pledges.approve(session, version, approved)
    count_pledge_anew(session, in_force(session, version))


def export_pledge(session: Session, municipality: str, key: str) -> str:
    """The file of the version that counts, or of the newest draft, in exactly the bytes it was written in."""
    version = pledges.approved_one(session, municipality, key) or pledges.newest(session, municipality, key)
    if version is None:
        raise NotFound(Said("Kommunen {0} har inget löfte {1}.", municipality, key))
    return version.text


def key_of(pledge: Pledge) -> str:
    """The place in addresses of a pledge that nobody named: "medborgarlofte-2021-2022"."""
    return place_in_addresses(pledge.valid, ())


def place_in_addresses(valid: Days, taken: Collection[str]) -> str:
    """The same by the validity alone, and the next free one: "medborgarlofte-2021-2"."""
    first, last = valid.first.year, valid.last.year
    years = f"medborgarlofte-{first}" if first == last else f"medborgarlofte-{first}-{last}"
    numbered = (f"{years}-{number}" for number in range(2, len(taken) + 3))
    return years if years not in taken else next(each for each in numbered if each not in taken)


# Every fault is told at once, those about places too: they are looked up before the file is read.
_MUNICIPALITY = re.compile(r"""(?:^|[{,])\s*"?municipality"?\s*:\s*["']?(\d{4})\b""", re.MULTILINE)


def _checked(session: Session, text: str) -> Pledge:
    named = _MUNICIPALITY.search(text)
    known = places.place_ids(session, named[1]) if named else None
    if named and people.municipality(session, named[1]) is None:
        raise PledgeFileFaulty(Said("Kommunen {0} finns inte i den här databasen.", named[1]))
    try:
        pledge = read_pledge_text(text, vocabulary.vocabulary(session), known)
    except PledgeFileFaults as faults:
        raise PledgeFileFaulty(said_in_lines(map(str, faults.faults))) from faults
    if named is None or named[1] != pledge.municipality:
        raise PledgeFileFaulty('Skriv kommunens kod som fyra siffror efter "municipality:".')
    return pledge


def _add(
    session: Session, pledge: Pledge, key: str, digest: str, new: PledgeImport, now: datetime
) -> pledges.PledgeVersion:
    before = pledges.newest(session, pledge.municipality, key)
    number = before.number + 1 if before else 1
    version = pledges.PledgeVersion(pledge.municipality, key, number, "draft", new.demo, new.text, digest)
    pledges.add_version(session, version, pledges.Writing(new.by, now, new.why))
    for party in pledge.parties:
        vocabulary.add_organisation(session, party, name_of_key(party))
    return version


def _tell(session: Session, action: str, version: pledges.PledgeVersion, by: str, now: datetime) -> None:
    named = f"pledge:{version.municipality}/{version.key}/{version.number}"
    told = {"sha256": version.sha256}
    audit.append(session, audit.Event(by, action, named, version.municipality, told), now)
