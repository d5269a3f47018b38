"""The board in words: figures, what is left, and the Monday sentence."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from logger.domain.counting.accounts import accounts_of
from logger.domain.pledge_files.faults import PledgeFileFaults
from logger.domain.pledges import Pledge
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.boards.board_rows import areas
from logger.services.files.activities_files import read_activities_text
from logger.services.files.pledge_files import read_pledge_text
from logger.web import words
from logger.web.board.board_page import expected_heading, heading_at, week_names
from logger.web.board.board_views import CHECK_THE_RULE, area_views, row_view
from logger.web.board.monday import monday_sentence, outcome
from logger.web.figures import last_in_words
from tests.unit.web.examples import SCHOOLS, TODAY, a_pledge, done, every_days, rows_of

VECTORS = sorted((Path(__file__).parents[2] / "vectors").glob("*.json"))
SPEED = (
    "label: Hastighetskontroller, counts: {types: [traffic_check], flagged: true}, "
    "target: {kind: count, at_least: 52}"
)
FOOT = "label: Fotpatrull vid skolorna, counts: {types: [foot_patrol]}, target: {kind: count, at_least: 20}"
WEEKLY = (
    "label: Närvaro i kommunen, counts: {performed_by: [police]}, "
    "target: {kind: hours, at_least: 2, per: iso_week}"
)


def plain(text: str) -> str:
    return text.replace(words.NO_BREAK, " ").replace(words.THIN, " ")


def said(rows, as_of=TODAY, today=TODAY) -> str:
    phrases = monday_sentence(rows, as_of, today)
    return plain(" ".join(f"{each.strong} {each.rest}".strip() for each in phrases))


def view(commitment: str, *activities, as_of: date = TODAY, today: date = TODAY):
    pledge = a_pledge(commitment)
    (row,) = rows_of(pledge, *activities, as_of=as_of)
    return row_view(row, pledge, as_of, today, BUILT_IN)


def test_the_worst_comes_first_and_says_by_how_much():
    pledge = a_pledge(SPEED, FOOT)
    rows = rows_of(pledge, *every_days(32, "traffic_check", "norra"), *every_days(9, "foot_patrol"))
    assert said(rows) == (
        "Fotpatrull vid skolorna ligger efter: 5 färre än väntat i dag. "
        "Hastighetskontroller behöver bevakas: 4 färre."
    )


def test_another_day_is_never_called_today():
    rows = rows_of(a_pledge(FOOT), *every_days(9, "foot_patrol"))
    assert "väntat 14 sep 2021" in said(rows, today=date(2021, 10, 1))
    assert expected_heading(TODAY, TODAY) == "väntat i dag"
    assert plain(expected_heading(TODAY, date(2022, 1, 1))) == "väntat 14 sep 2021"


def test_a_weekly_promise_says_how_many_weeks_were_missed():
    assert said(rows_of(a_pledge(WEEKLY))) == ("Närvaro i kommunen ligger efter: 36 av 36 veckor missades.")


def test_nothing_late_and_nothing_logged_are_said_too():
    assert said(rows_of(a_pledge("counts: {}, target: {kind: ongoing}"))) == (
        "Inget är loggat än. Siffrorna kommer med den första aktiviteten."
    )
    assert said(rows_of(a_pledge(FOOT), *every_days(20, "foot_patrol"))) == (
        "Inget löfte med mål ligger efter. 1 löfte är redan hållet."
    )


def test_a_pledge_that_is_over_says_how_it_went_and_one_to_come_when_it_begins():
    pledge = a_pledge(SPEED, FOOT, "counts: {}, target: {kind: ongoing}")
    rows = rows_of(pledge, *every_days(20, "foot_patrol"), as_of=date(2021, 12, 31))
    assert said(rows) == "1 av 2 löften med mål hölls. 1 hölls inte. 1 saknar mål och redovisas i ord."
    assert (
        said(rows_of(pledge, as_of=date(2020, 12, 1))) == "Löftet har inte börjat. Det börjar 1 januari 2021."
    )


def test_many_late_ones_are_named_in_part_and_counted():
    names = [
        f"label: Löfte {letter}, counts: {{types: [foot_patrol]}}, target: {{kind: count, at_least: 20}}"
        for letter in "ABCDE"
    ]
    assert said(rows_of(a_pledge(*names))).endswith("2 löften till ligger efter eller behöver bevakas.")


def test_only_a_promise_with_a_number_is_counted_among_those_that_hold():
    rows = rows_of(a_pledge("counts: {}, target: {kind: ongoing}"), as_of=date(2021, 12, 31))
    assert plain(outcome(rows)[0].rest) == "1 saknar mål och redovisas i ord."
    assert outcome(rows)[0].strong == ""


def test_a_row_says_figure_goal_need_and_last():
    row = view(SPEED, *every_days(31, "traffic_check", "norra"), done("traffic_check", TODAY, "norra"))
    assert (row.figure.value, row.figure.of) == ("32", "av 52")
    assert plain(row.needed) == "1,3/vecka"
    assert row.last == "i dag"
    assert row.expected == "36,6"
    assert row.line == "Minst 52 där medborgare pekat ut problem"
    assert row.status.word == "Bevaka"


def test_a_small_goal_says_how_many_more():
    row = view(
        "counts: {types: [traffic_check]}, target: {kind: count, at_least: 2}", done("traffic_check", TODAY)
    )
    assert row.needed == "1 till"


def test_over_delivery_is_shown_and_a_strange_amount_of_it_flagged():
    commitment = "counts: {types: [foot_patrol]}, target: {kind: count, at_least: 10}"
    assert view(commitment, *every_days(12, "foot_patrol")).needed == "2 över"
    assert view(commitment, *every_days(20, "foot_patrol")).warning == ""
    assert view(commitment, *every_days(21, "foot_patrol")).warning == CHECK_THE_RULE


def test_a_coverage_names_what_remains():
    places = ", ".join(SCHOOLS)
    commitment = f"counts: {{types: [foot_patrol], places: [{places}]}}, target: {{kind: coverage}}"
    row = view(commitment, done("foot_patrol", date(2021, 5, 5), "Rödsleskolan"))
    assert row.line == "Kvar: Vallhallaskolan, Kristinebergskolan och Oscarsgymnasiet"
    assert plain(row.needed) == "3 skolor"
    assert row.chart is not None
    assert row.chart.kind == "coverage"


def test_the_present_week_says_what_is_left_until_sunday():
    row = view(WEEKLY, done("presence", date(2021, 9, 13), minutes=75))
    assert plain(row.needed) == "0:45 t.o.m. sön"
    assert (row.figure.value, plain(row.figure.of)) == ("0", "av 36 veckor")


def test_before_any_week_has_closed_there_is_no_figure_of_none():
    row = view(WEEKLY, as_of=date(2021, 1, 5), today=date(2021, 1, 5))
    assert (row.figure.value, row.figure.of) == ("", "ingen vecka slut än")


def test_an_increase_without_a_baseline_says_why_it_is_not_scored():
    row = view("counts: {types: [outreach]}, target: {kind: increase}")
    assert row.status.word == "Bedöms inte"
    assert "utan utgångsvärde" in row.line
    assert row.chart is None


def test_ongoing_work_has_times_and_no_percentage():
    row = view("counts: {types: [foot_patrol]}, target: {kind: ongoing}", done("foot_patrol", TODAY))
    assert plain(str(row.figure)) == "1 gång"
    assert "%" not in repr(row)


def test_hours_in_total_read_as_clock_hours():
    row = view("counts: {}, target: {kind: hours, at_least: 10}", done("presence", TODAY, minutes=75))
    assert str(row.figure) == "1:15 av 10:00"


def test_a_commitment_of_its_own_time_says_until_when_and_has_no_line_of_today():
    row = view(
        "valid: {from: 2021-01-01, to: 2022-03-31}, counts: {types: [published_result]}, "
        "target: {kind: count, at_least: 2}"
    )
    assert plain(row.line) == "Minst 2 tillfällen, till och med 31 mars 2022"
    assert row.chart is not None
    assert row.chart.today is None


def test_last_says_its_year_when_it_is_another():
    assert last_in_words(None, TODAY, TODAY) == ""
    assert plain(last_in_words(date(2020, 5, 1), TODAY, TODAY)) == "1 maj 2020"


def test_the_heading_of_the_line_never_runs_into_the_goals():
    for line in (0.0, 30.0, 60.0, 86.0):
        at = heading_at(line, "väntat i dag")
        assert at is not None
        assert 15 <= at <= 63


def test_the_eight_weeks_are_named_up_to_the_date():
    assert [plain(each) for each in week_names(TODAY)][-2:] == ["v. 36", "v. 37"]
    assert len(week_names(TODAY)) == 8


def test_the_eight_weeks_hold_what_was_done_in_them():
    activities = [done("foot_patrol", TODAY - timedelta(weeks=each)) for each in (0, 0, 3, 8)]
    (row,) = rows_of(a_pledge(FOOT), *activities)
    assert row.weeks == (0, 0, 0, 0, 1, 0, 0, 2)


def countable(document: object) -> Pledge:
    """The pledge of a case; some are not for storing, but can be counted."""
    try:
        return read_pledge_text(json.dumps(document), BUILT_IN)
    except PledgeFileFaults as refusal:
        if refusal.countable is None:
            raise
        return refusal.countable


@pytest.mark.parametrize("path", VECTORS, ids=lambda path: path.stem)
def test_every_counting_case_can_be_shown(path):
    case = json.loads(path.read_text(encoding="utf-8"))
    if "pledge" not in case:
        return
    pledge = countable(case["pledge"])
    entries = {key: case[key] for key in ("places", "activities", "marks", "reports")}
    ledger = read_activities_text(json.dumps(entries))
    for text, answers in case["expected"].items():
        as_of = date.fromisoformat(text)
        shown = areas(pledge, accounts_of(pledge, ledger, as_of))
        assert {row.commitment.id: row.progress.answer() for area in shown for row in area.rows} == answers
        views = area_views(shown, pledge, as_of, as_of, BUILT_IN)
        assert all(row.status.word and str(row.figure) for area in views for row in area.rows)
