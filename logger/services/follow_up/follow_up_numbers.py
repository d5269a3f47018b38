"""What is entered by hand about a commitment: a milestone's day, a month's number, a number from a survey."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from uuid import uuid4

from sqlalchemy.orm import Session

from logger.domain.counting.ledger import Mark, Report
from logger.domain.follow_up.follow_ups import Indicator
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, require
from logger.domain.periods import local_date
from logger.domain.personal_data import presentable
from logger.domain.pledges import Commitment
from logger.domain.refusing.follow_up_refusals import FollowUpFaulty
from logger.domain.refusing.refusals import NotFound
from logger.domain.targets import Milestone, Reported
from logger.services.follow_up.follow_up_work import LONGEST_LINE, Where, free_text_faults, tell
from logger.services.pledges.pledges import approved_pledge
from logger.services.transactions import writing
from logger.store.follow_up import indicators
from logger.store.pledges import hand_entered

LARGEST = 1_000_000_000
LONGEST_SOURCE, LONGEST_VALUE = 200, 40


def enter_mark(session: Session, principal: Principal, where: Where, mark: Mark, now: datetime) -> None:
    """Say that a milestone was reached on a day, and where it can be seen. Raises FollowUpFaulty."""
    with writing(session):
        commitment = _commitment(session, principal, where, mark.commitment)
        new = replace(mark, evidence=presentable(mark.evidence))
        _refuse(_faults_of_mark(commitment, new, local_date(now)))
        hand_entered.put_mark(session, where.municipality, where.pledge, new)
        told = {"commitment": new.commitment, "date": new.date.isoformat(), "evidence": new.evidence}
        tell(session, principal, "mark", where, told, now)


def enter_report(session: Session, principal: Principal, where: Where, report: Report, now: datetime) -> None:
    """Enter a month's number with its source; a new one takes the old one's place. Raises FollowUpFaulty."""
    with writing(session):
        commitment = _commitment(session, principal, where, report.commitment)
        new = replace(report, month=report.month.replace(day=1), source=presentable(report.source))
        _refuse(_faults_of_report(commitment, new, local_date(now)))
        hand_entered.put_report(session, where.municipality, where.pledge, new)
        told = {"commitment": new.commitment, "month": new.month.isoformat(), "value": new.value}
        tell(session, principal, "report", where, told, now)


def enter_indicator(
    session: Session, principal: Principal, where: Where, indicator: Indicator, now: datetime
) -> None:
    """Enter a number from a survey with sample and source; what a few answered is not kept.

    Raises FollowUpFaulty.
    """
    with writing(session):
        _commitment(session, principal, where, indicator.commitment)
        new = replace(
            indicator,
            id=str(uuid4()),
            name=presentable(indicator.name),
            value=presentable(indicator.value),
            source=presentable(indicator.source),
        ).as_kept()
        _refuse(_faults_of_indicator(new, local_date(now)))
        indicators.add(session, where.municipality, where.pledge, new, principal.user_id, now)
        tell(session, principal, "indicator", where, {"indicator": new.id, "value": new.value}, now)


def drop_indicator(
    session: Session, principal: Principal, where: Where, indicator_id: str, now: datetime
) -> None:
    """Take back a number that was entered by mistake; what is frozen keeps it."""
    with writing(session):
        require(principal, Action.EDIT, Resource.FOLLOW_UP, where.municipality)
        known = indicators.indicators_of(session, where.municipality, where.pledge)
        if indicator_id not in {each.id for each in known}:
            raise NotFound
        indicators.drop(session, where.municipality, where.pledge, indicator_id)
        tell(session, principal, "indicator_drop", where, {"indicator": indicator_id}, now)


def _commitment(session: Session, principal: Principal, where: Where, commitment_id: str) -> Commitment:
    require(principal, Action.EDIT, Resource.FOLLOW_UP, where.municipality)
    stored = approved_pledge(session, where.municipality, where.pledge)
    try:
        return stored.pledge.commitment(commitment_id)
    except KeyError as unknown:
        raise NotFound from unknown


def _refuse(faults: Iterator[tuple[str, str]]) -> None:
    if found := dict(faults):
        raise FollowUpFaulty(fields=found)


def _faults_of_mark(commitment: Commitment, mark: Mark, today: date) -> Iterator[tuple[str, str]]:
    if not isinstance(commitment.target, Milestone):
        yield "date", "Åtagandet är ingen milstolpe."
    elif mark.date > today:
        yield "date", "Dagen har inte varit än."
    elif mark.date not in commitment.valid:
        yield "date", "Dagen ligger utanför löftets tid."
    if not mark.evidence:
        yield "evidence", "Skriv var det går att se, till exempel en rapport eller ett protokoll."
    yield from free_text_faults("evidence", mark.evidence, LONGEST_LINE)


def _faults_of_report(commitment: Commitment, report: Report, today: date) -> Iterator[tuple[str, str]]:
    if not isinstance(commitment.target, Reported):
        yield "month", "Åtagandet redovisas inte med månadssiffror."
    elif report.month > today:
        yield "month", "Månaden har inte börjat än."
    elif report.month not in commitment.valid:
        yield "month", "Månaden ligger utanför löftets tid."
    if not 0 <= report.value <= LARGEST:
        yield "value", "Skriv ett helt tal."
    if not report.source:
        yield "source", "Skriv varifrån siffran kommer."
    yield from free_text_faults("source", report.source, LONGEST_SOURCE)


def _faults_of_indicator(indicator: Indicator, today: date) -> Iterator[tuple[str, str]]:
    if not indicator.name:
        yield "name", "Skriv vad som frågades eller mättes."
    if indicator.is_told and not indicator.value:
        yield "measured", "Skriv vad det blev."
    if not 1 <= indicator.sample <= LARGEST:
        yield "sample", "Skriv hur många som svarade, minst en."
    if indicator.measured_on > today:
        yield "measured_on", "Dagen har inte varit än."
    if not indicator.source:
        yield "study", "Skriv varifrån siffran kommer."
    yield from free_text_faults("name", indicator.name, LONGEST_SOURCE)
    yield from free_text_faults("study", indicator.source, LONGEST_SOURCE)
    yield from free_text_faults("measured", indicator.value, LONGEST_VALUE)
