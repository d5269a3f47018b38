"""The overview of many municipalities: where every promise stands, summed up when it is asked for.

Own goals side by side and no league table: municipalities stand in the order of their names.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from logger.domain.counting.accounts import Account
from logger.domain.counting.day_book import DayBook
from logger.domain.counting.keeping import Kept
from logger.domain.counting.ledger import Mark, Report
from logger.domain.people.people import Municipality, Principal
from logger.domain.pledges import Commitment
from logger.domain.progress.overviews import Stands, stands, summed
from logger.domain.progress.pace import Status
from logger.domain.targets import Reported
from logger.services.boards.boards import followed_by
from logger.services.kept.ledgers import accounts_for
from logger.services.kept.pledges_in_force import StoredPledge
from logger.store.kept import progress
from logger.store.kept.progress import KeptPledge, PledgeKey
from logger.store.pledges import hand_entered


@dataclass(frozen=True, slots=True)
class PledgeStands:
    """A pledge that runs, and where each of its commitments stands."""

    stored: StoredPledge
    commitments: tuple[Stands, ...]

    @property
    def statuses(self) -> Mapping[Status, int]:
        """How many of them stand where."""
        return summed(self.commitments)


@dataclass(frozen=True, slots=True)
class MunicipalityStands:
    """A municipality with the pledges that run there, the newest first; one may have none."""

    municipality: Municipality
    pledges: tuple[PledgeStands, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Where all promises of some municipalities stand as of today."""

    as_of: date
    municipalities: tuple[MunicipalityStands, ...]

    @property
    def statuses(self) -> Mapping[Status, int]:
        """How many commitments of all of them stand where."""
        every = (pledge for each in self.municipalities for pledge in each.pledges)
        return summed(stand for pledge in every for stand in pledge.commitments)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of all of them: a few statements, however many there are."""

    kept: Mapping[PledgeKey, KeptPledge]
    marks: Mapping[tuple[str, str], Sequence[Mark]]
    reports: Mapping[tuple[str, str], Sequence[Report]]


def overview_of(session: Session, principal: Principal | None, today: date) -> Overview:
    """Where the promises of every municipality that the principal follows stand. Raises SignInNeeded."""
    followed = followed_by(session, principal)
    codes = [each.municipality.code for each in followed]
    known = _Known(
        progress.in_municipalities(session, codes),
        hand_entered.marks_in(session, codes),
        hand_entered.reports_in(session, codes),
    )
    return Overview(
        today,
        tuple(
            MunicipalityStands(
                each.municipality,
                tuple(
                    PledgeStands(stored, stands(_accounts(session, stored, known, today)))
                    for stored in each.pledges
                    if today in stored.pledge.valid
                ),
            )
            for each in followed
        ),
    )


def _accounts(session: Session, stored: StoredPledge, known: _Known, today: date) -> list[Account]:
    """By the gists of what is kept; where one does not hold today, the pledge is read as its board is."""
    found = [_account(stored, each, known, today) for each in stored.pledge.commitments]
    whole = [each for each in found if each is not None]
    return whole if len(whole) == len(found) else list(accounts_for(session, stored, today).values())


def _account(stored: StoredPledge, commitment: Commitment, known: _Known, today: date) -> Account | None:
    """None where nothing is kept of the version that counts, or something was done on a day to come."""
    of_pledge = stored.municipality, stored.key
    in_pledge = known.kept.get(of_pledge)
    kept = in_pledge.of(commitment.id) if in_pledge and in_pledge.number == stored.number else None
    if isinstance(commitment.target, Reported):
        kept = Kept(DayBook())
    if kept is None or (kept.gist.last_day or today) > today:
        return None
    return Account(
        commitment,
        today,
        kept.gist,
        {},
        kept.covered,
        tuple(each for each in known.marks.get(of_pledge, ()) if each.commitment == commitment.id),
        tuple(each for each in known.reports.get(of_pledge, ()) if each.commitment == commitment.id),
    )
