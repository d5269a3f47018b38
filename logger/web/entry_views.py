"""Lists of activities as pages print them: when, what, where, and what each one gave."""

from collections.abc import Iterable
from dataclasses import dataclass

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
    lines = []
    for each in entries:
        given = each.contribution
        whole = each.sight is Sight.WHOLE
        detail = WHY[given.why] or words.detail(given.activity, with_people=whole)
        shown = amount(kind, given.amount)
        lines.append(_line(given.activity, words, base, detail, shown, faint=not given.amount))
    return tuple(lines)


def near_lines(near: Iterable[NearMiss], words: ActivityWords, base: str) -> tuple[EntryLine, ...]:
    """Activities that do not count, each with why not."""
    return tuple(
        _line(each.activity, words, base, capital(REASONS[each.reason]), "", faint=False) for each in near
    )


def _line(
    activity: Activity, words: ActivityWords, base: str, detail: str, given: str, *, faint: bool
) -> EntryLine:
    return EntryLine(
        href=f"{base}/{activity.id}",
        day=weekday_date(activity.local_date, activity.local_date),
        clock=span_of_clock(activity.started_at, activity.ended_at),
        title=words.title(activity),
        detail=detail,
        amount=given,
        faint=faint,
    )
