"""Lists of activities as pages print them: when, what, where, and what each one gave."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from logger.domain.activities import Activity
from logger.domain.counting.near_misses import NearMiss
from logger.domain.people.policy import Sight
from logger.domain.pledges import Commitment
from logger.services.boards.drilldown import Seen
from logger.web.activities.activity_words import REASONS, WHY, ActivityWords
from logger.web.dates import span_of_clock, weekday_date
from logger.web.figures import name_of
from logger.web.texts import t
from logger.web.words import amount, capital, listed


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One activity in a list. `amount` is empty where nothing is counted, `faint` when it gave nothing.

    `also` says what else it counts for, `why` is the address that tells why it counts or does not.
    """

    href: str
    day: str
    clock: str
    title: str
    detail: str
    amount: str
    faint: bool
    also: str = ""
    why: str = ""


def contribution_lines(
    entries: Iterable[Seen],
    kind: str,
    words: ActivityWords,
    base: str,
    also: Mapping[str, tuple[Commitment, ...]],
) -> tuple[EntryLine, ...]:
    """The activities behind a figure, with what each gave and what else it counts for."""
    all_of = list(entries)
    dated = _dates_of([each.contribution.activity for each in all_of])
    lines = []
    for each in all_of:
        given = each.contribution
        whole = each.sight is Sight.WHOLE
        detail = t(WHY[given.why]) or words.detail(given.activity, with_people=whole)
        shown = amount(kind, given.amount)
        line = _line(given.activity, dated, words, base, detail, shown, faint=not given.amount)
        lines.append(replace(line, also=also_in_words(also.get(given.activity.id, ()))))
    return tuple(lines)


def also_in_words(others: Sequence[Commitment]) -> str:
    """The other commitments that an entry counts for: "Räknas även mot Närvaro i kommunen"."""
    return t("Räknas även mot {0}", listed([name_of(each) for each in others])) if others else ""


def near_lines(
    near: Iterable[NearMiss], words: ActivityWords, base: str, why_at: str, query: str
) -> tuple[EntryLine, ...]:
    """Activities that do not count, each with why not, and the way to every condition at `why_at`."""
    all_of = list(near)
    dated = _dates_of([each.activity for each in all_of])
    lines = (
        _line(each.activity, dated, words, base, capital(REASONS[each.reason]), "", faint=False)
        for each in all_of
    )
    return tuple(
        replace(line, why=f"{why_at}/{each.activity.id}{query}")
        for line, each in zip(lines, all_of, strict=True)
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
