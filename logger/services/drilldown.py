"""Opening a figure: its rule, its period, and every activity that made it, with what each one gave."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from logger.domain.activities import Activity
from logger.domain.answers import Period, PeriodsProgress
from logger.domain.contributions import Contribution, contributions
from logger.domain.counting import DoesNot, Reason, unmet, verdict
from logger.domain.examination import counted_also
from logger.domain.ledger import Ledger, Mark, Report
from logger.domain.people import Principal
from logger.domain.periods import Days
from logger.domain.pledges import Commitment
from logger.domain.policy import Action, Reach, Resource, Sight, reach, sight
from logger.domain.refusals import NotFound
from logger.domain.targets import Milestone, Reported
from logger.domain.terms import Vocabulary
from logger.services.board_rows import BoardRow, row
from logger.services.boards import Ask, pledge_for, shown_day
from logger.services.ledgers import ledger_for
from logger.services.pledges import StoredPledge
from logger.store import board_queries, vocabulary

NEAR_ALWAYS = frozenset({
    Reason.NOT_FLAGGED, Reason.TOO_SHORT, Reason.TOO_FEW_PEOPLE, Reason.NOT_TARGETED, Reason.NO_END,
    Reason.OUTSIDE_WINDOWS, Reason.INTERRUPTED,
})  # fmt: skip
NEAR_AMONG_TYPES = NEAR_ALWAYS | {Reason.OTHER_PLACE, Reason.OTHER_PLACE_KIND, Reason.NOT_JOINT}


@dataclass(frozen=True, slots=True)
class Seen:
    """One contribution, and how much of its activity may be seen: whole, or bare of people and note."""

    contribution: Contribution
    sight: Sight


@dataclass(frozen=True, slots=True)
class NearMiss:
    """An activity of the right kind that does not count, and why not."""

    activity: Activity
    reason: Reason


@dataclass(frozen=True, slots=True)
class Drilldown:
    """A figure opened.

    `period` is the one whose activities are shown; None when all are (or, for a promise for each period,
    when none is picked). `amount` is what all contributions add up to, those unseen too. `also` are the other
    commitments that each entry counts for, by its id.
    """

    stored: StoredPledge
    as_of: date
    row: BoardRow
    period: Days | None
    answer: Period | None
    entries: tuple[Seen, ...]
    hidden: int
    amount: int
    near: tuple[NearMiss, ...]
    also: Mapping[str, tuple[Commitment, ...]]
    marks: tuple[Mark, ...]
    reports: tuple[Report, ...]
    ledger: Ledger
    words: Vocabulary


def open_figure(
    session: Session, principal: Principal, ask: Ask, commitment_id: str, period: date | None, today: date
) -> Drilldown:
    """The figure of one commitment with the activities behind it that the principal may see.

    `period` is a day in the period that is wanted. Raises NotFound for a commitment that the pledge has not.
    """
    stored = pledge_for(session, principal, ask)
    commitment = commitment_in(stored, commitment_id)
    as_of = shown_day(stored.pledge, ask.as_of, today)
    ledger = ledger_for(session, ask.municipality, stored)
    its_row = row(stored.pledge, commitment, ledger, as_of)
    days = next((each for each in its_row.calendar if period and period in each), None)
    given = _given(contributions(stored.pledge, commitment.id, ledger, as_of), its_row, days)
    seen = tuple(_seen(session, principal, ask.municipality, given))
    near = near_misses(commitment, ledger, as_of, days) if _lists_near(principal, ask, its_row, days) else ()
    return Drilldown(
        stored=stored,
        as_of=as_of,
        row=its_row,
        period=days,
        answer=_answer(its_row, days),
        entries=seen,
        hidden=len(given) - len(seen),
        amount=sum(each.amount for each in given),
        near=tuple(near),
        also=counted_also(stored.pledge, commitment.id, _activities(seen), ledger, as_of),
        marks=_marks(commitment, ledger, as_of),
        reports=_reports(commitment, ledger, as_of),
        ledger=ledger,
        words=vocabulary.vocabulary(session),
    )


def commitment_in(stored: StoredPledge, commitment_id: str) -> Commitment:
    """The pledge's commitment of this id. Raises NotFound for one that it has not."""
    try:
        return stored.pledge.commitment(commitment_id)
    except KeyError as unknown:
        raise NotFound from unknown


def near_misses(commitment: Commitment, ledger: Ledger, as_of: date, days: Days | None) -> Iterator[NearMiss]:
    """Activities of the type and by the performer that the rule names, that fail on something else."""
    within = days or commitment.valid
    near = NEAR_AMONG_TYPES if commitment.counts.types else NEAR_ALWAYS
    for activity in ledger.activities:
        if activity.local_date > as_of or activity.local_date not in within:
            continue
        judged = verdict(commitment, activity, ledger.places)
        if isinstance(judged, DoesNot) and judged.reason in near and _else_fits(commitment, activity, ledger):
            yield NearMiss(activity, judged.reason)


def _else_fits(commitment: Commitment, activity: Activity, ledger: Ledger) -> bool:
    """An interrupted activity is told so before its rule is asked: it is near only if the rule holds."""
    reason = unmet(commitment.counts, activity, ledger.places)
    return reason is None or reason in NEAR_AMONG_TYPES


def _given(all_of: Sequence[Contribution], its_row: BoardRow, days: Days | None) -> list[Contribution]:
    if its_row.per is None:
        return list(all_of)
    return [each for each in all_of if days is not None and each.period == days]


def _seen(
    session: Session, principal: Principal, municipality: str, given: Sequence[Contribution]
) -> Iterator[Seen]:
    made = board_queries.makings(session, municipality, {each.activity.id for each in given})
    for each in given:
        making = made[each.activity.id]
        how = sight(
            principal, municipality, author=making.author, author_organisation=making.author_organisation
        )
        if how is not Sight.NONE:
            yield Seen(each, how)


def _activities(seen: Iterable[Seen]) -> list[Activity]:
    """Each activity once: an hour over two periods is two contributions."""
    return list({each.contribution.activity.id: each.contribution.activity for each in seen}.values())


def _lists_near(principal: Principal, ask: Ask, its_row: BoardRow, days: Days | None) -> bool:
    """They are listed beside activities that count, for those who may read all of them."""
    if its_row.per is not None and days is None:
        return False
    return reach(principal, Action.READ, Resource.ACTIVITY, ask.municipality) is Reach.ALL


def _answer(its_row: BoardRow, days: Days | None) -> Period | None:
    if not isinstance(its_row.progress, PeriodsProgress):
        return None
    return next((each for each in its_row.progress.periods if each.days == days), None)


def _marks(commitment: Commitment, ledger: Ledger, as_of: date) -> tuple[Mark, ...]:
    if not isinstance(commitment.target, Milestone):
        return ()
    mine = (each for each in ledger.marks if each.commitment == commitment.id)
    return tuple(each for each in mine if each.date in commitment.valid and each.date <= as_of)


def _reports(commitment: Commitment, ledger: Ledger, as_of: date) -> tuple[Report, ...]:
    if not isinstance(commitment.target, Reported):
        return ()
    mine = (each for each in ledger.reports if each.commitment == commitment.id)
    return tuple(each for each in mine if each.month in commitment.valid and each.month <= as_of)
