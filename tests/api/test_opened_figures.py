"""Every figure on a board, a grid and a trend opens to entries that add up to it; no browser is needed."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest

from logger.domain.activities import Activity
from logger.domain.places import Flag, Place
from logger.services.kept.progress_rebuilding import count_places_anew
from logger.services.pledges.pledges import PledgeImport, import_pledge
from logger.services.recording import KeptEntry, keep_activities
from logger.services.transactions import writing
from logger.store import places
from tests.readers.html import HtmlValidator
from tests.worlds.town import NOW, OURS, PLEDGE, Town, activity, user_id

BOARD = f"/oversikt/{OURS}/{PLEDGE}"
PLEDGE_FILE = f"""
format: 1
municipality: "{OURS}"
title: Löfte av alla slag 2026
valid: {{from: 2026-01-01, to: 2026-12-31}}
parties: [police, municipality]
focus_areas:
  - name: Allt på en gång, under en rubrik som är så lång att den bryts över flera rader på en telefon
    commitments:
      - {{id: checks, wording: Kontroller., counts: {{types: [traffic_check], flagged: true}},
          target: {{kind: count, at_least: 12,
            pauses: [{{from: 2026-11-16, to: 2026-11-29, reason: Vägarbete}}]}}}}
      - {{id: more, wording: Fler., counts: {{types: [traffic_check]}}, target: {{kind: count, at_least: 3}}}}
      - {{id: days, wording: Dagar., target: {{kind: count, unit: day, at_least: 9}}}}
      - {{id: vehicles, wording: Fordon., target: {{kind: sum, counter: vehicles, at_least: 100}}}}
      - {{id: hours, wording: Timmar., counts: {{performed_by: [police]}},
          target: {{kind: hours, at_least: 30}}}}
      - {{id: weekly, wording: Timmar varje vecka., target: {{kind: hours, at_least: 2, per: iso_week}}}}
      - {{id: everywhere, wording: Alla vägar., counts: {{place_kinds: [road]}}, target: {{kind: coverage}}}}
      - {{id: monthly, wording: Alla vägar varje månad., counts: {{place_kinds: [road]}},
          target: {{kind: coverage, per: month}}}}
      - {{id: summer, wording: Om sommaren., counts: {{seasons: [{{from: "06-01", to: "08-31"}}]}},
          target: {{kind: ongoing}}}}
