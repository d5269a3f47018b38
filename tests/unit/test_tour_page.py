"""docs/tour.md says what the tour says, and shows what it names."""

from tests.browser.tour import DOCUMENT, PICTURES, STOPS, document


def test_the_page_of_the_tour_is_what_its_stops_come_to() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document(), "run `make tour`"


def test_every_stop_of_the_tour_has_its_picture_and_no_picture_is_left_over() -> None:
    assert {stop.picture for stop in STOPS} == set(PICTURES.iterdir()), "run `make tour`"
