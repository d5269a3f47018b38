"""A rule's windows: when it is open, on which date, and which part of an interval lies inside."""

from collections.abc import Iterator
from datetime import date, datetime, time

from logger.domain.activities import Activity
from logger.domain.periods import ONE_DAY, Days, in_season, instant_of, local_date
from logger.domain.pledges import Clock, Rule

Interval = tuple[datetime, datetime]

OPERATIONAL_DAY = Clock(time(6), time(6))
CALENDAR_DAY = Clock(time(0), time(0))


def rule_date(rule: Rule, activity: Activity) -> date | None:
    """The date on which the window that holds the activity's start opened; None outside every window.

    Sunday 01:30 belongs to Saturday night. Without time keys it is the local start date.
    """
    if not rule.has_time_keys:
        return activity.local_date
    for day in (activity.local_date, activity.local_date - ONE_DAY):
        if opens_on(rule, day):
            opens, closes = window(rule, day)
            if opens <= activity.started_at < closes:
                return day
    return None


def opens_on(rule: Rule, day: date) -> bool:
    """Whether a window of the rule opens on this local date: one of its weekdays, in one of its seasons."""
    return (not rule.weekdays or day.weekday() in rule.weekdays) and in_season(day, rule.seasons)


def window(rule: Rule, day: date) -> Interval:
    """The window that opens on the date, as instants in UTC, the end not included."""
    clock = rule.clock or (OPERATIONAL_DAY if rule.weekdays else CALENDAR_DAY)
    closing_day = day if clock.opens < clock.closes else day + ONE_DAY
    return instant_of(day, clock.opens), instant_of(closing_day, clock.closes)


def inside(rule: Rule, interval: Interval) -> Iterator[Interval]:
    """The parts of the interval that lie inside the rule's windows; all of it without time keys."""
    if not rule.has_time_keys:
        yield interval
        return
    start, end = interval
    for day in Days(local_date(start) - ONE_DAY, local_date(end)):
        if opens_on(rule, day):
            opens, closes = window(rule, day)
            if max(start, opens) < min(end, closes):
                yield max(start, opens), min(end, closes)
