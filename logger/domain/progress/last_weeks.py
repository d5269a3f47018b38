"""In which week something was last done at a place, where no telling of it comes down to a part of a week.

Figures are told to the end of a month, so a week that two months share is told with the one beside it in its
own month: nothing that is told, of any month, then parts what is told together. Months that the promise or
citizens' pointing out begins or ends in are not parted into weeks at all; nor is anything, where the rule or
another promise over the same work asks for certain days.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Self

from logger.domain.periods import ONE_DAY, Days, Per, calendar_periods, week_of
from logger.domain.places import Place
from logger.domain.pledges import Commitment, Pledge, Rule
from logger.domain.targets import per_of

NO_MONTHS = (Per.ISO_WEEK, Per.SEASON, Per.PLEDGE_YEAR)


@dataclass(frozen=True, slots=True)
class LastWeeks:
    """How the time of a commitment is told; `ends` are days on which something that is told of it begins."""

    weekly: bool
    parted: bool
    ends: frozenset[date]

    @classmethod
    def of(cls, pledge: Pledge, commitment: Commitment, as_of: date) -> Self:
        """By the commitment's own rule, and by those of the others that may count the same work."""
        per = per_of(commitment.target)
        beside = [each for each in pledge.commitments if _may_share(each, commitment)]
        parted = per is not Per.DAY and not any(map(_tells_other_days, beside))
        ends = {end for each in beside for end in _ends(each.valid)}
        return cls(per is Per.ISO_WEEK, parted, frozenset(ends | {as_of + ONE_DAY}))

    def told(self, place: Place, day: date) -> Days | None:
        """The days that are told of one of them; None where its month is all that may be told."""
        if not self.parted:
            return None
        (month,) = calendar_periods(Per.MONTH, Days(day, day))
        ends = self.ends | {end for flag in place.flagged for end in (flag.first, _after(flag.last)) if end}
        if any(end in month and end != month.first for end in ends):
            return None
        return next(each for each in weeks_within(month) if day in each)


def weeks_within(month: Days) -> Iterator[Days]:
    """The month in whole weeks; the days before the first and after the last go with these."""
    weeks = [each for each in calendar_periods(Per.ISO_WEEK, month) if month.covers(each)]
    for week in weeks:
        first = month.first if week == weeks[0] else week.first
        yield Days(first, month.last if week == weeks[-1] else week.last)


def month_told(day: date, *, weekly: bool) -> date:
    """The first of the month that the day is told in: its own, or that of most of its week."""
    told = week_of(day).first + 3 * ONE_DAY if weekly else day
    return told.replace(day=1)


def in_iso(span: Days) -> str:
    """The weeks as machines read them: 2021-W34, or 2021-W21/2021-W22 for days of two."""
    first, last = (f"{day:%G-W%V}" for day in (span.first, span.last))
    return first if first == last else f"{first}/{last}"


def _tells_other_days(commitment: Commitment) -> bool:
    """Whether its own periods are no whole months, or its rule leaves days of them out."""
    return per_of(commitment.target) in NO_MONTHS or any(
        rule.weekdays or rule.seasons for rule in _rules(commitment.counts)
    )


def _may_share(one: Commitment, other: Commitment) -> bool:
    """Whether all that counts for one of them may count for the other, so that one tells of the other."""
    here, there = one.counts, other.counts
    by, others_by = {*here.performed_by, *here.jointly}, {*there.performed_by, *there.jointly}
    pairs = (set(here.types), set(there.types)), (by, others_by)
    return not any(mine and theirs and mine.isdisjoint(theirs) for mine, theirs in pairs)


def _rules(rule: Rule) -> Iterator[Rule]:
    yield rule
    for each in (*rule.any_of, *([rule.excluded] if rule.excluded else [])):
        yield from _rules(each)


def _ends(days: Days) -> tuple[date, date]:
    return days.first, days.last + ONE_DAY


def _after(day: date | None) -> date | None:
    return day + ONE_DAY if day else None
