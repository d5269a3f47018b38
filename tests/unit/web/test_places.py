"""The drawing of places, and what its list says of them."""

from datetime import UTC, date, datetime

import pytest

from logger.domain.places import Flag, Place
from logger.domain.refusing.place_refusals import PlaceFaulty
from logger.web.places.place_drawing import HEIGHT, WIDTH, Mark, Visited, close_up_of, drawing_of
from logger.web.places.place_form import FilledPlace, FlagRow, filled_from, place_of
from logger.web.places.place_words import ago, how_lately

TODAY = date(2026, 11, 29)


def mark(number: int, north: float, east: float) -> Mark:
    return Mark(number, (north, east), Visited.LATELY, flagged=False)


def test_north_is_up_and_east_to_the_right_and_a_scale_says_how_far():
    drawing = drawing_of([mark(1, 59.2, 14.8), mark(2, 59.1, 14.9)])

    assert drawing is not None
    north, south = drawing.marks
    assert north.y < south.y
    assert north.x < south.x
    assert all(0 <= each.x <= WIDTH and 0 <= each.y <= HEIGHT for each in drawing.marks)
    # 0.1 degrees of latitude are 11.1 km, drawn 252 units high: 2 km are 45 units.
    assert (drawing.scale_text, round(drawing.scale)) == ("2 km", 45)


def test_one_place_stands_in_the_middle_and_none_is_not_drawn():
    drawing = drawing_of([mark(1, 59.2, 14.8)])

    assert drawing is not None
    assert (drawing.marks[0].x, drawing.marks[0].y) == (WIDTH / 2, HEIGHT / 2)
    assert drawing_of([]) is None


def test_where_numbers_would_hide_each_other_there_is_a_close_up():
    town = [mark(number, 57.26 + number / 1_000, 16.44 + number / 500) for number in range(1, 6)]
    marks = [*town, mark(6, 57.5, 16.2)]
    whole = drawing_of(marks)

    close = close_up_of(marks, whole)

    assert whole is not None
    assert [each.number for each in whole.marks].count("") >= 3
    assert close is not None
    assert [each.number for each in close.marks] == ["1", "2", "3", "4", "5"]
    assert close_up_of(marks[-1:], drawing_of(marks[-1:])) is None


def test_how_long_ago_is_said_in_words():
    said = [
        ago(datetime(2026, month, day, 12, tzinfo=UTC), TODAY) for month, day in ((11, 29), (11, 28), (6, 1))
    ]
    assert said == ["i dag", "i går", "för 6\u00a0månader sedan"]
    assert (ago(None, TODAY), how_lately(None, TODAY)) == ("aldrig", Visited.NEVER)


@pytest.mark.parametrize("typed", ["59.1768, 14.8665", " 59,1768 14,8665 ", "59,1768; 14.8665"])
def test_a_position_is_read_however_it_was_copied(typed: str):
    assert place_of(FilledPlace("Bron", point=typed)).point == (59.1768, 14.8665)


@pytest.mark.parametrize("typed", ["59.1768", "bron", "14.8665, 59.1768", "59.17, 140.5", "59, 14"])
def test_a_position_that_is_none_is_told_so(typed: str):
    with pytest.raises(PlaceFaulty) as refused:
        place_of(FilledPlace("Bron", point=typed))
    assert refused.value.fields.keys() == {"point"}


def test_what_is_shown_and_sent_again_is_the_same_place():
    flags = (Flag(date(2026, 1, 1), date(2026, 6, 30), "Dialog"), Flag(date(2026, 8, 1)))
    place = Place("bron", "Bron", frozenset({"road"}), flags, (59.0, 14.123456), ("Gamla bron",))

    assert place_of(filled_from(place), "bron") == place


@pytest.mark.parametrize(
    "row", [FlagRow(last="2026-01-01"), FlagRow("2026-02-30"), FlagRow("2026-01-01", "i går")]
)
def test_days_that_cannot_be_read_are_told_so(row: FlagRow):
    with pytest.raises(PlaceFaulty) as refused:
        place_of(FilledPlace("Bron", flags=(row,)))
    assert refused.value.fields.keys() == {"flagged"}
