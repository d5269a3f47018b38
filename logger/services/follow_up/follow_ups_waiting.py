"""The follow-ups of a pledge that wait for somebody: to be approved for a party, or to be published."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from logger.domain.follow_up.follow_up_periods import FollowedPeriod, period_at
from logger.domain.follow_up.follow_ups import FollowUp, Stage
from logger.domain.people.people import Principal
from logger.services.follow_up.follow_ups import Rights, rights_of
from logger.services.pledges.pledges import StoredPledge
from logger.store.follow_up import follow_ups, publications


@dataclass(frozen=True, slots=True)
class WaitingFollowUp:
    """One that waits; `publishes` says that it is approved, and waits to be published."""

    period: FollowedPeriod
    publishes: bool


def waiting_follow_ups(
    session: Session, principal: Principal, stored: StoredPledge
) -> tuple[WaitingFollowUp, ...]:
    """What this person may do about the pledge's follow-ups, the oldest period first."""
    rights = rights_of(principal, stored.municipality)
    if rights.party is None:
        return ()
    return tuple(_waiting(session, rights, stored))


def _waiting(session: Session, rights: Rights, stored: StoredPledge) -> Iterator[WaitingFollowUp]:
    code, key = stored.municipality, stored.key
    for address in follow_ups.begun_in(session, code, key):
        period = period_at(address)
        if period is None:
            continue
        follow_up = follow_ups.follow_up(session, code, key, period)
        if rights.party in follow_up.waits_for:
            yield WaitingFollowUp(period, publishes=False)
        elif rights.publishes and _unpublished(session, follow_up):
            yield WaitingFollowUp(period, publishes=True)


def _unpublished(session: Session, follow_up: FollowUp) -> bool:
    if follow_up.stage is not Stage.APPROVED:
        return False
    at = (follow_up.municipality, follow_up.pledge, follow_up.period.address)
    return publications.one(session, *at) is None
