"""Swedish on the pages: numbers, hours, dates, singular and plural."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from logger.domain.counting.contributions import Why
from logger.domain.counting.counting import Reason
from logger.domain.periods import Days, Per
from logger.domain.progress.causes import Near
from logger.domain.progress.pace import Status
from logger.web import words
from logger.web.activities.activity_words import REASONS, WHY
from logger.web.board.cause_words import near_line
from logger.web.dates import (
    clock,
    days,
    long_date,
    period_mark,
    period_name,
    short_date,
    span_of_clock,
    week_numbers,
    weekday_date,
)


def plain(text: str) -> str:
    """The text with ordinary spaces, as it is read."""
    return text.replace(words.NO_BREAK, " ").replace(words.THIN, " ")


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0"), (999, "999"), (1000, "1 000"), (1234567, "1 234 567"), (-1500, "−1 500")]
)
def test_thousands_stand_apart(number, text):
    assert plain(words.whole(number)) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Fraction(4, 3), "1,3"),
        (Fraction(2), "2"),
        (1.25, "1,3"),
        (Fraction(1, 20), "0,1"),
        (12345.6, "12 345,6"),
    ],
)
def test_decimals_have_a_comma_and_no_tail_of_zeros(number, text):
    assert plain(words.decimal(number)) == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (4500, "1:15"), (7199, "1:59"), (7200, "2:00"), (360000, "100:00")]
)
def test_hours_drop_seconds_so_that_what_is_not_yet_two_hours_never_reads_two(seconds, text):
    assert words.hours(seconds) == text


def test_what_is_left_counts_a_begun_minute_as_a_minute():
    assert words.hours_left(1) == "0:01"
    assert words.hours_left(2700) == "0:45"


def test_one_is_singular_and_all_else_plural():
    assert plain(words.TIME.of(1)) == "1 gång"
    assert plain(words.TIME.of(0)) == "0 gånger"
    assert plain(words.PERIODS[Per.ISO_WEEK].of(1)) == "1 vecka"
    assert plain(words.PERIODS[Per.QUARTER].of(3)) == "3 kvartal"


def test_none_agrees_with_its_noun():
    assert words.PERIODS[Per.ISO_WEEK].none() == "ingen vecka"
    assert words.PERIODS[Per.QUARTER].none() == "inget kvartal"
    assert words.PERIODS[Per.QUARTER].kept(1) == "hållet"
    assert words.PERIODS[Per.MONTH].kept(1) == "hållen"
    assert words.PERIODS[Per.MONTH].kept(2) == "hållna"


def test_things_in_a_row_end_in_och():
    assert words.listed([]) == ""
    assert words.listed(["a"]) == "a"
    assert words.listed(["a", "b", "c"]) == "a, b och c"


def test_a_date_says_its_year_unless_the_one_beside_it_does():
    day = date(2021, 9, 14)
    assert plain(weekday_date(day)) == "tis 14 sep 2021"
    assert plain(short_date(day, date(2021, 1, 1))) == "14 sep"
    assert plain(short_date(day, date(2022, 1, 1))) == "14 sep 2021"
    assert plain(long_date(day)) == "14 september 2021"


def test_a_run_of_days_says_a_shared_year_once():
    assert plain(days(Days(date(2021, 1, 1), date(2021, 12, 31)))) == "1 januari – 31 december 2021"
    assert plain(days(Days(date(2021, 1, 1), date(2022, 3, 31)))) == "1 januari 2021 – 31 mars 2022"
    assert plain(days(Days(date(2021, 1, 1), date(2021, 1, 1)))) == "1 januari 2021"


def test_clock_times_are_swedish_whatever_the_season():
    assert clock(datetime(2021, 7, 1, 17, 10, tzinfo=UTC)) == "19:10"
    assert clock(datetime(2021, 12, 1, 18, 10, tzinfo=UTC)) == "19:10"


def test_a_span_over_midnight_needs_no_date_but_one_over_a_day_does():
    start = datetime(2021, 6, 4, 20, 0, tzinfo=UTC)
    assert span_of_clock(start, datetime(2021, 6, 4, 23, 30, tzinfo=UTC)) == "22:00–01:30"
    assert plain(span_of_clock(start, datetime(2021, 6, 5, 21, 0, tzinfo=UTC))) == "22:00–lör 23:00"
    assert span_of_clock(start, None) == "22:00"


@pytest.mark.parametrize(
    ("per", "first", "last", "name", "mark"),
    [
        (Per.ISO_WEEK, (2021, 11, 29), (2021, 12, 5), "vecka 48", "48"),
        (Per.ISO_WEEK, (2020, 12, 28), (2021, 1, 3), "vecka 53", "53"),
        (Per.DAY, (2021, 9, 14), (2021, 9, 14), "tis 14 sep 2021", "14"),
        (Per.MONTH, (2021, 3, 1), (2021, 3, 31), "mars 2021", "mar"),
        (Per.QUARTER, (2021, 4, 1), (2021, 6, 30), "kvartal 2 2021", "K2"),
        (Per.TERTIAL, (2021, 9, 1), (2021, 12, 31), "tertial 3 2021", "T3"),
        (Per.HALF_YEAR, (2021, 7, 1), (2021, 12, 31), "andra halvåret 2021", "H2"),
        (Per.YEAR, (2021, 1, 1), (2021, 12, 31), "2021", "2021"),
        (Per.PLEDGE_YEAR, (2021, 3, 1), (2022, 2, 28), "1 mar 2021 – 28 feb 2022", "mar"),
        (Per.SEASON, (2021, 8, 16), (2021, 12, 20), "16 aug – 20 dec 2021", "aug"),
    ],
)
def test_every_length_of_period_has_a_name(per, first, last, name, mark):
    span = Days(date(*first), date(*last))
    assert plain(period_name(per, span)) == name
    assert period_mark(per, span) == mark


def test_nothing_that_counting_can_say_lacks_its_words():
    assert set(words.STATUS_WORDS) == set(words.STATUS_SYMBOLS) == set(Status)
    assert set(words.PERIODS) == set(Per)
    assert set(REASONS) == set(Reason)
    assert set(WHY) == set(Why)


def test_two_weeks_stay_on_one_line():
    """A line may end after a dash, and "v. 36–" alone says something else."""
    assert week_numbers("2026-W36/2026-W37", date(2026, 11, 30)) == "36–\u206037"
    assert plain(week_numbers("2021-W52/2022-W01", date(2022, 1, 20))) == "52–\u20601"


@pytest.mark.parametrize(
    ("near", "line"),
    [
        (Near(1, Reason.TOO_SHORT), "1 liknande aktivitet räknas inte: den var för kort"),
        (Near(16, Reason.TOO_SHORT), "16 liknande aktiviteter räknas inte, oftast: den var för kort"),
        (
            Near(1, Reason.TOO_SHORT, 8),
            "1 liknande aktivitet de senaste åtta veckorna räknas inte: den var för kort",
        ),
        (
            Near(2, Reason.TOO_SHORT, 8),
            "2 liknande aktiviteter de senaste åtta veckorna räknas inte, oftast: den var för kort",
        ),
    ],
)
def test_what_came_close_says_of_which_time(near: Near, line: str):
    assert plain(near_line(near)) == line
