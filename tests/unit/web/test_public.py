"""The public page in words: honest without a percentage, coarse in time, silent on what is sensitive."""

import re
from dataclasses import replace
from datetime import date

import pytest

from logger.domain.activities import Outcome
from logger.domain.counting.ledger import Ledger
from logger.domain.counting.near_misses import near_misses
from logger.domain.places import Flag
from logger.domain.terms import Lang
from logger.domain.words.sensitivity import is_sensitive
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.pledges.pledges import StoredPledge
from logger.services.publishing.public_pages import Edition, PublicBoard
from logger.services.publishing.published_rows import published_areas
from logger.web import words
from logger.web.demo_notices import demo_notice
from logger.web.public.public_views import public_page, standing
from logger.web.texts import speaking
from tests.unit.web.examples import PLACES, SCHOOLS, TODAY, a_pledge, done, every_days, rows_of
from tests.unit.web.published import LEKEBERG, NOON, published


def plain(text: str) -> str:
    return text.replace(words.NO_BREAK, " ")


def page_of(commitment: str, *activities, as_of: date = TODAY):
    """The page of a publication whose last day is the date given."""
    made = published(a_pledge(commitment), *activities, as_of=as_of)
    edition = Edition("lofte", made.follow_up.period, as_of, NOON)
    board = PublicBoard(LEKEBERG, made.stored, (), BUILT_IN, PLACES, edition, (edition,))
    told = {each["id"]: each for each in made.document["commitments"]}
    shown = published_areas(made.document, made.stored.pledge)
    return public_page(replace(board, areas=shown, told=told))


def promise_of(commitment: str, *activities, as_of: date = TODAY):
    return page_of(commitment, *activities, as_of=as_of).areas[0].promises[0]


def test_ongoing_work_is_told_by_times_and_week_with_no_day_and_no_bar():
    promise = promise_of(
        "counts: {types: [foot_patrol]}, target: {kind: ongoing}", done("foot_patrol", TODAY)
    )
    assert plain(str(promise.figure)) == "1 gång"
    assert plain(promise.result) == "Löftet har ingen siffra att nå. Senast i september 2021."
    assert promise.chart is None
    assert "sep" not in repr(promise.chart)


@pytest.mark.parametrize("counts", ["{types: [drug_operation]}", "{targeted: true}"])
def test_what_may_be_sensitive_is_told_by_its_number_alone(counts: str):
    rule = f"counts: {counts}, target: {{kind: ongoing}}"
    few = promise_of(rule, *every_days(2, "drug_operation", targeted=True), as_of=date(2021, 3, 31))
    assert plain(str(few.figure)) == "färre än 3 gånger"
    promise = promise_of(rule, *every_days(3, "drug_operation", targeted=True), as_of=date(2021, 3, 31))
    assert plain(str(promise.figure)) == "3 gånger"
    assert promise.result == "Löftet har ingen siffra att nå."


def test_a_small_number_that_was_entered_is_told_as_few_and_says_when_it_changes():
    promise = promise_of("target: {kind: reported}", as_of=date(2021, 3, 31))
    assert plain(str(promise.figure)) == "färre än 3 redovisade"
    assert any("inget enskilt fall" in line for line in map(plain, promise.rule))


def test_a_rule_that_names_its_types_is_not_sensitive_for_others():
    harmless = a_pledge("counts: {types: [foot_patrol]}, target: {kind: ongoing}")
    nested = a_pledge(
        "counts: {any_of: [{types: [foot_patrol]}, {types: [drug_operation]}]}, target: {kind: ongoing}"
    )
    assert not is_sensitive(next(harmless.commitments), BUILT_IN)
    assert is_sensitive(next(nested.commitments), BUILT_IN)


def test_hours_over_all_kinds_of_work_are_not_sensitive():
    presence = a_pledge("counts: {performed_by: [police]}, target: {kind: hours, at_least: 2, per: iso_week}")
    among_drugs = a_pledge("counts: {types: [drug_operation]}, target: {kind: hours, at_least: 2}")
    assert not is_sensitive(next(presence.commitments), BUILT_IN)
    assert is_sensitive(next(among_drugs.commitments), BUILT_IN)


