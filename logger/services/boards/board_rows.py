"""The rows of a board: for each commitment where it stands, how it got there and what is left."""

from dataclasses import dataclass
from datetime import date, timedelta

from logger.domain.counting.accounts import Account, Accounts
from logger.domain.counting.gists import WEEKS_BACK
from logger.domain.counting.tallies import marked, tally
from logger.domain.periods import Days, Per, calendar_periods, week_of
from logger.domain.places import Place, id_now
from logger.domain.pledges import Commitment, Pledge
from logger.domain.progress.answers import Progress
from logger.domain.progress.pace import Pace, pace
from logger.domain.progress.progress import standing
from logger.domain.targets import Count, Coverage, EachPeriod, Hours, Milestone, Ongoing, Reported, Sum


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
    number, `calendar` all periods of the validity where each is judged. `few` is whether it has come to
    fewer than may be told.
    """

    commitment: Commitment
    progress: Progress
    pace: Pace
    last_activity: date | None
    weeks: tuple[int, ...] = ()
    dates: tuple[date, ...] = ()
    places: tuple[PlaceReached, ...] = ()
    calendar: tuple[Days, ...] = ()
    few: bool = False

    @property
    def per(self) -> Per | None:
        """The period that is judged on its own; None for all that is judged in total."""
        return judged_per(self.commitment)


@dataclass(frozen=True, slots=True)
class BoardArea:
    """A focus area with its rows, in the pledge's own order."""

    name: str
    rows: tuple[BoardRow, ...]


def areas(pledge: Pledge, accounts: Accounts) -> tuple[BoardArea, ...]:
    """Every commitment of the pledge as of the accounts' date, by focus area."""
    return tuple(
        BoardArea(area.name, tuple(row(accounts[each.id]) for each in area.commitments))
        for area in pledge.focus_areas
    )


def row(account: Account) -> BoardRow:
    """One commitment as of the end of its account's local day."""
    commitment = account.commitment
    return BoardRow(
        commitment=commitment,
        progress=standing(account),
        pace=pace(commitment, account.as_of),
        last_activity=last_work(account),
        weeks=_weeks(account),
        dates=tuple(account.book.dates) if isinstance(commitment.target, Ongoing) else (),
        places=_places(account),
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


def last_work(account: Account) -> date | None:
    """When something that counts was last done; a mark or a monthly number is work too."""
    match account.commitment.target:
        case Reported():
            days = [each.month for each in account.reports if each.month <= account.as_of]
        case Milestone():
            days = marked(account)
        case _:
            days = []
    began = account.book.last_began
    return max(days if began is None else [*days, began], default=None)


def _weeks(account: Account) -> tuple[int, ...]:
    """What each of the last weeks came to: hours and sums by their value, all else by its occasions."""
    this_week = week_of(account.as_of)
    back = (timedelta(weeks=number) for number in reversed(range(WEEKS_BACK)))
    weeks = [Days(this_week.first - each, this_week.last - each) for each in back]
    match account.commitment.target:
        case Milestone() | Reported():
            return ()
        case Hours() | Sum():
            return tuple(map(tally(account), weeks))
        case _:
            return tuple(map(account.book.occasions_in, weeks))


def _places(account: Account) -> tuple[PlaceReached, ...]:
    """The places of a coverage in the order of the rule, then by name; those judged by period have none."""
    commitment, places, target = account.commitment, account.places, account.commitment.target
    if not isinstance(target, Coverage) or isinstance(target.judged, EachPeriod):
        return ()
    visits = account.book.visits_in(commitment.valid)
    named = [places.get(each, Place(each, each)) for each in account.covered]
    listed = {id_now(each, places): at for at, each in enumerate(commitment.counts.places)}
    ordered = sorted(named, key=lambda place: (listed.get(place.id, len(listed)), place.name))
    return tuple(
        PlaceReached(place, visits[place.id], visits[place.id] >= target.at_least) for place in ordered
    )
