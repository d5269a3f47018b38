"""Dates, clock times and periods as they are written, in the language spoken."""

from datetime import date, datetime

from logger.domain.periods import STOCKHOLM, Days, Per
from logger.web.texts import t
from logger.web.words import BETWEEN, NO_BREAK, TO

WEEKDAYS = ("mån", "tis", "ons", "tors", "fre", "lör", "sön")
WEEKDAYS_WHOLE = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
MONTHS_WHOLE = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip


def month_in_words(month: int) -> str:
    """A month by its number: "mars"."""
    return t(MONTHS_WHOLE[month - 1])


def short_month(month: int) -> str:
    """A month by its number, in three letters: "mar"."""
    return t(MONTHS[month - 1])


def short_weekday(day: date) -> str:
    """The day of the week in short: "tors"."""
    return t(WEEKDAYS[day.weekday()])


def short_date(day: date, beside: date | None = None) -> str:
    """Written as 14 sep, with the year when it is another than that of the date beside it."""
    text = f"{day.day}{NO_BREAK}{short_month(day.month)}"
    return text if beside is not None and beside.year == day.year else f"{text}{NO_BREAK}{day.year}"


def weekday_date(day: date, beside: date | None = None) -> str:
    """Written as tis 14 sep 2021; without the year where the date beside it has the same."""
    return f"{short_weekday(day)}{NO_BREAK}{short_date(day, beside)}"


def long_date(day: date, beside: date | None = None) -> str:
    """Written as 14 september 2021; without the year where the date beside it has the same."""
    text = f"{day.day}{NO_BREAK}{month_in_words(day.month)}"
    return text if beside is not None and beside.year == day.year else f"{text}{NO_BREAK}{day.year}"


def whole_weekday_date(day: date, beside: date | None = None) -> str:
    """Written as söndag 5 december."""
    return f"{t(WEEKDAYS_WHOLE[day.weekday()])}{NO_BREAK}{long_date(day, beside)}"


def days(span: Days) -> str:
    """A run of days: "1 januari – 31 december 2021", a single one by itself."""
    if span.first == span.last:
        return long_date(span.first)
    return f"{long_date(span.first, span.last)}{BETWEEN}{long_date(span.last)}"


def clock(instant: datetime) -> str:
    """The time of day in Sweden: 19:10."""
    return f"{instant.astimezone(STOCKHOLM):%H:%M}"


def span_of_clock(start: datetime, end: datetime | None) -> str:
    """Written as 19:10–19:55; past midnight with the day of the end; without an end its start alone."""
    if end is None:
        return clock(start)
    local_start, local_end = start.astimezone(STOCKHOLM), end.astimezone(STOCKHOLM)
    if local_start.date() == local_end.date() or (local_end - local_start).days < 1:
        return f"{clock(start)}–{clock(end)}"
    return f"{clock(start)}–{short_weekday(local_end)}{NO_BREAK}{clock(end)}"


def month_name(day: date) -> str:
    """The month of a day: "mars 2021"."""
    return f"{month_in_words(day.month)}{NO_BREAK}{day.year}"


def week_numbers(weeks: str, beside: date) -> str:
    """The numbers of one or two weeks from 2021-W34 or 2021-W21/2021-W22: "34", "21–22", "52 2020".

    The year stands where it is not that of the date beside it.
    """
    found = [date.fromisoformat(f"{each}-4").isocalendar() for each in weeks.split("/")]
    numbers = TO.join(str(each.week) for each in found)
    return numbers if found[-1].year == beside.year else f"{numbers}{NO_BREAK}{found[-1].year}"


def period_name(per: Per, span: Days) -> str:
    """What a period is called: "vecka 48", "mars 2021"; pledge years and seasons by their dates."""
    match per:
        case Per.ISO_WEEK:
            return f"{t('vecka')}{NO_BREAK}{span.first.isocalendar().week}"
        case Per.DAY:
            return weekday_date(span.first)
        case Per.MONTH:
            return month_name(span.first)
        case Per.QUARTER:
            return f"{t('kvartal')}{NO_BREAK}{(span.first.month - 1) // 3 + 1}{NO_BREAK}{span.first.year}"
        case Per.TERTIAL:
            return f"{t('tertial')}{NO_BREAK}{(span.first.month - 1) // 4 + 1}{NO_BREAK}{span.first.year}"
        case Per.HALF_YEAR:
            half = t("första halvåret") if span.first.month == 1 else t("andra halvåret")
            return f"{half}{NO_BREAK}{span.first.year}"
        case Per.YEAR:
            return str(span.first.year)
        case Per.PLEDGE_YEAR | Per.SEASON:
            return f"{short_date(span.first, span.last)}{BETWEEN}{short_date(span.last)}"


def period_mark(per: Per, span: Days) -> str:
    """The shortest name of a period, under a chart: "48", "mar", "K1"."""
    match per:
        case Per.ISO_WEEK:
            return str(span.first.isocalendar().week)
        case Per.DAY:
            return str(span.first.day)
        case Per.MONTH:
            return short_month(span.first.month)
        case Per.QUARTER:
            return f"{t('K')}{(span.first.month - 1) // 3 + 1}"
        case Per.TERTIAL:
            return f"T{(span.first.month - 1) // 4 + 1}"
        case Per.HALF_YEAR:
            return f"H{1 if span.first.month == 1 else 2}"
        case Per.YEAR:
            return str(span.first.year)
        case Per.PLEDGE_YEAR | Per.SEASON:
            return short_month(span.first.month)
