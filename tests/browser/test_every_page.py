"""Every page is sound: valid HTML, no fault of access that axe finds, nothing wider than the screen."""

import pytest

from tests.browser.accessibility import violations
from tests.browser.pages import PAGES, SitePage, Visitor
from tests.browser.visits import Visits, wear
from tests.html import HtmlValidator

WIDTHS = (320, 768, 1280)
OVERFLOWS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
# Links to other pages that nobody sees without scrolling sideways.
OUT_OF_SIGHT = """() => [...document.querySelectorAll(".side__nav a")].filter((link) => {
  const {left, right, width} = link.getBoundingClientRect();
  const nav = link.closest("nav").getBoundingClientRect();
  return width && (left < nav.left - 1 || right > Math.min(nav.right, innerWidth) + 1);
}).map((link) => link.textContent)"""


@pytest.mark.parametrize("site_page", PAGES, ids=lambda page: page.name)
def test_a_page_is_sound_in_light_and_dark_on_phone_and_desk(
    site_page: SitePage, visits: Visits, html_validator: HtmlValidator
):
    page, answer = visits.open(site_page)

    assert answer.status == site_page.status
    assert html_validator.faults(answer.text(), site_page.name) == []
    for theme in ("light", "dark"):
        wear(page, theme)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert not page.evaluate(OVERFLOWS), f"wider than {width} px"
            assert page.evaluate(OUT_OF_SIGHT) == [], f"at {width} px"
        assert violations(page) == [], theme


@pytest.mark.parametrize(
    "site_page", [page for page in PAGES if page.visitor is Visitor.OFFICER], ids=lambda page: page.name
)
def test_a_phone_page_is_sound_at_night(site_page: SitePage, visits: Visits):
    page, _ = visits.open(site_page)
    wear(page, "night")

    assert violations(page) == []