def test_a_milestone_says_its_month_or_until_when():
    walk = "counts: {types: [safety_walk]}, target: {kind: milestone}"
    assert plain(promise_of(walk, done("safety_walk", date(2021, 5, 19))).result) == "Genomfört i maj 2021."
    assert plain(promise_of(walk).result) == "Ska vara genomfört senast 31 december 2021."
    assert promise_of(walk, as_of=date(2021, 12, 31)).result == ""


def test_an_increase_without_a_baseline_says_why_it_is_not_scored():
    promise = promise_of("counts: {types: [outreach]}, target: {kind: increase}")
    assert promise.status.word == "Bedöms inte"
    assert promise.result == "Bedöms inte: det finns inget utgångsvärde att jämföra med."


def test_a_pause_is_told_with_its_reason_beside_the_result():
    pause = "{from: 2021-07-12, to: 2021-07-25, reason: Semester}"
    target = f"{{kind: count, at_least: 1, per: iso_week, pauses: [{pause}]}}"
    promise = promise_of(f"counts: {{types: [foot_patrol]}}, target: {target}", done("foot_patrol", TODAY))
    assert [plain(each) for each in promise.pauses] == ["Paus 12 juli – 25 juli 2021: Semester."]
    assert not any("Paus" in line for line in promise.rule)


def test_a_weekly_promise_tells_which_weeks_were_missed_in_a_table():
    promise = promise_of(
        "counts: {types: [foot_patrol]}, target: {kind: count, at_least: 1, per: iso_week}",
        *every_days(50, "foot_patrol"),
        as_of=date(2021, 3, 7),
    )
    (line,) = promise.table
    assert (line.name, line.kept, line.missed) == ("2021", 7, 2)
    assert plain(line.which) == "vecka 8 och vecka 9"
    assert plain(promise.result) == "2 veckor missades."


def test_a_daily_promise_is_told_in_total_so_that_no_day_and_no_weekday_shows():
    promise = promise_of(
        "counts: {types: [foot_patrol]}, target: {kind: count, at_least: 1, per: day}",
        *every_days(50, "foot_patrol"),
        as_of=date(2021, 3, 7),
    )
    assert plain(str(promise.figure)) == "50 av 66 dagar"
    assert (promise.chart, promise.table, promise.result) == (None, (), "")
    assert plain(promise.rule[-1]) == "Räknat till och med 7 mars 2021."


SENSITIVE_TARGETS = {
    "{kind: count, at_least: 3}": "2 av 3",
    "{kind: count, at_least: 1, per: iso_week}": "2 av 9 veckor",
    "{kind: count, at_least: 1, per: day}": "2 av 69 dagar",
    "{kind: hours, at_least: 3}": "1:00 av 3:00 timmar",
    "{kind: hours, at_least: 1, per: iso_week}": "0 av 9 veckor",
    "{kind: coverage}": "1 av 2 platser",
    "{kind: milestone}": "Klart",
    "{kind: ongoing}": "färre än 3 gånger",
}


@pytest.mark.parametrize("target", SENSITIVE_TARGETS)
def test_a_sensitive_promise_of_any_kind_is_told_in_counts_alone(target: str):
    places = ", places: [norra, flanaden]" if "coverage" in target else ""
    promise = promise_of(
        f"counts: {{types: [drug_operation]{places}}}, target: {target}",
        done("drug_operation", date(2021, 2, 3), "norra"),
        done("drug_operation", date(2021, 2, 9), "norra"),
        as_of=date(2021, 3, 10),
    )
    assert plain(str(promise.figure)) == SENSITIVE_TARGETS[target]
    assert (promise.chart, promise.table, promise.places) == (None, (), ())
    assert not re.search(r"vecka|februari", plain(promise.result))


def test_a_coverage_names_its_places_and_says_what_they_are():
    places = ", ".join(SCHOOLS)
    promise = promise_of(
        f"counts: {{types: [foot_patrol], places: [{places}]}}, target: {{kind: coverage}}",
        done("foot_patrol", TODAY, "Rödsleskolan"),
    )
    assert plain(str(promise.figure)) == "1 av 4 skolor"
    assert [(each.name, plain(each.times), each.reached) for each in promise.places][2] == (
        "Rödsleskolan",
        "1 gång",
        True,
    )


def test_it_tells_who_was_to_do_it_and_who_answers_also_where_that_is_a_third_party():
    who = "performers: [police, rescue_service], responsible: [social_services]"
    promise = promise_of(f"{who}, counts: {{types: [night_walk]}}, target: {{kind: ongoing}}")
    assert promise.signed_by == "Utförare: Polisen och räddningstjänsten. Ansvarig: socialtjänsten"


