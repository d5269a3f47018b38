"""Gå hit härnäst: what a promise waits for, the most urgent and longest unvisited first."""

from datetime import UTC, date, datetime

from logger.domain.activities import Activity
from logger.domain.counting.accounts import accounts_of
from logger.domain.counting.ledger import Ledger
from logger.domain.places import Flag, Gazetteer, Place
from logger.domain.progress.next_places import Need, next_places
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.files.pledge_files import read_pledge_text

TODAY = date(2026, 10, 20)
SCHOOLS = [Place(name.casefold(), name, frozenset({"school"})) for name in ("Norra", "Södra", "Östra")]
ROAD = Place("vagen", "Vägen", frozenset({"road"}), (Flag(date(2026, 1, 1)),))
OLD_ROAD = Place("gamla", "Gamla vägen", frozenset({"road"}), (Flag(date(2026, 1, 1), date(2026, 6, 30)),))
PLACES = Gazetteer([*SCHOOLS, ROAD, OLD_ROAD])


def pledge_with(*commitments: str):
    text = (
        'format: 1\nmunicipality: "1814"\ntitle: Löfte\nvalid: {from: 2026-01-01, to: 2026-12-31}\n'
        "parties: [police, municipality]\nfocus_areas:\n  - name: Allt\n    commitments:\n"
    )
    return read_pledge_text(text + "".join(f"      - {each}\n" for each in commitments), BUILT_IN, PLACES)


COVER = "{id: schools, wording: Alla skolor, counts: {place_kinds: [school]}, target: {kind: coverage}}"
COVER_EACH_QUARTER = COVER.replace("coverage", "coverage, per: quarter")
ROADS = COVER.replace("schools", "roads").replace("[school]", "[road], types: [safety_walk]")
CHECKS = "{id: checks, wording: Utpekat, counts: {flagged: true}, target: {kind: count, at_least: 12}}"


def visit(place: str, month: int, number: int = 1) -> Activity:
    return Activity(
        f"{place}-{month}-{number}", "foot_patrol", datetime(2026, month, 5, 8, tzinfo=UTC), place=place
    )


def found(commitment: str, *visits: Activity, today: date = TODAY, visited=None):
    pledge = pledge_with(commitment)
    seen = {str(each.place): each.started_at for each in visits} if visited is None else visited
    return next_places([accounts_of(pledge, Ledger(PLACES, visits), today)], seen, today)


def test_what_a_coverage_lacks_is_where_to_go_the_longest_unvisited_first():
    assert [each.place.name for each in found(COVER, visit("norra", 3))] == ["Södra", "Östra"]
    seen = {"södra": datetime(2025, 9, 1, tzinfo=UTC)}
    assert [each.place.name for each in found(COVER, visit("norra", 3), visited=seen)] == ["Östra", "Södra"]


def test_a_period_is_covered_by_itself():
    spring, autumn = visit("norra", 3), visit("södra", 10)
    there = found(COVER_EACH_QUARTER, spring, autumn)
    assert [(each.place.name, each.visited and each.visited.month) for each in there] == [
        ("Östra", None),
        ("Norra", 3),
    ]


def test_where_citizens_point_now_is_where_to_go_while_the_promise_waits():
    [there] = found(CHECKS, visit("vagen", 3))
    assert (there.place.name, [each.need for each in there.reasons]) == ("Vägen", [Need.FLAGGED])
    assert found(CHECKS, *(visit("vagen", 3, number) for number in range(12))) == ()


def test_before_and_after_the_validity_nothing_is_waited_for():
    for today in (date(2025, 12, 31), date(2027, 1, 1)):
        assert found(COVER, today=today) == ()


def test_what_is_behind_comes_before_what_is_not_and_reasons_are_gathered():
    both = pledge_with(
        ROADS,
        CHECKS,
        COVER,
    )
    visits = [visit("norra", 2), visit("södra", 2), *(visit("vagen", month) for month in range(1, 10))]
    lately = {"vagen": datetime(2026, 9, 5, tzinfo=UTC), "gamla": datetime(2026, 10, 1, tzinfo=UTC)}
    there = next_places([accounts_of(both, Ledger(PLACES, visits), TODAY)], lately, TODAY)
    assert [each.place.name for each in there] == ["Vägen", "Gamla vägen", "Östra"]
    assert {each.commitment.id for each in there[0].reasons} == {"roads", "checks"}
