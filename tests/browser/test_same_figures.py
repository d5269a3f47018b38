"""A figure is the same wherever one reads it."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page

from logger import clock
from tests.browser.figures_in_files import (
    in_files_of_the_follow_up,
    in_open_data,
    in_public_files,
    lacking_on_paper,
)
from tests.browser.live_server import LiveServer, commands
from tests.browser.pages import SitePage, Visitor, names_of
from tests.browser.shown_figures import Ways, on_the_board, on_the_public_page, printed
from tests.browser.visits import Visits

PERIODS: dict[str, Callable[[date], str]] = {
    "signed": lambda day: str(day.year),
    "now": lambda day: f"{day:%Y-%m}",
}
# What a promise is called, with its figure and its goal.
Named = tuple[str, tuple[int, int | None]]
MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]


@pytest.fixture
def run(reading_server: LiveServer) -> Iterator[Callable[..., str]]:
    """Runs a command on the installation that the reading server serves."""
    with commands(reading_server.instance) as run:
        yield run


@pytest.mark.parametrize(
    ("town", "code", "visitor"),
    [("lekeberg", "1814", Visitor.LEKEBERG), ("oskarshamn", "0882", Visitor.OSKARSHAMN)],
)
@pytest.mark.parametrize("period", ["signed", "now"])
def test_board_papers_files_public_page_api_and_command_line_say_the_same(
    town: str,
    code: str,
    visitor: Visitor,
    period: str,
    visits: Visits,
    run: Callable[..., str],
    reading_server: LiveServer,
    tmp_path: Path,
) -> None:
    ways = Ways(reading_server.address, run, code, tmp_path)
    pledge = names_of(reading_server.instance)[f"{town}_{period}"]

    public, _ = visits.open(SitePage("lofte", f"/lofte/{town}/{pledge}", Visitor.NOBODY))
    published = as_of_on(public)
    answers = ways.by_the_api(public, pledge, published)
    assert ways.by_the_command_line(pledge, published) == answers
    shown, corrected = on_the_public_page(public), corrected_on(public)
    known_now = printed(answers)
    assert {each: shown[each] for each in shown.keys() - corrected} == {
        each: known_now[each] for each in known_now.keys() - corrected
    }
    said = run(
        "pledge", "verify", f"{reading_server.address}/lofte/{town}/{pledge}/{PERIODS[period](published)}"
    )
    assert f"{len(shown)} av {len(shown)} siffror stämmer" in said

    figures = files_for_everyone_say(public, shown, f"/lofte/{town}/{pledge}/{PERIODS[period](published)}")
    desk, _ = visits.open(SitePage("uppfoljning", f"/uppfoljning/{code}/{pledge}?rytm=year", visitor))
    files_of_the_follow_up_say(desk, figures, f"/uppfoljning/{code}/{pledge}/{PERIODS[period](published)}")

    for day in (published, clock.today()):
        board, _ = visits.open(SitePage("oversikt", f"/oversikt/{code}/{pledge}?as_of={day}", visitor))
        answers = ways.by_the_api(board, pledge, day)
        assert on_the_board(board) == printed(answers)
        assert ways.by_the_command_line(pledge, day) == answers


def files_for_everyone_say(page: Page, shown: dict[str, str], at: str) -> dict[str, Named]:
    """Open data, tables, workbook and papers hold the figures of the public page; handed on by id."""
    fetch = fetcher(page, at)
    document = json.loads(fetch("data.json"))
    figures = in_open_data(document)
    assert printed({each["id"]: each["progress"] for each in document["commitments"]}) == shown
    for name, held in in_public_files(fetch).items():
        assert held == figures, name
    for paper in ("blad.pdf", "redovisning.pdf"):
        assert lacking_on_paper(fetch(paper), figures) == [], paper
    called = [(each["id"], each["label"] or each["wording"]) for each in document["commitments"]]
    return {commitment: (name, figures[name]) for commitment, name in called}


def files_of_the_follow_up_say(page: Page, told: dict[str, Named], at: str) -> None:
    """The follow-up that was published holds the same in its tables, its workbook and its papers."""
    fetch, figures = fetcher(page, at), dict(told.values())
    names = {commitment: name for commitment, (name, _) in told.items()}
    for name, held in in_files_of_the_follow_up(fetch, names).items():
        assert held == figures, name
    for paper in ("underlag.pdf", "blad.pdf", "redovisning.pdf"):
        assert lacking_on_paper(fetch(paper), figures) == [], paper


def fetcher(page: Page, at: str) -> Callable[[str], bytes]:
    """Fetches what lies under an address, as the page's own visitor."""
    server = "/".join(page.url.split("/")[:3])

    def fetch(name: str) -> bytes:
        answer = page.request.get(f"{server}{at}/{name}")
        assert answer.ok, (at, name, answer.status)
        return answer.body()

    return fetch


def corrected_on(page: Page) -> set[str]:
    """The commitments whose figure is another today, as the page tells."""
    told = page.locator(".corrected__one").all()
    return {(each.get_attribute("id") or "").removeprefix("rattelse-") for each in told}


def as_of_on(page: Page) -> date:
    """The date that the public page says its figures reach."""
    said = re.search(r"[Tt]ill och med\s(\d+)\s(\w+)\s(\d{4})", page.locator(".asof-line").inner_text())
    assert said, page.locator(".asof-line").inner_text()
    return date(int(said[3]), MONTHS.index(said[2][:3]) + 1, int(said[1]))
