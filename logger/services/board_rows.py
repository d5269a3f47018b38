"""The rows of a board: for each commitment where it stands, how it got there and what is left."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from logger.domain.answers import Progress
from logger.domain.ledger import Ledger
from logger.domain.occasions import attendance, occasions
from logger.domain.pace import Pace, pace
from logger.domain.periods import Days, Per, calendar_periods, week_of
from logger.domain.places import Place, id_now
from logger.domain.pledges import Commitment, Pledge
from logger.domain.progress import commitment_progress
from logger.domain.tallies import covered_places, tally
from logger.domain.targets import Count, Coverage, EachPeriod, Hours, Milestone, Ongoing, Reported, Sum

WEEKS_BACK = 8


@dataclass(frozen=True, slots=True)
class PlaceReached:
    """A place of a coverage, how many occasions it has had, and whether they are enough."""

    place: Place
    occasions: int
    reached: bool


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One commitment on the board.

    `weeks` is what each of the last eight ISO weeks came to, oldest first (seconds for hours, a counter for
    sums, else occasions); empty for what has no value by the week. `dates` are the days of work without a
    number, `calendar` all periods of the validity where each is judged.
    """

    commitment: Commitment
    progress: Progress
    pace: Pace
    last_activity: date | None
    weeks: tuple[int, ...] = ()
    dates: tuple[date, ...] = ()
    places: tuple[PlaceReached, ...] = ()
    calendar: tuple[Days, ...] = ()

    @property
    def per(self) -> Per | None:
        """The period that is judged on its own; None for all that is judged in total."""
        return judged_per(self.commitment)


@dataclass(frozen=True, slots=True)
class BoardArea:
    """A focus area with its rows, in the pledge's own order."""

    name: str
    rows: tuple[BoardRow, ...]


def areas(pledge: Pledge, ledger: Ledger, as_of: date) -> tuple[BoardArea, ...]:
    """Every commitment of the pledge as of the end of the local day, by focus area."""
    return tuple(
        BoardArea(area.name, tuple(row(pledge, each, ledger, as_of) for each in area.commitments))
        for area in pledge.focus_areas
    )


def row(pledge: Pledge, commitment: Commitment, ledger: Ledger, as_of: date) -> BoardRow:
    """One commitment as of the end of the local day."""
    worked = days_of_work(pledge, commitment, ledger, as_of)
    progress = commitment_progress(pledge, commitment, ledger, as_of)
    return BoardRow(
        commitment=commitment,
        progress=progress,
        pace=pace(commitment, as_of),
        last_activity=max(worked, default=None),
        weeks=_weeks(pledge, commitment, ledger, as_of, worked),
        dates=tuple(worked) if isinstance(commitment.target, Ongoing) else (),
        places=_places(pledge, commitment, ledger, as_of),
        calendar=calendar_of(commitment),
    )


def judged_per(commitment: Commitment) -> Per | None:
    """The period that the commitment must reach its goal in each time; None when judged in total."""
    match commitment.target:
        case (
            Count(judged=EachPeriod(per=per))
            | Sum(judged=EachPeriod(per=per))
            | Hours(judged=EachPeriod(per=per))
            | Coverage(judged=EachPeriod(per=per))
        ):
            return per
        case _:
            return None


def calendar_of(commitment: Commitment) -> tuple[Days, ...]:
    """Every period that touches the validity, in order; empty when judged in total."""
    per = judged_per(commitment)
    if per is None:
        return ()
    return tuple(calendar_periods(per, commitment.valid, commitment.counts.seasons))


def days_of_work(pledge: Pledge, commitment: Commitment, ledger: Ledger, as_of: date) -> list[date]:
    """The dates on which something that counts was done, in order; a mark or a monthly number is work too."""
    match commitment.target:
        case Hours():
            return [activity.local_date for activity, _ in attendance(pledge, commitment, ledger, as_of)]
        case Reported():
            return _until(as_of, (each.month for each in ledger.reports if each.commitment == commitment.id))
        case Milestone():
            marked = (each.date for each in ledger.marks if each.commitment == commitment.id)
            counted = [each.rule_date for each in occasions(pledge, commitment, ledger, as_of)]
            return sorted(counted + _until(as_of, (day for day in marked if day in commitment.valid)))
        case _:
            return sorted(each.rule_date for each in occasions(pledge, commitment, ledger, as_of))


def _until(as_of: date, days: Iterable[date]) -> list[date]:
    return sorted(day for day in days if day <= as_of)


def _weeks(
    pledge: Pledge, commitment: Commitment, ledger: Ledger, as_of: date, worked: list[date]
) -> tuple[int, ...]:
    """What each of the last weeks came to: hours and sums by their value, all else by its occasions."""
    this_week = week_of(as_of)
    back = (timedelta(weeks=number) for number in reversed(range(WEEKS_BACK)))
    weeks = [Days(this_week.first - each, this_week.last - each) for each in back]
    match commitment.target:
        case Milestone() | Reported():
            return ()
        case Hours() | Sum():
            return tuple(map(tally(pledge, commitment, ledger, as_of), weeks))
        case _:
            return tuple(sum(day in week for day in worked) for week in weeks)


def _places(pledge: Pledge, commitment: Commitment, ledger: Ledger, as_of: date) -> tuple[PlaceReached, ...]:
    """The places of a coverage in the order of the rule, then by name; those judged by period have none."""
    target = commitment.target
    if not isinstance(target, Coverage) or isinstance(target.judged, EachPeriod):
        return ()
    found = [each.activity.place for each in occasions(pledge, commitment, ledger, as_of)]
    named = [ledger.places.get(each, Place(each, each)) for each in covered_places(commitment, ledger)]
    listed = {id_now(each, ledger.places): at for at, each in enumerate(commitment.counts.places)}
    ordered = sorted(named, key=lambda place: (listed.get(place.id, len(listed)), place.name))
    return tuple(
        PlaceReached(place, found.count(place.id), found.count(place.id) >= target.at_least)
        for place in ordered
    )
