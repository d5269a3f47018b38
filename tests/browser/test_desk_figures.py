"""Every figure on every board opens, and what it opens to adds up to it."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import SitePage, Visitor
from tests.browser.visits import Visits

BOARDS = [
    SitePage("lekeberg", "/oversikt/1814/{lekeberg_now}", Visitor.LEKEBERG),
    SitePage("lekeberg som det skrevs under", "/oversikt/1814/{lekeberg_signed}", Visitor.LEKEBERG),
    SitePage("oskarshamn", "/oversikt/0882/{oskarshamn_now}", Visitor.OSKARSHAMN),
    SitePage("oskarshamn som det skrevs under", "/oversikt/0882/{oskarshamn_signed}", Visitor.OSKARSHAMN),
]
OF_SEVERAL = [
    SitePage("omradet", "/omradet", Visitor.CHIEF_OF_TWO),
    SitePage("riket", "/riket", Visitor.CHIEF_OF_TWO),
]
# Where each commitment of these leads, and what stands beside it: status, figure.
ROWS = ".goal, .goal-rest > li, .country__late > li"
BESIDE_EACH = """rows => rows.map(row => [
  row.querySelector("a").href,
  row.querySelector(".status").textContent.trim(),
  row.querySelector(".goal__figure, .status ~ span").textContent.trim(),
])"""
NEWEST = 6
"""So many of a commitment's periods are opened."""


@pytest.mark.parametrize("board", BOARDS, ids=lambda board: board.name)
def test_every_figure_opens_to_entries_that_add_up_to_it(board: SitePage, visits: Visits):
    page, _ = visits.open(board)
    figures = list(_figures(page))
    assert len(figures) == page.locator(".brow h3").count() > 0

    for address, value in figures:
        page.goto(address)
        if page.locator(".periods a").count():
            _check_periods(page, value)
        elif value:
            assert _sum_of_entries(page) == _number(value), address
            assert _text(page, ".sum b").startswith(value)


@pytest.mark.parametrize("several", OF_SEVERAL, ids=lambda several: several.name)
def test_a_figure_among_several_municipalities_is_the_one_that_it_opens_to(several: SitePage, visits: Visits):
    page, _ = visits.open(several)
    rows = page.locator(ROWS).evaluate_all(BESIDE_EACH)
    assert len({address.split("/")[4] for address, _, _ in rows}) == 2  # both towns

    for address, status, figure in rows:
        page.goto(address)
        told = [page.locator(f".result {each}").first.inner_text() for each in (".status", ".result__figure")]
        assert [" ".join(text.split()) for text in told] == [
            " ".join(text.split()) for text in (status, figure)
        ]
        value = page.locator(".result .figure__value")
        if value.count() and not page.locator(".periods a").count():
            assert _sum_of_entries(page) == _number(value.inner_text()), address


def test_presence_opens_each_week_to_entries_that_add_up_to_it(visits: Visits):
    page, _ = visits.open(SitePage("narvaro", "/narvaro/1814/{lekeberg_now}/presence", Visitor.LEKEBERG))
    weeks = _links(page, ".weeks a")[-NEWEST:]
    assert weeks

    for address in weeks:
        page.goto(address)
        said = re.search(r"aktiviteterna bakom ([\d:]+)", _text(page, "#bakom"))
        assert _sum_of_entries(page) == (_number(said[1]) if said else 0), address


def test_an_entry_behind_a_figure_says_that_it_counts_there(visits: Visits):
    page, _ = visits.open(BOARDS[2])
    page.get_by_role("link", name="Hastighetskontroller").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hastighetskontroller")
    page.locator(".entry__title").first.click()

    counted = page.get_by_role("region", name="Räknas mot")
    expect(counted.get_by_role("link", name="Hastighetskontroller", exact=True)).to_be_visible()
    expect(counted).to_contain_text("1\u00a0gång")
    expect(page.get_by_role("region", name="Historik")).to_contain_text("Loggad")
    counted.get_by_role("link", name="Varför? Hastighetskontroller").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Därför räknas den")


def _check_periods(page: Page, value: str) -> None:
    """The figure counts the periods that are held; each of them opens to what it came to."""
    held = page.locator(".periods .cell--kept").count()
    assert held == (int(value) if value else 0)
    for address in _links(page, ".periods a")[:NEWEST]:
        page.goto(address)
        assert _sum_of_entries(page) == _number(_text(page, ".periods [aria-current] b")), address


def _figures(page: Page) -> Iterator[tuple[str, str]]:
    """Where each figure of the board leads, and its number; empty for one in words alone."""
    for link in page.locator(".brow__figure a").all():
        value = link.locator(".figure__value")
        yield link.evaluate("link => link.href"), value.inner_text() if value.count() else ""


def _links(page: Page, selector: str) -> list[str]:
    found: list[str] = page.locator(selector).evaluate_all("links => links.map(link => link.href)")
    return found


def _sum_of_entries(page: Page) -> int:
    """What the entries come to, or the numbers of the months where a coordinator enters them."""
    behind = "section:has(> #bakom), section:has(> .behind__head)"
    lines = page.locator(behind).locator(".entry__amount, .plain-lines b")
    return sum(_number(text) for text in lines.all_inner_texts() if text[0].isdigit())


def _number(text: str) -> int:
    """A figure as it is printed: 1 000, or 1:15 in minutes."""
    hours, colon, minutes = re.sub(r"\s", "", text).partition(":")
    return int(hours) * 60 + int(minutes) if colon else int(hours)


def _text(page: Page, selector: str) -> str:
    return page.locator(selector).first.inner_text()
