"""The board as its page prints it: the sentence first, then every area, and the same as a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from logger.domain.counting.gists import WEEKS_BACK
from logger.domain.periods import Days
from logger.domain.progress.next_places import NextPlace
from logger.services.boards.boards import Board, usual_day
from logger.web.as_of import Picker, picker
from logger.web.board.board_views import AreaView, area_views, with_done
from logger.web.board.monday import Phrase, monday_sentence
from logger.web.board.span_pick import SpanPicker, span_picker
from logger.web.charts import GOAL_AT, along
from logger.web.dates import short_date, weekday_date
from logger.web.places.place_list_views import NextLine, next_lines
from logger.web.texts import t
from logger.web.words import NO_BREAK

NEXT = 3
"""So many places to go to next stand on the board; the others on the page of places."""

HEADING_SHARE = 2.6
"""About how many percent of a chart's width a letter of its heading takes."""


@dataclass(frozen=True, slots=True)
class NextRow:
    """The first places to go to, and the way to all of them."""

    places: tuple[NextLine, ...]
    href: str
    more: int


@dataclass(frozen=True, slots=True)
class BoardPage:
    """The whole board. `base` and `query` make the address of a commitment: base, its id, query."""

    picker: Picker
    sentence: tuple[Phrase, ...]
    notices: tuple[str, ...]
    areas: tuple[AreaView, ...]
    today_at: float | None
    today_text: str
    base: str
    query: str
    caption: str
    next: NextRow | None
    span: SpanPicker
    week_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spanned:
    """The picked period with what was done in it, by commitment."""

    days: Days
    done: Mapping[str, int]


def board_page(
    board: Board,
    address: str,
    notices: Sequence[str],
    today: date,
    *,
    spanned: Spanned | None = None,
    nearest: Sequence[NextPlace] = (),
) -> BoardPage:
    """The page in words and marks; `address` is its own, without a query."""
    pledge, as_of = board.stored.pledge, board.as_of
    usual = usual_day(pledge, today)
    heading = expected_heading(as_of, today)
    runs = pledge.valid.first <= as_of < pledge.valid.last
    shown = area_views(board.areas, pledge, as_of, today, board.words)
    span = spanned.days if spanned else None
    return BoardPage(
        picker=picker(as_of, usual, today, address),
        sentence=monday_sentence(board.rows, as_of, today),
        notices=tuple(each for each in notices if each),
        areas=with_done(shown, board, spanned.done, spanned.days) if spanned else shown,
        today_at=heading_at(along(as_of, pledge.valid) if runs else None, heading),
        today_text=heading,
        base=address,
        query="" if as_of == usual else f"?as_of={as_of.isoformat()}",
        caption=t("{0}, till och med {1}", pledge.title, weekday_date(as_of)),
        next=_next(nearest, board.stored.municipality, today),
        span=span_picker(span, as_of, usual, address),
        week_names=week_names(as_of),
    )


def _next(nearest: Sequence[NextPlace], code: str, today: date) -> NextRow | None:
    if not nearest:
        return None
    address = f"/platser/{code}"
    return NextRow(next_lines(nearest[:NEXT], address, today), address, max(0, len(nearest) - NEXT))


def week_names(as_of: date) -> tuple[str, ...]:
    """The names of the eight weeks up to the date, oldest first: "v. 41"."""
    weeks = [as_of - timedelta(weeks=number) for number in reversed(range(WEEKS_BACK))]
    return tuple(f"v.{NO_BREAK}{day.isocalendar().week}" for day in weeks)


def heading_at(line: float | None, text: str) -> float | None:
    """Where the heading over the dotted line is centred, so that it stays off the goal's."""
    if line is None:
        return None
    half = len(text) * HEADING_SHARE / 2
    return round(min(max(line, half), GOAL_AT - 8.5 - half), 2)


def expected_heading(as_of: date, today: date) -> str:
    """Over the carets: "väntat i dag", or what was to be expected on another day."""
    return t("väntat i dag") if as_of == today else t("väntat {0}", short_date(as_of, today))
