"""The demo's follow-ups: the signed pledge answered for, one month published, the next waiting."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import NAMESPACE_DNS, uuid5

from sqlalchemy.orm import Session

from logger.domain.follow_up.follow_up_periods import (
    FollowedPeriod,
    Rhythm,
    just_ended,
    last_day,
    neighbours,
    periods_of,
)
from logger.domain.follow_up.follow_ups import Assessment, Decision, Note, Stand
from logger.domain.people.people import Role
from logger.domain.periods import instant_of, local_date
from logger.services.demo.answer_texts import BECAUSE, COMMENTS, DECISIONS, DEVIATIONS, OTHERWISE
from logger.services.demo.people import LEKEBERG, PEOPLE
from logger.services.follow_up.follow_up_approval import NEEDS_A_REASON, frozen
from logger.services.follow_up.follow_up_rows import Known, known_now
from logger.services.pledges.pledges import StoredPledge, approved_pledges
from logger.services.publishing.publishing import publication_of
from logger.store.follow_up import follow_ups, publications

WORKED_OVER = 5  # days from a period's end to when it is put forward


@dataclass(frozen=True)
class Answering:
    """Who writes, and who approves for each party."""

    writes: str
    police: str
    municipality: str


def keep_follow_ups(session: Session, municipality: str, now: datetime) -> None:
    """Answer for what is over, inside a deed that has begun: everything else is entered already."""
    today = local_date(now)
    people = people_of(municipality)
    for stored in approved_pledges(session, municipality):
        reach = stored.pledge.reach
        if reach.last < today:
            final = list(periods_of(stored.pledge, Rhythm.YEAR))[-1]
            _keep(session, stored, final, people, now, parties=2)
            continue
        month = just_ended(stored.pledge, Rhythm.MONTH, today)
        earlier, _ = neighbours(stored.pledge, month)
        if earlier is not None:
            _keep(session, stored, earlier, people, now, parties=2)
        if last_day(stored.pledge, month) < today:
            _keep(session, stored, month, people, now, parties=1)


def answered_last(stored: Sequence[StoredPledge], today: date) -> FollowedPeriod | None:
    """The month of the running pledge that is published: what comes late for it is a correction."""
    running = next((each for each in stored if today in each.pledge.reach), None)
    if running is None:
        return None
    return neighbours(running.pledge, just_ended(running.pledge, Rhythm.MONTH, today))[0]


def _keep(
    session: Session,
    stored: StoredPledge,
    period: FollowedPeriod,
    people: Answering,
    now: datetime,
    *,
    parties: int,
) -> None:
    """A follow-up as it was written, put forward and approved; with both parties it is published too."""
    at = (stored.municipality, stored.key, period.address)
    put_forward = _at(last_day(stored.pledge, period) + timedelta(days=WORKED_OVER), 9, now)
    follow_ups.begin(session, *at, people.writes, put_forward)
    empty = follow_ups.follow_up(session, stored.municipality, stored.key, period)
    known = known_now(session, stored, empty)
    notes = _notes(known)
    follow_ups.put_notes(session, *at, notes.values())
    for decision in _decisions(stored, period):
        follow_ups.add_decision(session, at, decision, people.writes, put_forward)
    written = follow_ups.follow_up(session, stored.municipality, stored.key, period)
    told = known_now(session, stored, written)
    follow_ups.add_proposal(session, at, frozen(session, stored, written, told, people.writes, put_forward))
    _approve(session, at, people, put_forward, now, parties)
    if parties > 1:
        made = follow_ups.follow_up(session, stored.municipality, stored.key, period)
        when = _at(local_date(put_forward) + timedelta(days=5), 10, now)
        publications.add(session, publication_of(session, stored, made, people.police, when))


def _approve(
    session: Session,
    at: tuple[str, str, str],
    people: Answering,
    put_forward: datetime,
    now: datetime,
    parties: int,
) -> None:
    """Lekeberg's Police approve first, Oskarshamn's municipality."""
    both = [("police", people.police), ("municipality", people.municipality)]
    order = both if at[0] == LEKEBERG.code else both[::-1]
    for turn, (party, by) in enumerate(order[:parties], start=1):
        when = min(put_forward + timedelta(days=turn, hours=turn), now)
        follow_ups.add_stand(session, at, Stand(1, party, approved=True, by=by, at=when))


def _notes(known: Known) -> Mapping[str, Note]:
    return {row.commitment.id: _note(row.commitment.id, row.row.progress.status) for row in known.rows}


def _note(commitment: str, status: str) -> Note:
    note = Note(commitment, comment=COMMENTS.get(commitment, ""))
    if status in NEEDS_A_REASON:
        return replace(note, deviation=DEVIATIONS.get(commitment, OTHERWISE))
    if status == "no_number" and commitment in BECAUSE:
        return replace(note, assessment=Assessment.GOOD, because=BECAUSE[commitment])
    return note


def _decisions(stored: StoredPledge, period: FollowedPeriod) -> list[Decision]:
    due = last_day(stored.pledge, period) + timedelta(days=45)
    known = {each.id for each in stored.pledge.commitments}
    return [
        Decision(_id(f"{stored.municipality} {stored.key} {period.address} {about}"), text, by, about, due)
        for about, text, by in DECISIONS
        if about in known
    ]


def people_of(municipality: str) -> Answering:
    """Who writes and approves in a municipality of the demo."""
    district = next(
        each.grant.district
        for each in PEOPLE
        if each.home == municipality and each.grant.role is Role.OFFICER
    )

    def one(role: Role, organisation: str | None = None) -> str:
        return next(
            each.id
            for each in PEOPLE
            if each.grant.role is role
            and (each.grant.municipality == municipality or each.grant.district == district)
            and organisation in (None, each.organisation)
        )

    return Answering(one(Role.COORDINATOR), one(Role.DISTRICT_CHIEF), one(Role.COORDINATOR, "municipality"))


def _at(day: date, hour: int, now: datetime) -> datetime:
    return min(instant_of(day, time(hour)), now - timedelta(minutes=5))


def _id(name: str) -> str:
    return str(uuid5(NAMESPACE_DNS, f"decision {name}.demo.faltlogg.example"))
