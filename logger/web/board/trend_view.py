"""The last eight weeks of a commitment, each with the way to what was done in it."""

from dataclasses import dataclass
from datetime import date, timedelta

from logger.domain.periods import week_of
from logger.domain.progress.outlook import trend
from logger.services.boards.board_rows import BoardRow
from logger.web.board.span_pick import span_query
from logger.web.dates import days
from logger.web.texts import t
from logger.web.words import NO_BREAK, amount

NUMBERS = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta")


@dataclass(frozen=True, slots=True)
class TrendWeek:
    """One week: its name, what it came to, the way there, and its column in percent of the highest."""

    name: str
    days: str
    value: str
    href: str
    height: float
    current: bool


@dataclass(frozen=True, slots=True)
class TrendView:
    """The weeks with a sentence; `sentence` compares the later half with the earlier."""

    weeks: tuple[TrendWeek, ...]
    sentence: str


def trend_view(row: BoardRow, as_of: date, address: str, picked: date | None) -> TrendView | None:
    """The weeks up to the date; None for what has no value by the week, and before it begins."""
    if not row.weeks or not row.pace.started:
        return None
    this_week, highest = week_of(as_of), max(*row.weeks, 1)
    weeks = []
    for number, value in enumerate(row.weeks):
        first = this_week.first - timedelta(weeks=len(row.weeks) - 1 - number)
        week = week_of(first)
        weeks.append(
            TrendWeek(
                name=f"v.{NO_BREAK}{first.isocalendar().week}",
                days=days(week),
                value=amount(row.progress.kind, value),
                href=f"{address}{span_query(week, as_of)}#bakom",
                height=round(value / highest * 100, 1),
                current=first == picked,
            )
        )
    return TrendView(tuple(weeks), trend_sentence(row))


def trend_sentence(row: BoardRow) -> str:
    """How it goes: "3 de senaste fyra veckorna, 5 de fyra dessförinnan."; empty without weeks."""
    halves, kind = trend(row.weeks), row.progress.kind
    if halves is None:
        return ""
    number = t(NUMBERS[halves.weeks])
    lately, before = amount(kind, halves.lately), amount(kind, halves.before)
    return t("{0} de senaste {1} veckorna, {2} de {3} dessförinnan.", lately, number, before, number)