def test_a_place_that_was_pointed_out_says_where_and_when_and_what_was_done_there(
    monkeypatch: pytest.MonkeyPatch,
):
    asked = Flag(date(2020, 11, 10), source="Medborgardialog")
    monkeypatch.setitem(PLACES, "norra", replace(PLACES["norra"], flagged=(asked,)))
    rule = "counts: {types: [traffic_check], flagged: true}, target: {kind: ongoing}"

    def told(times: int, language: Lang = "sv") -> str:
        with speaking(language):
            (norra,) = promise_of(rule, *every_days(times, "traffic_check", "norra")).pointed_out
            assert norra.name == "Norra vägen"
            return plain(norra.times)

    assert told(20) == "Påtalat: Medborgardialog (november 2020). 20 gånger, senast v. 3"
    assert told(20, "en").endswith("20 times, last in week 3")
    assert told(2).endswith("2 gånger, senast i januari 2021")


def test_a_running_pledge_never_speaks_as_if_it_were_over():
    foot = "counts: {types: [foot_patrol]}, target: {kind: count, at_least: 20}"
    speed = "counts: {types: [traffic_check]}, target: {kind: count, at_least: 20}"
    rows = rows_of(
        a_pledge(foot, speed, "counts: {}, target: {kind: ongoing}"), *every_days(20, "foot_patrol")
    )
    (phrase,) = standing(rows)
    assert plain(f"{phrase.strong} {phrase.rest}") == (
        "1 av 2 löften med mål är redan hållet. 1 ligger efter. 1 saknar mål och redovisas i ord."
    )
    running, over = page_of(foot), page_of(foot, as_of=date(2021, 12, 31))
    assert running.title == "Medborgarlöfte 2021: så går det"
    assert over.title == "Medborgarlöfte 2021: så gick det"


def test_a_pledge_to_come_says_when_it_begins():
    rows = rows_of(a_pledge("counts: {}, target: {kind: ongoing}"), as_of=date(2020, 11, 1))
    assert plain(standing(rows)[0].rest) == "Det börjar 1 januari 2021."


def test_a_page_before_the_first_day_counts_nothing_and_names_no_date_of_counting():
    page = page_of(
        "counts: {types: [foot_patrol]}, target: {kind: count, at_least: 1, per: iso_week}",
        as_of=date(2020, 11, 1),
    )
    promise = page.areas[0].promises[0]
    assert plain(str(promise.figure)) == "ingen vecka slut än"
    assert (promise.table, promise.result) == ((), "")
    assert plain(promise.rule[-1]) == "Gäller 1 januari – 31 december 2021."


def test_the_demos_pledges_say_which_was_signed_and_which_was_moved():
    signed = StoredPledge("1814", "a", 1, demo=True, pledge=a_pledge("target: {kind: ongoing}"))
    moved_to = a_pledge("target: {kind: ongoing}", valid="{from: 2026-01-01, to: 2026-12-31}")
    moved = StoredPledge("1814", "b", 1, demo=True, pledge=moved_to)
    real = StoredPledge("1814", "c", 1, demo=False, pledge=moved_to)
    assert demo_notice(signed, [signed, moved]).startswith("Demo: löftena står som de undertecknades")
    assert "undertecknades för 2021, omdaterade till 2026" in demo_notice(moved, [signed, moved])
    assert demo_notice(real, [real]) == ""


def test_what_almost_counts_is_told_with_the_reason():
    (commitment,) = a_pledge(
        "counts: {types: [traffic_check], focus: [speed], flagged: true}, target: {kind: count, at_least: 52}"
    ).commitments
    speed = frozenset({"speed"})
    activities = (
        done("traffic_check", TODAY, "norra", focus=speed),
        done("traffic_check", TODAY, "flanaden", focus=speed),
        done("traffic_check", TODAY, "norra", focus=speed, outcome=Outcome.INTERRUPTED),
        done("traffic_check", TODAY, "flanaden"),
        done("foot_patrol", TODAY, "flanaden"),
    )
    found = list(near_misses(commitment, Ledger(PLACES, activities, (), ()), TODAY, None))
    assert [each.reason for each in found] == ["not_flagged", "interrupted"]
