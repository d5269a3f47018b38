"""Sheets kept before: what people write in cells, which columns are read, what each line comes to."""

from datetime import date

import pytest

from logger.domain.counting.estimates import estimated
from logger.domain.old_books.old_sheets import OldSheet, SheetLine, packed, sheet_in, unpacked
from logger.domain.old_books.sheet_cells import days_in, number_in, seconds_in
from logger.domain.old_books.sheet_reading import LEFT_OUT, Chosen, Reading
from logger.domain.old_books.sheet_words import Meaning, guessed, organisations_named
from logger.domain.periods import Days
from logger.domain.places import Gazetteer, Place
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.files.pledge_files import read_pledge_text

TODAY = date(2026, 11, 22)
PLACES = Gazetteer([Place("skolvagen", "Skolvägen", aliases=("Skolgatan",), former=("skolv",))])
PLEDGE = read_pledge_text(
    """
format: 1
municipality: "1814"
title: Medborgarlöfte 2026
valid: {from: 2026-01-01, to: 2026-12-31}
parties: [police, municipality]
focus_areas:
  - name: Trafik
    commitments:
      - id: speed
        wording: A
        counts: {types: [traffic_check], focus: [speed]}
        target: {kind: count, at_least: 52}
      - id: night
        wording: B
        counts: {types: [traffic_check], weekdays: [fri]}
        target: {kind: count, at_least: 9}
      - id: hours
        wording: C
        counts: {performed_by: [police]}
        target: {kind: hours, at_least: 2, per: iso_week}
      - id: told
        wording: D
        target: {kind: reported, at_least: 9}
""",
    BUILT_IN,
)


def read(*lines: SheetLine, **chosen: object):
    reading = Reading(BUILT_IN, PLACES, Chosen(**chosen), TODAY)  # type: ignore[arg-type]
    return reading.lines(OldSheet(lines))


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2021-05-03", (2021, 5, 3), (2021, 5, 3)),
        ("2021-05-03 00:00:00", (2021, 5, 3), (2021, 5, 3)),
        ("20210503", (2021, 5, 3), (2021, 5, 3)),
        ("3/5 2021", (2021, 5, 3), (2021, 5, 3)),
        ("3.5.2021", (2021, 5, 3), (2021, 5, 3)),
        ("3 maj 2021", (2021, 5, 3), (2021, 5, 3)),
        ("maj 2021", (2021, 5, 1), (2021, 5, 31)),
        ("December 2021", (2021, 12, 1), (2021, 12, 31)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("v. 14 2021", (2021, 4, 5), (2021, 4, 11)),
        ("2021 v 14", (2021, 4, 5), (2021, 4, 11)),
        ("2021", (2021, 1, 1), (2021, 12, 31)),
    ],
)
def test_days_are_read_as_people_write_them(written: str, first, last):
    assert days_in(written) == Days(date(*first), date(*last))


@pytest.mark.parametrize(
    "written", ["", "i våras", "31/6 2021", "2021-13-01", "maj", "12", "v 60 2021", "foo 2021"]
)
def test_a_day_that_nobody_can_tell_is_none(written: str):
    assert days_in(written) is None


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("190", 190),
        ("ca 190", 190),
        ("Ca. 190 st", 190),
        ("ett 15-tal", 15),
        ("1 200", 1200),
        ("flertalet", None),
    ],
)
def test_numbers_are_read_as_people_write_them(written: str, number: int | None):
    assert number_in(written) == number


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("1,5", 5400), ("1.25", 4500), ("1:30", 5400), ("2 tim", 7200), ("90 min", None), ("1:75", None)],
)
def test_lengths_are_read_as_people_write_them(written: str, seconds: int | None):
    assert seconds_in(written) == seconds


def test_columns_are_found_by_their_heads_below_a_title():
    rows = [
        ["Medborgarlöftet 2021"],
        [],
        ["Patrull", "Datum:", "Aktivitet", "Antal"],
        ["7", "2021", "Rondering", "4"],
        [],
    ]
    sheet = sheet_in(rows)
    assert sheet == OldSheet((SheetLine(4, "2021", "Rondering", number="4"),), unread=("Patrull",))
    assert sheet_in([["Patrull", "Antal"], ["7", "4"]]) is None


