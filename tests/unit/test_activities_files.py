"""The activities file: read strictly, written out so that it reads the same."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from logger.domain.activities import Activity, Outcome
from logger.domain.counting.ledger import Ledger, Mark, Report
from logger.domain.places import Flag, Place
from logger.services.files.activities_files import (
    ActivitiesFileFaults,
    activities_document,
    read_activities_text,
)

PATROL: dict[str, Any] = {
    "id": "x",
    "type": "foot_patrol",
    "started_at": "2021-06-16T18:00:00+02:00",
    "organisations": ["police"],
}


def faults(**document: Any) -> list[str]:
    return told(json.dumps(document))


def told(text: str) -> list[str]:
    with pytest.raises(ActivitiesFileFaults) as refused:
        read_activities_text(text)
    return refused.value.faults


def faulty_activity(**changes: Any) -> str:
    (fault,) = faults(activities=[PATROL | changes])
    return fault.removeprefix("aktivitet nr 1 (x): ")


def test_every_part_may_be_left_out() -> None:
    assert read_activities_text("{}") == Ledger()


def test_what_is_not_given_of_an_activity_is_empty() -> None:
    (only,) = read_activities_text(json.dumps({"activities": [PATROL | {"ended_at": None}]})).activities
    assert only == Activity(
        "x", "foot_patrol", datetime(2021, 6, 16, 16, tzinfo=UTC), organisations=frozenset({"police"})
    )


def test_a_ledger_written_out_reads_the_same() -> None:
    ledger = Ledger(
        {
            "road": Place(
                "road",
                "Norra vägen",
                frozenset({"road", "area"}),
                (Flag(date(2021, 1, 1), date(2021, 5, 31), "medborgardialog"), Flag(date(2022, 1, 1))),
                (57.26, 16.44),
                ("Norra",),
            )
        },
        (
            Activity(
                "x",
                "traffic_check",
                datetime(2021, 10, 31, 0, 30, tzinfo=UTC),
                datetime(2021, 10, 31, 1, 30, 15, 250_000, tzinfo=UTC),
                frozenset({"police", "municipality"}),
                frozenset({"speed"}),
                ("p1", "p2"),
                1,
                "road",
                targeted=True,
                outcome=Outcome.INTERRUPTED,
                counters={"vehicles": 4},
                voided=True,
            ),
        ),
        (Mark("c", date(2021, 2, 3), "https://example.se/"),),
        (Report("c", date(2021, 2, 1), 4, "enkät"),),
    )
    document = activities_document(ledger)
    assert read_activities_text(json.dumps(document)) == ledger
    assert document["activities"][0]["started_at"] == "2021-10-31T02:30:00+02:00"
    assert document["activities"][0]["ended_at"] == "2021-10-31T02:30:15.250000+01:00"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"started_at": None}, '"started_at" saknas'),
        (
            {"started_at": "2021-06-16T18:00:00"},
            '"started_at" saknar tidszon; skriv till exempel 2021-06-16T18:00:00+02:00',
        ),
        (
            {"started_at": "i går"},
            '"started_at" ska vara en tidpunkt som 2021-06-30T18:00:00+02:00, inte "i går"',
        ),
        ({"started_at": "2021-06-31T18:00:00Z"}, '"started_at": 2021-06-31T18:00:00Z finns inte'),
        (
            {"started_at": "0001-01-01T00:00:00+02:00"},
            '"started_at": årtalet i 0001-01-01T00:00:00+02:00 är orimligt',
        ),
        (
            {"ended_at": "2021-06-16T17:00:00+02:00"},
            "slutar 2021-06-16T17:00:00+02:00, innan den börjar 2021-06-16T18:00:00+02:00",
        ),
        ({"type": ""}, '"type" ska vara en text'),
        ({"type": None}, '"type" saknas'),
        ({"organisations": "police"}, '"organisations" ska vara en lista av texter'),
        ({"participants": [1]}, '"participants" ska vara en lista av texter'),
        ({"others": -1}, '"others" ska vara ett heltal som inte är negativt'),
        ({"others": True}, '"others" ska vara ett heltal som inte är negativt'),
        ({"counters": {"vehicles": 1.5}}, '"vehicles" ska vara ett heltal som inte är negativt'),
        ({"counters": [1]}, '"counters" ska vara tal med namn'),
        ({"targeted": "ja"}, '"targeted" ska vara true eller false'),
        ({"outcome": "cancelled"}, '"outcome" ska vara completed eller interrupted, inte "cancelled"'),
        ({"participant": ["p1"]}, 'okänd nyckel "participant"'),
    ],
)
def test_a_faulty_activity_is_told_in_words(changes: dict[str, Any], message: str) -> None:
    assert faulty_activity(**changes) == message


def test_every_fault_is_told_with_the_entry_it_is_in() -> None:
    assert faults(
        places=[{"id": "a"}, {"id": "b", "name": "B", "flagged": [{"from": "2021-02-30"}]}, "c"],
        activities=[PATROL, {"id": "y"}],
        marks=[{"commitment": "c", "date": "i går"}],
        reports=[{"commitment": "c", "month": "2021-13", "value": 1}, {"commitment": "c", "month": "2021"}],
    ) == [
        'plats nr 1 (a): "name" saknas',
        'plats nr 2 (b): "from": 2021-02-30 finns inte',
        "plats nr 3: ska bestå av nycklar och värden",
        'aktivitet nr 2 (y): "started_at" saknas',
        'markering nr 1: "date" ska vara ett datum som 2021-06-30, inte "i går"',
        'månadstal nr 1: "month": 2021-13-01 finns inte',
        'månadstal nr 2: "month" ska vara en månad som 2021-06, inte "2021"',
    ]


def test_a_place_that_stops_being_pointed_out_before_it_begins_is_a_fault() -> None:
    place = {"id": "a", "name": "A", "flagged": [{"from": "2021-02-02", "to": "2021-02-01"}]}
    assert faults(places=[place]) == ["plats nr 1 (a): utpekad till 2021-02-01, före 2021-02-02"]


@pytest.mark.parametrize("point", [[1], "x", [91, 0], [0, 181], [True, None]])
def test_a_point_is_two_degrees(point: Any) -> None:
    (fault,) = faults(places=[{"id": "a", "name": "A", "point": point}])
    assert fault.endswith('"point" ska vara [latitud, longitud] i grader')


def test_the_same_entry_twice_is_one_and_two_different_ones_are_a_fault() -> None:
    twice = read_activities_text(json.dumps({"activities": [PATROL, PATROL]}))
    assert len(twice.activities) == 1
    assert faults(activities=[PATROL, PATROL | {"others": 1}]) == [
        "aktivitet x finns två gånger, med olika innehåll"
    ]
    months = [{"commitment": "c", "month": "2021-01", "value": value} for value in (1, 2)]
    assert faults(reports=months) == ["månadstal c 2021-01 finns två gånger, med olika innehåll"]


def test_a_text_that_is_no_activities_file_is_told_so() -> None:
    assert told("{\n,}") == ["Rad 2: filen går inte att läsa som JSON"]
    assert told("[]") == ['filen ska innehålla "places", "activities", "marks" och "reports"']
    assert told('{"activities": {}}') == ["aktivitet: ska vara en lista"]
    assert told('{"places": [], "places": []}') == ['"places" står två gånger i samma post']
    assert told('{"activities": NaN}') == ["NaN är inget tal"]
    assert told("[" * 100_000) == ["filen har för många nivåer i varandra"]
    assert told(f'{{"activities": {"9" * 5000}}}') == ["filen innehåller ett tal som är orimligt långt"]


def test_other_parts_of_a_document_are_left_alone() -> None:
    assert read_activities_text(json.dumps({"municipality": "1814", "why": "ett exempel"})) == Ledger()
