"""docs/taps.md says what the flows say."""

from tests.browser.flows import DOCUMENT, document


def test_the_page_of_taps_is_what_the_flows_come_to() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document(), "run `make taps`"