"""
CELL = r'<td class="grid__cell[^>]*><a href="([^"]+)"><span aria-hidden="true">([^<]*)<'
ENTRY = r'class="entry__amount">([^<]*)<'


def done(number: int) -> Activity:
    """Something every third day from the middle of September on, at one of two roads or nowhere."""
    started_at = datetime(2026, 9, 14, 8, 0, tzinfo=UTC) + timedelta(days=3 * number, hours=3 * (number % 5))
    return activity(
        f"full {number}",
        started_at=started_at,
        ended_at=started_at + timedelta(minutes=60 + 40 * (number % 3)),
        place=("skolvagen", "kyrkvagen", None)[number % 3],
        type=("traffic_check", "foot_patrol")[number % 2],
        focus=frozenset(),
        counters={"vehicles": number},
    )


@pytest.fixture
def full_town(sqlite_town: Town) -> Town:
    """A town with a pledge of many shapes, and work on it."""
    with sqlite_town.inside() as session:
        import_pledge(session, PledgeImport(PLEDGE_FILE, approve=True), NOW)
        with writing(session):
            flagged = (Flag(datetime(2026, 10, 1, tzinfo=UTC).date()),)
            places.put(session, OURS, Place("kyrkvagen", "Kyrkvägen", frozenset({"road"}), flagged))
            count_places_anew(session, OURS)
            entries = [KeptEntry(done(n), user_id("officer"), "police", NOW, "") for n in range(23)]
            keep_activities(session, OURS, entries, "phone")
    return sqlite_town


class Reader:
    """Opens pages as the coordinator, and checks that each is sound."""

    def __init__(self, town: Town, validator: HtmlValidator) -> None:
        self._client, self._validator = town.client("coordinator"), validator

    def open(self, address: str) -> str:
        """The page, unescaped and with ordinary spaces."""
        answer = self._client.get(unescape(address).partition("#")[0])
        assert answer.status_code == 200, address
        return re.sub(r"[\u00a0\u202f]", " ", answer.text)

    def sound(self, address: str) -> str:
        """The same, its HTML validated."""
        page = self.open(address)
        assert not self._validator.faults(page, address)
        return page


def number(text: str) -> int:
    """A figure as it is printed: 1 000, or 1:15 in minutes; a dash and nothing are none."""
    hours, colon, minutes = re.sub(r"\s", "", text).partition(":")
    return int(hours) * 60 + int(minutes) if colon else int(hours or 0)


def added_up(page: str) -> int:
    shown = page.partition('class="fold"')[0]
    return sum(number(each) for each in re.findall(ENTRY, shown))


def figures(page: str, pattern: str) -> Iterator[tuple[str, int]]:
    """Where each figure leads, and what it says."""
    for href, said in re.findall(pattern, page):
        yield href, number(said)


def test_what_was_done_in_a_period_opens_to_entries_that_add_up(
    full_town: Town, html_validator: HtmlValidator
):
    reader = Reader(full_town, html_validator)
    for days in ("from=2026-10-01&as_of=2026-10-31", "from=2026-11-16&as_of=2026-11-22"):
        board = reader.sound(f"{BOARD}?{days}")
        found = list(figures(board, r'class="brow__done">.*?<a href="([^"]+)">([^<]*)</a>'))
        assert len(found) == 9
        assert sum(value for _, value in found) > 0
        for href, value in found:
            assert added_up(reader.open(href)) == value, href


def test_weeks_and_cells_add_up_and_a_pause_and_a_season_say_until_when(
    full_town: Town, html_validator: HtmlValidator
):
    reader = Reader(full_town, html_validator)
    for commitment in ("checks", "vehicles", "hours", "weekly", "everywhere", "summer"):
        page = reader.sound(f"{BOARD}/{commitment}")
        weeks = list(figures(page, r'<li><a href="([^"]+)" title="[^"]*"[^>]*><svg.*?<b>([^<]*)</b>'))
        assert len(weeks) == 8
        for href, value in weeks[-3:]:
            assert added_up(reader.open(href)) == value, href
    for commitment in ("everywhere", "monthly"):
        cells = list(figures(reader.sound(f"{BOARD}/{commitment}"), CELL))
        assert len(cells) >= 5
        for href, value in cells:
            assert added_up(reader.open(href)) == value, href

    district = reader.sound("/omradet")
    shown = re.findall(r'class="goal__figure"><a href="([^"]+)">(.*?)</a>', district)
    assert len(shown) >= 2
    for href, figure in shown:
        assert f'class="result__figure">{figure}</p>' in reader.open(href), href
    board = reader.open(BOARD)
    assert "Gå hit härnäst" in board
    assert "Gå hit härnäst" not in reader.open(f"{BOARD}?as_of=2026-10-31")
    assert "paus t.o.m. 29 nov" in board
    assert "säsongen är slut" in board
    opened = reader.open(f"{BOARD}/checks")
    assert "Vägarbete. Dagarna räknas inte i takten." in opened
    assert "av 351 dagar. Paus räknas inte" in opened


FIGURE = r'<a href="([^"]+)"><b class="figure__value">([^<]*)</b>'


def test_every_figure_of_the_board_and_of_a_follow_up_opens_to_what_makes_it(
    full_town: Town, html_validator: HtmlValidator
):
    reader = Reader(full_town, html_validator)
    for page, opened in ((BOARD, 9), (f"/uppfoljning/{OURS}/{PLEDGE}/2026-10", 9)):
        found = list(figures(reader.sound(page), FIGURE))
        assert len(found) >= opened - 1  # a promise for each period may have none that is over
        assert sum(value for _, value in found) > 0
        for href, value in found:
            check_figure(reader, href, value)
    months = f"/uppfoljning/{OURS}/{PLEDGE}/2026-10"
    periods = list(figures(reader.open(months), r'follow__period"><a href="([^"]+)">([\d:]*)'))
    assert len(periods) >= 5
    assert sum(value for _, value in periods) > 0
    for href, value in periods:
        assert added_up(reader.open(href)) == value, href


WEEK = r'<th scope="row"><a href="([^"]+)">[^<]*</a></th><td>[^<]*</td><td class="end">([^<]*)</td>'


def test_every_figure_of_presence_and_of_the_country_opens_to_what_makes_it(
    full_town: Town, html_validator: HtmlValidator
):
    reader = Reader(full_town, html_validator)
    presence = f"/narvaro/{OURS}/{PLEDGE}/weekly"
    page = reader.sound(f"{presence}?from=2026-10-01&as_of=2026-10-31")
    [picked] = re.findall(r'<a href="#bakom"><b>([^<]*)</b>', page)
    assert added_up(page) == number(picked) > 0
    [current] = figures(reader.open(presence), r'stat__figure"><a href="([^"]*week=[^"]*)"><b>([^<]*)</b>')
    assert added_up(reader.open(f"{presence}{current[0]}")) == current[1] > 0
    weeks = list(figures(reader.open(presence), WEEK))
    assert len(weeks) >= 4
    for href, value in weeks[-4:]:
        assert added_up(reader.open(f"{presence}{href}" if href.startswith("?") else href)) == value, href
    promises = re.findall(
        r'<a href="([^"]+)" lang="sv">[^<]*</a><span>(.*?)</span></li>', reader.open("/riket")
    )
    assert promises
    for href, figure in promises:
        assert f'class="result__figure">{figure}</p>' in reader.open(href), href


def check_figure(reader: Reader, href: str, value: int) -> None:
    """A figure is the sum of its entries, of the places that are reached, or of the periods that are held."""
    page = reader.open(href)
    if held := re.search(r'<div class="periods">.*?</div>', page, re.DOTALL):
        assert held[0].count("cell--kept") == value, href
    elif places := re.search(r'<ul class="places">.*?</ul>', page, re.DOTALL):
        assert places[0].count('"symbol symbol--kept"') == value, href
    else:
        assert added_up(page) == value, href


@pytest.mark.parametrize("asked", ["from=2026-12-01", "from=nonsens", "from=2026-05-01&as_of=2026-04-01"])
def test_a_period_that_cannot_be_shown_is_told_and_left_out(sqlite_town: Town, asked: str):
    page = sqlite_town.client("coordinator").get(f"/oversikt/{OURS}/{PLEDGE}?{asked}").text
    assert "Den perioden går inte att visa." in page
    assert "brow__done" not in page