def test_what_is_sent_along_comes_back_and_nothing_else_does():
    sheet = OldSheet((SheetLine(2, "2021", "Rondering"),))
    assert unpacked(packed(sheet)) == sheet
    lines = ([0, *[""] * 7], [True, *[""] * 7], *([1, *[cell] * 7] for cell in ("x" * 121, "\0", "\ud800")))
    for odd in (None, [], [[1]], {"a": 1}, *([line] for line in lines)):
        assert unpacked(odd) is None


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("Trafikkontroll", Meaning("traffic_check")),
        ("trafikkontroller", Meaning("traffic_check")),
        ("Hastighetskontroll", Meaning("traffic_check", "speed")),
        ("Fotpatrull i centrum", Meaning("foot_patrol", "centre")),
        ("Möte med näringslivet", None),
        ("Godkänd månadsuppföljning", None),  # the product makes those itself
    ],
)
def test_a_word_is_guessed_from_the_vocabulary(word: str, meaning: Meaning | None):
    assert guessed(word, BUILT_IN) == meaning


def test_both_of_two_organisations_are_seen():
    assert organisations_named("Polis/kommun", BUILT_IN) == {"police", "municipality"}


def test_a_line_becomes_an_estimate_at_the_place_as_it_is_named_now():
    (line,) = read(SheetLine(2, "v 14 2026", "Hastighetskontroll", "", "skolgatan", "ca 12", "3,5"))
    estimate = line.estimate
    assert estimate is not None
    assert (estimate.type, estimate.focus, estimate.place) == ("traffic_check", {"speed"}, "skolvagen")
    assert (estimate.number, estimate.seconds) == (12, 12_600)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (SheetLine(2, "", "Rondering"), "Datum saknas."),
        (SheetLine(2, "31/6 2021", "Rondering"), "Datumet ”31/6 2021” går inte att läsa."),
        (SheetLine(2, "2027", "Rondering"), "Dagen har inte varit än."),
        (SheetLine(2, "maj 2021", "Rondering", "april 2021"), "Slutet ”april 2021” ligger före början."),
        (SheetLine(2, "2021", ""), "Typ av aktivitet saknas."),
        (SheetLine(2, "2021", "Kaffe"), "Välj vad ”Kaffe” ska bli."),
        (SheetLine(2, "2021", "Rondering", number="flera"), "Antalet ”flera” är inget helt tal."),
        (SheetLine(2, "2021", "Rondering", hours="länge"), "Tiden ”länge” går inte att läsa."),
    ],
)
def test_what_is_wrong_is_said_in_words(line: SheetLine, said: str):
    (read_line,) = read(line)
    assert read_line.estimate is None
    assert any(fault.startswith(said) for fault in read_line.faults)


def test_what_the_reader_chooses_goes_before_what_is_guessed():
    line = SheetLine(2, "2021", "Kaffe", place="Skolvägen")
    (chosen,) = read(line, types={"kaffe": "other"}, places={"skolvägen": ""})
    assert chosen.estimate is not None
    assert (chosen.estimate.type, chosen.estimate.place) == ("other", None)
    (left_out,) = read(line, types={"kaffe": LEFT_OUT})
    assert (left_out.estimate, left_out.faults) == (None, ())


def of(commitment: str, *lines: SheetLine, as_of: date = TODAY):
    estimates = [each.estimate for each in read(*lines, organisations=frozenset({"police"})) if each.estimate]
    return estimated(PLEDGE.commitment(commitment), estimates, PLACES, as_of)


def test_a_book_is_asked_by_the_rule_and_within_the_validity():
    lines = (
        SheetLine(2, "maj 2026", "Hastighetskontroll", number="ca 190"),
        SheetLine(3, "2026-06-05", "Hastighetskontroll"),
        SheetLine(4, "maj 2025", "Hastighetskontroll", number="7"),
        SheetLine(5, "maj 2026", "Fotpatrull", number="7"),
    )
    said = of("speed", *lines)
    assert said is not None
    assert said.number == 191
    assert of("speed", *lines, as_of=date(2026, 5, 30)) is None
    assert of("told", *lines) is None


def test_a_rule_that_asks_for_a_weekday_counts_no_line_of_a_month():
    said = of(
        "night", SheetLine(2, "maj 2026", "Trafikkontroll"), SheetLine(3, "2026-06-05", "Trafikkontroll")
    )
    assert said is not None
    assert [each.line for each in said.lines] == [3]  # a Friday


def test_hours_are_those_that_the_book_gives():
    said = of(
        "hours", SheetLine(2, "maj 2026", "Rondering", hours="12"), SheetLine(3, "maj 2026", "Rondering")
    )
    assert said is not None
    assert (said.seconds, len(said.lines)) == (12 * 3600, 1)
