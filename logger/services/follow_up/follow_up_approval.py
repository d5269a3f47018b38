"""A follow-up is put forward, which freezes it; then one person of each party approves it, or not."""

from datetime import datetime

from sqlalchemy.orm import Session

from logger.domain.entering.canonical import canonical, digest_of
from logger.domain.follow_up.follow_up_periods import last_day
from logger.domain.follow_up.follow_ups import FollowUp, Proposal, Stage, Stand
from logger.domain.people.parties import PARTIES, party_of
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, require
from logger.domain.periods import local_date
from logger.domain.progress.pace import Status
from logger.domain.refusing.follow_up_refusals import (
    FollowUpChanged,
    FollowUpFaulty,
    NothingProposed,
    OnePersonOneParty,
    PartyHasApproved,
    PeriodNotOver,
)
from logger.domain.refusing.refusals import NotAllowed
from logger.services.desk_operations import reason_in, take_ledger
from logger.services.follow_up.follow_up_rows import Known, known_now
from logger.services.follow_up.follow_up_work import Where, being_written, tell
from logger.services.follow_up.follow_ups import mark_of, period_of
from logger.services.follow_up.snapshots import Position, snapshot_of
from logger.services.own_activities import log_own
from logger.services.pledges.pledges import StoredPledge, approved_pledge
from logger.services.transactions import writing
from logger.store.follow_up import follow_ups
from logger.store.pledges import pledges
from logger.store.syncing import counters

NEEDS_A_REASON = frozenset({Status.BEHIND, Status.NOT_MET, Status.PARTLY_MET})


def propose(session: Session, principal: Principal, where: Where, mark: str, now: datetime) -> Proposal:
    """Freeze the figures as known now with all that is said, and put it forward.

    `mark` is that of what was said when it was looked at. Raises PeriodNotOver, FollowUpChanged,
    FollowUpFrozen, and FollowUpFaulty where a deviation lacks its reason.
    """
    with writing(session):
        stored, follow_up = being_written(session, principal, where, now)
        if last_day(stored.pledge, follow_up.period) >= local_date(now):
            raise PeriodNotOver
        if mark_of(follow_up.notes) != mark:
            raise FollowUpChanged
        take_ledger(session, where.municipality)
        known = known_now(session, stored, follow_up)
        _refuse_unexplained(known)
        proposal = frozen(session, stored, follow_up, known, principal.user_id, now)
        follow_ups.add_proposal(session, where.key, proposal)
        tell(session, principal, "follow_up_propose", where, {"sha256": proposal.sha256}, now)
        return proposal


def frozen(
    session: Session, stored: StoredPledge, follow_up: FollowUp, known: Known, by: str, now: datetime
) -> Proposal:
    """What is put forward, as it is written once and for all."""
    version = pledges.approved_one(session, stored.municipality, stored.key)
    counter = counters.counter_of(session, stored.municipality)
    assert version is not None
    position = Position(
        version.number,
        version.sha256,
        counter.epoch if counter else "",
        counter.server_seq if counter else 0,
    )
    text = canonical(snapshot_of(follow_up, stored.pledge, known, position, now))
    return Proposal(len(follow_up.proposals) + 1, by, now, text, digest_of(text))


def approve(session: Session, principal: Principal, where: Where, sha256: str, now: datetime) -> bool:
    """Approve the proposal of this digest for one's own party; returns whether both parties now have.

    The second approval makes the `follow_up` activity. Raises NotAllowed for one who approves for no party,
    NothingProposed, PartyHasApproved and OnePersonOneParty.
    """
    with writing(session):
        follow_up, party = _proposed(session, principal, where, sha256, now)
        if any(each.by == principal.user_id for each in follow_up.approvals.values()):
            raise OnePersonOneParty
        assert follow_up.proposal
        stand = Stand(follow_up.proposal.number, party, approved=True, by=principal.user_id, at=now)
        follow_ups.add_stand(session, where.key, stand)
        both = follow_up.approvals.keys() | {party} >= set(PARTIES)
        if both:
            log_own(session, principal, where.municipality, "/".join(where.key), "follow_up", PARTIES, now)
        tell(session, principal, "follow_up_approve", where, {"sha256": sha256, "party": party}, now)
        return both


def send_back(
    session: Session, principal: Principal, where: Where, sha256: str, why: str, now: datetime
) -> None:
    """Let the proposal of this digest be written anew, with a reason; it is kept as it was put forward."""
    with writing(session):
        follow_up, party = _proposed(session, principal, where, sha256, now)
        assert follow_up.proposal
        number, reason = follow_up.proposal.number, reason_in(why)
        stand = Stand(number, party, approved=False, by=principal.user_id, at=now, why=reason)
        follow_ups.add_stand(session, where.key, stand)
        tell(session, principal, "follow_up_send_back", where, {"sha256": sha256, "party": party}, now)


def _proposed(
    session: Session, principal: Principal, where: Where, sha256: str, now: datetime
) -> tuple[FollowUp, str]:
    """The follow-up that waits, locked, and the party of one who may say yes or no to it."""
    require(principal, Action.APPROVE, Resource.FOLLOW_UP, where.municipality)
    party = party_of(principal, where.municipality)
    if party is None:
        raise NotAllowed
    stored = approved_pledge(session, where.municipality, where.pledge)
    period = period_of(stored, where.period)
    if where.period not in follow_ups.begun_in(session, where.municipality, where.pledge):
        raise NothingProposed
    follow_ups.begin(session, *where.key, principal.user_id, now)
    follow_up = follow_ups.follow_up(session, where.municipality, where.pledge, period)
    if follow_up.stage is not Stage.PROPOSED or follow_up.proposal is None:
        raise NothingProposed
    if follow_up.proposal.sha256 != sha256:
        raise NothingProposed
    if party in follow_up.approvals:
        raise PartyHasApproved
    return follow_up, party


def _refuse_unexplained(known: Known) -> None:
    """What was not kept, or lies behind, is told with its reason."""
    faults = {
        f"deviation.{row.commitment.id}": "Skriv varför, innan uppföljningen läggs fram."
        for row in known.rows
        if row.row.progress.status in NEEDS_A_REASON and not row.note.deviation
    }
    if faults:
        raise FollowUpFaulty(fields=faults)
