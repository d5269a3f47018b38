"""Opening a figure: its rule, its period, and every activity that made it, with what each one gave."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from logger.domain.activities import Activity
from logger.domain.counting.accounts import account_of
from logger.domain.counting.contributions import Contribution, contributions
from logger.domain.counting.examination import counted_also
from logger.domain.counting.ledger import Ledger, Mark, Report
from logger.domain.counting.near_misses import NearMiss, near_misses
from logger.domain.counting.spans import given_within
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Reach, Resource, Sight, reach, sight
from logger.domain.periods import Days
from logger.domain.pledges import Commitment, Pledge
from logger.domain.progress.answers import Period, PeriodsProgress
from logger.domain.progress.place_grid import PlaceGrid, place_grid
from logger.domain.refusing.refusals import NotFound
from logger.domain.targets import Milestone, Reported
from logger.domain.terms import Vocabulary
from logger.services.boards.board_rows import BoardRow, row
from logger.services.boards.boards import Ask, pledge_for, shown_day
from logger.services.kept.ledgers import ledger_for
from logger.services.pledges.pledges import StoredPledge
from logger.store import vocabulary
from logger.store.activities import board_queries


@dataclass(frozen=True, slots=True)
class Pick:
    """What of a figure is opened: the period that holds a day, what was done on some days, or at a place."""

    day: date | None = None
    within: Days | None = None
    place: str | None = None

    @property
    def is_part(self) -> bool:
        """Whether it is what was done that is asked for, instead of the figure itself."""
        return self.within is not None or self.place is not None


@dataclass(frozen=True, slots=True)
class Seen:
    """One contribution, and how much of its activity may be seen: whole, or bare of people and note."""

    contribution: Contribution
    sight: Sight


@dataclass(frozen=True, slots=True)
class Drilldown:
    """A figure opened.

    `period` is the one whose activities are shown; None when all are (or, for a promise for each period,
    when none is picked). With a `pick` of days or of a place the entries are those alone, and `amount` is
    what was done there; else it is what all contributions add up to, those unseen too. `also` are the other
    commitments that each entry counts for, by its id.
    """

    stored: StoredPledge
    as_of: date
    row: BoardRow
    pick: Pick
    period: Days | None
    answer: Period | None
    entries: tuple[Seen, ...]
    hidden: int
    amount: int
    near: tuple[NearMiss, ...]
    also: Mapping[str, tuple[Commitment, ...]]
    marks: tuple[Mark, ...]
    reports: tuple[Report, ...]
    grid: PlaceGrid | None
    ledger: Ledger
    words: Vocabulary


def open_figure(
    session: Session, principal: Principal, ask: Ask, commitment_id: str, pick: Pick, today: date
) -> Drilldown:
    """The figure of one commitment with the activities behind it that the principal may see.

    Raises NotFound for a commitment that the pledge has not.
    """
    stored = pledge_for(session, principal, ask)
    commitment = commitment_in(stored, commitment_id)
    as_of = shown_day(stored.pledge, ask.as_of, today)
    ledger = ledger_for(session, ask.municipality, stored)
    account = account_of(stored.pledge, commitment, ledger, as_of)
    its_row = row(account)
    days = next((each for each in its_row.calendar if pick.day and pick.day in each), None)
    given = _given(stored.pledge, its_row, ledger, as_of, pick, days)
    seen = tuple(_seen(session, principal, ask.municipality, given))
    span = days or pick.within
    marks, reports = _marks(commitment, ledger, as_of, pick), _reports(commitment, ledger, as_of, pick)
    near = near_misses(commitment, ledger, as_of, span) if _lists_near(principal, ask, its_row, span) else ()
    return Drilldown(
        stored=stored,
        as_of=as_of,
        row=its_row,
        pick=pick,
        period=days,
        answer=_answer(its_row, days),
        entries=seen,
        hidden=len(given) - len(seen),
        amount=sum(each.amount for each in given) + _besides(pick, marks, reports),
        near=tuple(near),
        also=counted_also(stored.pledge, commitment.id, _activities(seen), ledger, as_of),
        marks=marks,
        reports=reports,
        grid=place_grid(account),
        ledger=ledger,
        words=vocabulary.vocabulary(session),
    )


def commitment_in(stored: StoredPledge, commitment_id: str) -> Commitment:
    """The pledge's commitment of this id. Raises NotFound for one that it has not."""
    try:
        return stored.pledge.commitment(commitment_id)
    except KeyError as unknown:
        raise NotFound from unknown


def _given(
    pledge: Pledge, its_row: BoardRow, ledger: Ledger, as_of: date, pick: Pick, days: Days | None
) -> list[Contribution]:
    commitment = its_row.commitment
    if pick.is_part:
        done = given_within(pledge, commitment, ledger, pick.within or commitment.valid, as_of)
        return [each for each in done if pick.place in (None, each.activity.place)]
    all_of = contributions(pledge, commitment.id, ledger, as_of)
    if its_row.per is None:
        return all_of
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


def _besides(pick: Pick, marks: Sequence[Mark], reports: Sequence[Report]) -> int:
    """What a figure has beside activities: numbers of months, and on picked days what was marked as done."""
    reported = 0 if pick.place else sum(each.value for each in reports)
    return reported + (len(marks) if pick.within else 0)


def _marks(commitment: Commitment, ledger: Ledger, as_of: date, pick: Pick) -> tuple[Mark, ...]:
    if not isinstance(commitment.target, Milestone):
        return ()
    mine = (each for each in ledger.marks if each.commitment == commitment.id)
    days = pick.within or commitment.valid
    return tuple(
        each for each in mine if each.date in commitment.valid and each.date in days and each.date <= as_of
    )


def _reports(commitment: Commitment, ledger: Ledger, as_of: date, pick: Pick) -> tuple[Report, ...]:
    if not isinstance(commitment.target, Reported):
        return ()
    mine = (each for each in ledger.reports if each.commitment == commitment.id)
    days = pick.within or commitment.valid
    return tuple(
        each for each in mine if each.month in commitment.valid and each.month in days and each.month <= as_of
    )
