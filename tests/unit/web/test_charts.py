"""Charts as geometry: what is drawn follows from the figures, and nothing else."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logger.domain.periods import Days, week_of
from logger.domain.progress.answers import Period
from logger.domain.progress.pace import Status
from logger.web.board.period_charts import PeriodState, bar_chart, state_of, strip
from logger.web.charts import GOAL_AT, along, bullet, coverage_cells, sparkline, ticks

YEAR = Days(date(2021, 1, 1), date(2021, 12, 31))


def week(
    value: int, at_least: int = 2, *, scored: bool = True, closed: bool = True, number: int = 10
) -> Period:
    monday = date(2021, 1, 4) + timedelta(weeks=number - 1)
    return Period(week_of(monday), value, at_least, scored, closed)


def test_the_goal_stands_at_the_same_place_whatever_the_goal():
    assert bullet(32, 52, None).goal == bullet(1, 2, None).goal == GOAL_AT
    assert bullet(52, 52, None).value == GOAL_AT


def test_what_lacks_is_hatched_only_for_those_who_are_late():
    late = bullet(9, 20, Fraction(14), Status.BEHIND)
    assert late.hatch == pytest.approx((9 / 20 * 86, 5 / 20 * 86))
    assert late.expected == pytest.approx(60.2)
    assert bullet(1, 2, 1.4, Status.IN_PROGRESS).hatch is None
    assert bullet(20, 20, 14, Status.MET).hatch is None


def test_a_bar_passes_its_goal_and_gets_a_point_beyond_116_percent():
    assert not bullet(60, 52, None).pointed
    assert bullet(60, 52, None).value > GOAL_AT
    assert bullet(61, 52, None).pointed
    assert bullet(61, 52, None).value == 100


def test_without_a_goal_there_is_no_bar():
    assert bullet(14, None, None).goal is None
    assert bullet(14, 0, None).value == 0


@given(st.integers(0, 10**6), st.integers(1, 10**5), st.fractions(0, 10**6))
def test_no_bar_ever_leaves_its_track(value, goal, expected):
    drawn = bullet(value, goal, expected, Status.BEHIND)
    assert 0 <= drawn.value <= 100
    assert drawn.expected is not None
    assert 0 <= drawn.expected <= 100
    if drawn.hatch:
        assert drawn.hatch[0] == drawn.value
        assert sum(drawn.hatch) <= 100.01


@given(st.lists(st.booleans(), min_size=1, max_size=60))
def test_coverage_has_one_cell_a_place_and_ends_at_the_goal(reached):
    cells = coverage_cells(reached)
    assert [cell.reached for cell in cells] == reached
    assert cells[-1].x + cells[-1].width == pytest.approx(GOAL_AT, abs=0.02)
    assert all(cell.width > 0 for cell in cells)


def test_coverage_of_no_places_is_empty():
    assert coverage_cells([]) == ()


def test_a_day_stands_along_its_year():
    assert along(YEAR.last, YEAR) == GOAL_AT
    assert along(date(2021, 9, 14), YEAR) == pytest.approx(257 / 365 * GOAL_AT, abs=0.01)
    assert along(date(2020, 1, 1), YEAR) == 0
    assert along(date(2030, 1, 1), YEAR) == GOAL_AT


def test_two_occasions_on_one_day_are_one_tick():
    day = date(2021, 5, 5)
    assert len(ticks([day, day, day + timedelta(days=1)], YEAR)) == 2


def test_a_sparkline_shows_a_zero_as_a_dash_and_the_highest_as_tall_as_it_gets():
    columns = sparkline([0, 1, 2])
    assert [column.empty for column in columns] == [True, False, False]
    assert columns[2].height > columns[1].height > columns[0].height
    assert sparkline([]) == ()
    assert all(column.empty for column in sparkline([0] * 8))


@pytest.mark.parametrize(
    ("period", "state"),
    [
        (week(2), PeriodState.KEPT),
        (week(1), PeriodState.MISSED),
        (week(1, scored=False), PeriodState.UNSCORED),
        (week(1, closed=False), PeriodState.CURRENT),
        (week(1, scored=False, closed=False), PeriodState.CURRENT),
    ],
)
def test_each_week_has_one_shape(period, state):
    as_of = period.days.last if period.closed else period.days.first
    assert state_of(period, as_of, []) is state


def test_a_week_that_a_pause_excused_is_a_pause_and_one_kept_all_the_same_is_kept():
    missed, kept = week(0, scored=False), week(2)
    pause = [missed.days]
    assert state_of(missed, missed.days.last, pause) is PeriodState.PAUSED
    assert state_of(kept, kept.days.last, pause) is PeriodState.KEPT


def test_a_strip_goes_on_into_the_weeks_to_come():
    periods = [week(2, number=1), week(1, number=2, closed=False)]
    calendar = [week(0, number=number).days for number in (1, 2, 3, 4)]
    marks = strip(periods, calendar, periods[1].days.first, [])
    assert [mark.state for mark in marks] == [
        PeriodState.KEPT,
        PeriodState.CURRENT,
        PeriodState.FUTURE,
        PeriodState.FUTURE,
    ]
    assert marks[1].share == 0.5


def test_bars_over_time_share_one_scale_with_their_goal():
    periods = [week(7200, 7200, number=1), week(3600, 7200, number=2, closed=False)]
    marks = strip(periods, [each.days for each in periods], periods[1].days.first, [])
    chart = bar_chart(marks, 7200, height=240)
    assert chart.goal is not None
    assert chart.bars[0].y == pytest.approx(chart.goal.y)
    assert chart.bars[1].height == pytest.approx(chart.bars[0].height / 2)
    assert chart.bars[1].short == pytest.approx((chart.goal.y, chart.bars[1].height))
    assert [rung.value for rung in chart.rungs] == [14400]


@given(st.lists(st.integers(0, 100 * 3600), min_size=1, max_size=53), st.integers(0, 40 * 3600))
def test_no_bar_is_taller_than_its_chart(values, goal):
    periods = [week(value, goal, number=number + 1) for number, value in enumerate(values)]
    marks = strip(periods, [each.days for each in periods], date(2021, 12, 31), [])
    chart = bar_chart(marks, goal)
    assert all(0 <= bar.height <= chart.height and bar.y >= -0.01 for bar in chart.bars)
    assert len(chart.rungs) <= 3
