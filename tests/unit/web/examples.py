"""A small pledge with one of everything, and activities to count for it."""

from datetime import date, datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from logger.domain.activities import Activity
from logger.domain.counting.accounts import accounts_of
from logger.domain.counting.ledger import Ledger
from logger.domain.periods import instant_of
from logger.domain.places import Flag, Place
from logger.domain.pledges import Pledge
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.boards.board_rows import BoardRow, areas
from logger.services.files.pledge_files import read_pledge_text

STOCKHOLM = ZoneInfo("Europe/Stockholm")
SCHOOLS = ("Vallhallaskolan", "Kristinebergskolan", "Rödsleskolan", "Oscarsgymnasiet")
PLACES = {name: Place(name, name, frozenset({"school"})) for name in SCHOOLS} | {
    "norra": Place("norra", "Norra vägen", frozenset({"road"}), (Flag(date(2021, 1, 1)),)),
    "flanaden": Place("flanaden", "Flanaden", frozenset({"square"})),
}
TODAY = date(2021, 9, 14)

_numbers = count(1)


def a_pledge(*commitments: str, valid: str = "{from: 2021-01-01, to: 2021-12-31}") -> Pledge:
    """A pledge of these commitments, each a line of YAML without its id, wording and braces."""
    lines = "\n".join(
        f"      - {{id: c{number}, wording: Löfte {number}, {each}}}"
        for number, each in enumerate(commitments)
    )
    text = (
        f'format: 1\nmunicipality: "0882"\ntitle: Löftet\nvalid: {valid}\n'
        f"focus_areas:\n  - name: Området\n    commitments:\n{lines}\n"
    )
    return read_pledge_text(text, BUILT_IN)


def done(
    kind: str, day: date, place: str | None = None, *, minutes: int | None = 30, **more: Any
) -> Activity:
    """One activity by the police at ten in the morning."""
    start = datetime(day.year, day.month, day.day, 10, tzinfo=STOCKHOLM)
    starts = instant_of(day, start.time())
    return Activity(
        id=f"00000000-0000-4000-8000-{next(_numbers):012d}",
        type=kind,
        started_at=starts,
        ended_at=None if minutes is None else starts + timedelta(minutes=minutes),
        place=place,
        **{"organisations": frozenset({"police"}), **more},
    )


def every_days(number: int, kind: str, place: str | None = None, **more: Any) -> list[Activity]:
    """So many activities, one a day from the first of January."""
    return [done(kind, date(2021, 1, 1) + timedelta(days=each), place, **more) for each in range(number)]


def rows_of(pledge: Pledge, *activities: Activity, as_of: date = TODAY) -> tuple[BoardRow, ...]:
    """The rows of the pledge's board over these activities."""
    ledger = Ledger(PLACES, activities, (), ())
    return tuple(row for area in areas(pledge, accounts_of(pledge, ledger, as_of)) for row in area.rows)
