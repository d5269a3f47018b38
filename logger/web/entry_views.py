"""Lists of activities as pages print them: when, what, where, and what each one gave."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from logger.domain.activities import Activity
from logger.domain.policy import Sight
from logger.services.drilldown import NearMiss, Seen
from logger.web.activity_words import REASONS, WHY, ActivityWords
from logger.web.dates import span_of_clock, weekday_date
from logger.web.words import amount, capital


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One activity in a list. `amount` is empty where nothing is counted, `faint` when it gave nothing."""

    href: str
    day: str
    clock: str
    title: str
    detail: str
    amount: str
    faint: bool


def contribution_lines(
    entries: Iterable[Seen], kind: str, words: ActivityWords, base: str
) -> tuple[EntryLine, ...]:
    """The activities behind a figure, with what each gave in the figure's own unit."""
    listed = list(entries)
    dated = _dates_of([each.contribution.activity for each in listed])
    lines = []
    for each in listed:
        given = each.contribution
        whole = each.sight is Sight.WHOLE
        detail = WHY[given.why] or words.detail(given.activity, with_people=whole)
        shown = amount(kind, given.amount)
        lines.append(_line(given.activity, dated, words, base, detail, shown, faint=not given.amount))
    return tuple(lines)


def near_lines(near: Iterable[NearMiss], words: ActivityWords, base: str) -> tuple[EntryLine, ...]:
    """Activities that do not count, each with why not."""
    listed = list(near)
    dated = _dates_of([each.activity for each in listed])
    return tuple(
        _line(each.activity, dated, words, base, capital(REASONS[each.reason]), "", faint=False)
        for each in listed
    )


def _dates_of(listed: Sequence[Activity]) -> Callable[[date], str]:
    """How the list writes its days: with the year as soon as there is more than one of them."""
    if len({activity.local_date.year for activity in listed}) > 1:
        return weekday_date
    return lambda day: weekday_date(day, day)


def _line(
    activity: Activity,
    dated: Callable[[date], str],
    words: ActivityWords,
    base: str,
    detail: str,
    given: str,
    *,
    faint: bool,
) -> EntryLine:
    return EntryLine(
        href=f"{base}/{activity.id}",
        day=dated(activity.local_date),
        clock=span_of_clock(activity.started_at, activity.ended_at),
        title=words.title(activity),
        detail=detail,
        amount=given,
        faint=faint,
    )
