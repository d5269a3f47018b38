"""Follow-ups as kept: what is said and decided while they are written, what was proposed and who approved."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import Session

from logger.domain.follow_up.follow_up_periods import FollowedPeriod
from logger.domain.follow_up.follow_ups import Assessment, Decision, FollowUp, Note, Proposal, Stand
from logger.store.statements import upsert
from logger.store.tables import (
    FollowUpDecisionRow,
    FollowUpNoteRow,
    FollowUpProposalRow,
    FollowUpRow,
    FollowUpStandRow,
)

Tables = (
    type[FollowUpDecisionRow] | type[FollowUpNoteRow] | type[FollowUpProposalRow] | type[FollowUpStandRow]
)


def follow_up(session: Session, municipality: str, pledge: str, period: FollowedPeriod) -> FollowUp:
    """The follow-up of a pledge over a period; an empty one where nobody has begun it."""
    at = (municipality, pledge, period.address)
    notes = session.scalars(select(FollowUpNoteRow).where(*_of(FollowUpNoteRow, *at)))
    proposals = session.scalars(
        select(FollowUpProposalRow).where(*_of(FollowUpProposalRow, *at)).order_by(FollowUpProposalRow.number)
    )
    stands = session.scalars(
        select(FollowUpStandRow).where(*_of(FollowUpStandRow, *at)).order_by(FollowUpStandRow.said_at)
    )
    return FollowUp(
        municipality,
        pledge,
        period,
        {row.commitment: _note(row) for row in notes},
        tuple(decisions_of(session, municipality, pledge, period.address)),
        tuple(
            Proposal(row.number, row.proposed_by, row.proposed_at, row.snapshot, row.sha256)
            for row in proposals
        ),
        tuple(
            Stand(row.number, row.party, row.approved, row.said_by, row.said_at, row.why) for row in stands
        ),
    )


def begin(session: Session, municipality: str, pledge: str, period: str, by: str, now: datetime) -> None:
    """Let there be a follow-up of the period, locked to the deed's end; one that is begun stays."""
    at = {"municipality": municipality, "pledge": pledge, "period": period}
    new = upsert(session, FollowUpRow).values(**at, begun_by=by, begun_at=now)
    session.execute(new.on_conflict_do_nothing())
    session.execute(select(FollowUpRow.period).filter_by(**at).with_for_update())


def begun_in(session: Session, municipality: str, pledge: str) -> list[str]:
    """The periods of a pledge whose follow-up somebody has begun, as in addresses."""
    rows = select(FollowUpRow.period).where(
        FollowUpRow.municipality == municipality, FollowUpRow.pledge == pledge
    )
    return list(session.scalars(rows.order_by(FollowUpRow.period)))


def put_notes(session: Session, municipality: str, pledge: str, period: str, notes: Iterable[Note]) -> None:
    """Let these be what is said; what is empty is not kept."""
    session.execute(delete(FollowUpNoteRow).where(*_of(FollowUpNoteRow, municipality, pledge, period)))
    session.add_all(
        FollowUpNoteRow(
            municipality=municipality,
            pledge=pledge,
            period=period,
            commitment=note.commitment,
            comment=note.comment,
            deviation=note.deviation,
            assessment=note.assessment,
            because=note.because,
        )
        for note in notes
        if not note.is_empty
    )
    session.flush()


def add_decision(session: Session, at: Sequence[str], decision: Decision, by: str, now: datetime) -> None:
    """Keep a decision; `at` is municipality, pledge and period."""
    municipality, pledge, period = at
    session.add(
        FollowUpDecisionRow(
            id=decision.id,
            municipality=municipality,
            pledge=pledge,
            period=period,
            commitment=decision.commitment,
            text=decision.text,
            organisation=decision.organisation,
            due=decision.due,
            done_on=decision.done_on,
            decided_by=by,
            decided_at=now,
        )
    )
    session.flush()


def drop_decision(session: Session, municipality: str, decision_id: str) -> None:
    """Keep it no longer."""
    session.execute(
        delete(FollowUpDecisionRow).where(
            FollowUpDecisionRow.municipality == municipality, FollowUpDecisionRow.id == decision_id
        )
    )


def set_done(session: Session, municipality: str, decision_id: str, done_on: date | None) -> None:
    """Say when what was decided was done, or that it is not."""
    session.execute(
        update(FollowUpDecisionRow)
        .where(FollowUpDecisionRow.municipality == municipality, FollowUpDecisionRow.id == decision_id)
        .values(done_on=done_on)
    )


def decisions_of(
    session: Session, municipality: str, pledge: str, period: str | None = None
) -> list[Decision]:
    """The decisions of one follow-up, or of all of a pledge's, in the order they were made."""
    query = select(FollowUpDecisionRow).where(
        FollowUpDecisionRow.municipality == municipality, FollowUpDecisionRow.pledge == pledge
    )
    if period is not None:
        query = query.where(FollowUpDecisionRow.period == period)
    rows = session.scalars(query.order_by(FollowUpDecisionRow.decided_at, FollowUpDecisionRow.id))
    return [
        Decision(row.id, row.text, row.organisation, row.commitment, row.due, row.done_on) for row in rows
    ]


def add_proposal(session: Session, at: Sequence[str], proposal: Proposal) -> None:
    """Keep what is put forward, as it is written, for ever."""
    municipality, pledge, period = at
    session.add(
        FollowUpProposalRow(
            municipality=municipality,
            pledge=pledge,
            period=period,
            number=proposal.number,
            snapshot=proposal.snapshot,
            sha256=proposal.sha256,
            proposed_by=proposal.proposed_by,
            proposed_at=proposal.proposed_at,
        )
    )
    session.flush()


def add_stand(session: Session, at: Sequence[str], stand: Stand) -> None:
    """Keep what a party's person said of a proposal."""
    municipality, pledge, period = at
    session.add(
        FollowUpStandRow(
            municipality=municipality,
            pledge=pledge,
            period=period,
            number=stand.number,
            party=stand.party,
            approved=stand.approved,
            said_by=stand.by,
            said_at=stand.at,
            why=stand.why,
        )
    )
    session.flush()


def _of(table: Tables, municipality: str, pledge: str, period: str) -> tuple[ColumnElement[bool], ...]:
    return (table.municipality == municipality, table.pledge == pledge, table.period == period)


def _note(row: FollowUpNoteRow) -> Note:
    judged = Assessment(row.assessment) if row.assessment else None
    return Note(row.commitment, row.comment, row.deviation, judged, row.because)
