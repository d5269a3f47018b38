"""Laws of counting that hold whatever the pledge and the ledger."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from logger.domain.activities import Activity
from logger.domain.counting.contributions import contributions
from logger.domain.counting.ledger import Ledger
from logger.domain.counting.presence import add, total, union
from logger.domain.counting.windows import Interval
from logger.domain.periods import STOCKHOLM, Per
from logger.domain.places import Flag, Place
from logger.domain.pledges import Pledge, Rule
from logger.domain.progress.progress import progress
from logger.domain.targets import Count, EachPeriod, Goal, Hours, HoursAs, Milestone, Reported
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.files.activities_files import activities_document, read_activities_text
from logger.services.files.pledge_files import read_pledge_text
from tests.worlds.ledgers import commitment, ledger, pledge
from tests.worlds.pledge_strategies import activities, pledge_documents

MAP = {
    "a": Place("a", "A", frozenset({"school"}), (Flag(date(2020, 6, 1), date(2022, 6, 1)),)),
    "b": Place("b", "B", frozenset({"road", "school"}), (Flag(date(2021, 2, 1)),)),
    "c": Place("c", "C", frozenset({"park"})),
}
HALF_A_YEAR = activities(date(2020, 12, 1), date(2021, 6, 30))
LEDGERS = st.lists(HALF_A_YEAR, max_size=8, unique_by=lambda each: each.id)
PLEDGES = pledge_documents(most=2).map(lambda written: read_pledge_text(json.dumps(written), BUILT_IN))
DATES = st.dates(date(2020, 1, 1), date(2024, 1, 1))
MINUTES = st.integers(0, 20_000)
# Weeks of 2021 without a change of clock between any two of them.
WINTER = activities(date(2021, 1, 11), date(2021, 2, 21))
WINTERS = st.lists(WINTER, max_size=8, unique_by=lambda each: each.id)
# Making a whole pledge costs as much as forty intervals.
fewer = settings(max_examples=settings().max_examples // 3)


def answers(of: Pledge, made: list[Activity], as_of: date) -> dict[str, dict[str, Any]]:
    found = progress(of, Ledger(MAP, tuple(made)), as_of)
    return {key: each.answer() for key, each in found.items()}


def interval(start: int, length: int) -> Interval:
    began = datetime(2021, 3, 20, tzinfo=UTC) + timedelta(minutes=start)
    return began, began + timedelta(minutes=length)


INTERVALS = st.lists(st.builds(interval, MINUTES, st.integers(0, 3_000)), max_size=20)


@fewer
@given(PLEDGES, LEDGERS, DATES, st.randoms(use_true_random=False))
def test_the_order_of_entries_does_not_matter(
    of: Pledge, made: list[Activity], as_of: date, chance: Any
) -> None:
    shuffled = list(made)
    chance.shuffle(shuffled)
    assert answers(of, shuffled, as_of) == answers(of, made, as_of)


@fewer
@given(PLEDGES, LEDGERS, DATES)
def test_an_entry_given_twice_counts_once(of: Pledge, made: list[Activity], as_of: date) -> None:
    assert answers(of, made + made, as_of) == answers(of, made, as_of)


@fewer
@given(PLEDGES, LEDGERS, DATES)
def test_voided_entries_might_as_well_not_be_there(of: Pledge, made: list[Activity], as_of: date) -> None:
    valid = [each for each in made if not each.voided]
    assert answers(of, made, as_of) == answers(of, valid, as_of)


@fewer
@given(PLEDGES, LEDGERS, DATES)
def test_what_starts_after_the_next_day_is_not_known_yet(
    of: Pledge, made: list[Activity], as_of: date
) -> None:
    # A window that opens on the day itself may hold a start on the next.
    so_far = [each for each in made if each.local_date <= as_of + timedelta(days=1)]
    assert answers(of, made, as_of) == answers(of, so_far, as_of)


@fewer
@given(PLEDGES, LEDGERS, DATES)
def test_contributions_add_up_to_the_figure(of: Pledge, made: list[Activity], as_of: date) -> None:
    entries = Ledger(MAP, tuple(made))
    found = progress(of, entries, as_of)
    for each in of.commitments:
        answer = found[each.id].answer()
        given_ = contributions(of, each.id, entries, as_of)
        if "periods" not in answer and not isinstance(each.target, Reported):
            assert sum(one.amount for one in given_) == answer["value"]
        for period in answer.get("periods", ()):
            inside = (one.amount for one in given_ if one.period and str(one.period.first) == period["from"])
            assert sum(inside) == period["value"]


@fewer
@given(PLEDGES, LEDGERS, DATES)
def test_the_activities_file_carries_everything_that_counts(
    of: Pledge, made: list[Activity], as_of: date
) -> None:
    entries = Ledger(MAP, tuple(made))
    again = read_activities_text(json.dumps(activities_document(entries)))
    assert again == entries
    assert progress(of, again, as_of) == progress(of, entries, as_of)


@given(WINTERS, st.data())
def test_splitting_a_patrol_leaves_its_hours(made: list[Activity], data: st.DataObject) -> None:
    both = pledge(
        commitment(Hours(Goal(2), EachPeriod(Per.ISO_WEEK)), name="presence"),
        commitment(Hours(Goal(2), hours_as=HoursAs.PERSON), name="person"),
    )
    split: list[Activity] = []
    for each in made:
        minutes = 0 if each.duration is None else each.duration // timedelta(minutes=1)
        middle = each.started_at + timedelta(minutes=data.draw(st.integers(0, minutes)))
        if each.ended_at is None:
            split.append(each)
        else:
            split += [replace(each, ended_at=middle), replace(each, id=each.id + "b", started_at=middle)]
    day = date(2021, 12, 31)
    assert answers(both, split, day) == answers(both, made, day)


@given(WINTERS, st.integers(-1, 3))
def test_shifting_everything_by_whole_weeks_shifts_the_weeks(made: list[Activity], weeks: int) -> None:
    both = pledge(
        commitment(Hours(Goal(2), EachPeriod(Per.ISO_WEEK)), name="hours"),
        commitment(Count(Goal(1), EachPeriod(Per.ISO_WEEK)), Rule(weekdays=(4, 5)), name="nights"),
    )
    moved = timedelta(weeks=weeks)
    shifted = [
        replace(each, started_at=each.started_at + moved, ended_at=each.ended_at and each.ended_at + moved)
        for each in made
    ]
    here, there = answers(both, made, date(2021, 12, 31)), answers(both, shifted, date(2021, 12, 31))
    for name in ("hours", "nights"):
        assert by_week(there[name]) == {
            str(date.fromisoformat(week) + moved): value for week, value in by_week(here[name]).items()
        }


def by_week(answer: dict[str, Any]) -> dict[str, int]:
    return {period["from"]: period["value"] for period in answer["periods"] if period["value"]}


@given(LEDGERS, DATES)
def test_presence_is_never_more_than_person_hours(made: list[Activity], as_of: date) -> None:
    both = pledge(
        commitment(Hours(Goal(1)), name="presence"),
        commitment(Hours(Goal(1), hours_as=HoursAs.PERSON), name="person"),
    )
    found = answers(both, made, as_of)
    assert found["presence"]["value"] <= found["person"]["value"]


@given(INTERVALS)
def test_adding_intervals_one_at_a_time_gives_the_union(intervals: list[Interval]) -> None:
    merged: list[Interval] = []
    new = sum((add(merged, each) for each in intervals), timedelta())
    assert merged == union(intervals)
    assert new == total(merged)


@given(INTERVALS)
def test_a_union_is_apart_in_order_and_never_longer(intervals: list[Interval]) -> None:
    merged = union(intervals)
    assert all(before[1] < after[0] for before, after in pairwise(merged))
    assert total(merged) <= total(intervals)
    assert union(merged) == merged


@fewer
@given(PLEDGES, LEDGERS, DATES)
def test_one_more_activity_never_takes_away(of: Pledge, made: list[Activity], as_of: date) -> None:
    for fewer, more in zip(
        answers(of, made[1:], as_of).values(), answers(of, made, as_of).values(), strict=True
    ):
        if "value" in fewer:
            assert fewer["value"] <= more["value"]
        for before, after in zip(fewer.get("periods", ()), more.get("periods", ()), strict=True):
            assert before["value"] <= after["value"]


@given(LEDGERS)
def test_local_days_are_sweden_s(made: list[Activity]) -> None:
    assert all(each.local_date == each.started_at.astimezone(STOCKHOLM).date() for each in made)
    assert ledger(made).in_order == sorted(made, key=lambda each: (each.started_at, each.id))


@fewer
@given(PLEDGES, DATES)
def test_an_empty_ledger_reaches_nothing(of: Pledge, as_of: date) -> None:
    for each, answer in zip(of.commitments, answers(of, [], as_of).values(), strict=True):
        assert answer.get("value", 0) == 0
        assert answer["status"] != "met" or "periods" in answer
        if isinstance(each.target, Milestone):
            assert answer["at_least"] == 1
