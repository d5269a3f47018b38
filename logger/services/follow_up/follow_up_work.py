"""Writing a follow-up: what is said of each commitment, and what is decided, until it is put forward."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import uuid4

from sqlalchemy.orm import Session

from logger.domain.follow_up.follow_ups import Decision, FollowUp, Note, Stage
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, require
from logger.domain.personal_data import Level, judge, presentable
from logger.domain.pledge_files.forms import YEARS
from logger.domain.refusing.follow_up_refusals import FollowUpChanged, FollowUpFaulty, FollowUpFrozen
from logger.domain.refusing.refusals import NotFound
from logger.domain.said import Said
from logger.services.follow_up.follow_ups import mark_of, period_of
from logger.services.pledges.pledges import StoredPledge, approved_pledge
from logger.services.transactions import writing
from logger.store import audit, vocabulary
from logger.store.follow_up import follow_ups

LONGEST_COMMENT, LONGEST_LINE = 1000, 400
PERSONAL = "Ser ut att innehålla en personuppgift. Det som skrivs här blir offentligt."


@dataclass(frozen=True, slots=True)
class Where:
    """Which follow-up: the municipality, its pledge, and the period's place in addresses."""

    municipality: str
    pledge: str
    period: str

    @property
    def key(self) -> tuple[str, str, str]:
        """The same for the store."""
        return self.municipality, self.pledge, self.period


def write(
    session: Session,
    principal: Principal,
    where: Where,
    notes: Mapping[str, Note],
    mark: str,
    now: datetime,
) -> None:
    """Let this be what is said; `mark` is that of what was said when it was opened.

    Raises FollowUpChanged, FollowUpFrozen, and FollowUpFaulty with what is wrong by field.
    """
    with writing(session):
        stored, follow_up = being_written(session, principal, where, now)
        if mark_of(follow_up.notes) != mark:
            raise FollowUpChanged
        kept = [_tidy(note) for note in notes.values()]
        _refuse_faults(stored, kept)
        follow_ups.put_notes(session, *where.key, kept)
        tell(
            session,
            principal,
            "follow_up_write",
            where,
            {"mark": mark_of({n.commitment: n for n in kept})},
            now,
        )


def decide(session: Session, principal: Principal, where: Where, decision: Decision, now: datetime) -> None:
    """Add a decision. Raises FollowUpFrozen and FollowUpFaulty."""
    with writing(session):
        stored, _ = being_written(session, principal, where, now)
        new = replace(decision, id=str(uuid4()), text=presentable(decision.text))
        _refuse_faulty_decision(session, stored, new)
        follow_ups.add_decision(session, where.key, new, principal.user_id, now)
        tell(session, principal, "follow_up_decide", where, {"decision": new.id}, now)


def undecide(session: Session, principal: Principal, where: Where, decision_id: str, now: datetime) -> None:
    """Take a decision back before it is put forward."""
    with writing(session):
        _, follow_up = being_written(session, principal, where, now)
        _require_decision(follow_up, decision_id)
        follow_ups.drop_decision(session, where.municipality, decision_id)
        tell(session, principal, "follow_up_undecide", where, {"decision": decision_id}, now)


def carry_out(
    session: Session,
    principal: Principal,
    where: Where,
    decision_id: str,
    now: datetime,
    done_on: date | None,
) -> None:
    """Say when what was decided was done, or that it is not done after all; whenever that is."""
    with writing(session):
        follow_up = _for_one_who_edits(session, principal, where)[1]
        _require_decision(follow_up, decision_id)
        follow_ups.set_done(session, where.municipality, decision_id, done_on)
        told = {"decision": decision_id, "done_on": str(done_on)}
        tell(session, principal, "follow_up_carry_out", where, told, now)


def being_written(
    session: Session, principal: Principal, where: Where, now: datetime
) -> tuple[StoredPledge, FollowUp]:
    """The follow-up, begun and locked, for one who may write it. Raises FollowUpFrozen."""
    stored, _ = _for_one_who_edits(session, principal, where)
    follow_ups.begin(session, *where.key, principal.user_id, now)
    follow_up = follow_ups.follow_up(
        session, where.municipality, where.pledge, period_of(stored, where.period)
    )
    if follow_up.stage is not Stage.DRAFT:
        raise FollowUpFrozen
    return stored, follow_up


def tell(
    session: Session,
    principal: Principal,
    action: str,
    where: Where,
    told: Mapping[str, object],
    now: datetime,
) -> None:
    """Keep in the audit chain who did it."""
    named = f"follow_up:{where.municipality}/{where.pledge}/{where.period}"
    audit.append(session, audit.Event(principal.user_id, action, named, where.municipality, dict(told)), now)


def free_text_faults(field: str, text: str, longest: int) -> Iterator[tuple[str, str]]:
    """What is wrong with a free text."""
    if len(text) > longest:
        yield field, Said("Högst {0} tecken.", longest)
    elif judge(text).level is Level.BLOCK:
        yield field, PERSONAL


def _for_one_who_edits(session: Session, principal: Principal, where: Where) -> tuple[StoredPledge, FollowUp]:
    require(principal, Action.EDIT, Resource.FOLLOW_UP, where.municipality)
    stored = approved_pledge(session, where.municipality, where.pledge)
    period = period_of(stored, where.period)
    return stored, follow_ups.follow_up(session, where.municipality, where.pledge, period)


def _tidy(note: Note) -> Note:
    return replace(
        note,
        comment=presentable(note.comment),
        deviation=presentable(note.deviation),
        because=presentable(note.because),
    )


def _refuse_faults(stored: StoredPledge, notes: Iterable[Note]) -> None:
    known = {each.id for each in stored.pledge.commitments}
    faults: dict[str, str] = {}
    for note in notes:
        if note.commitment not in known:
            raise NotFound
        faults |= dict(_faults_of(note))
    if faults:
        raise FollowUpFaulty(fields=faults)


def _faults_of(note: Note) -> Iterator[tuple[str, str]]:
    its = note.commitment
    yield from free_text_faults(f"comment.{its}", note.comment, LONGEST_COMMENT)
    yield from free_text_faults(f"deviation.{its}", note.deviation, LONGEST_COMMENT)
    yield from free_text_faults(f"because.{its}", note.because, LONGEST_LINE)
    if note.assessment and not note.because:
        yield f"because.{its}", "Skriv varför det bedöms så."


def _refuse_faulty_decision(session: Session, stored: StoredPledge, decision: Decision) -> None:
    faults = dict(free_text_faults("text", decision.text, LONGEST_LINE))
    if not decision.text:
        faults["text"] = "Skriv vad som ska göras."
    if decision.organisation not in vocabulary.vocabulary(session).organisations:
        faults["organisation"] = "Välj vem som gör det."
    if decision.commitment and decision.commitment not in {each.id for each in stored.pledge.commitments}:
        faults["commitment"] = "Välj ett åtagande i löftet."
    if decision.due and decision.due.year not in YEARS:
        faults["due"] = "Skriv en dag som finns, eller ingen."
    if faults:
        raise FollowUpFaulty(fields=faults)


def _require_decision(follow_up: FollowUp, decision_id: str) -> None:
    if decision_id not in {each.id for each in follow_up.decisions}:
        raise NotFound
