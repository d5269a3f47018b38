"""Platser as its page prints it: the register, the drawing beside it, and where to go next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from logger.domain.places import Place
from logger.domain.progress.next_places import Need, NextPlace, Reason
from logger.services.places.place_register import Register
from logger.web.places.place_drawing import Drawing, Mark, close_up_of, drawing_of
from logger.web.places.place_words import ago, flag_now, how_lately, kinds_of, when
from logger.web.texts import t
from logger.web.whole_numbers import whole
from logger.web.words import PLACE, STATUS_SYMBOLS, STATUS_WORDS

ORDERS = (("besok", "Längst sedan besök"), ("namn", "Namn"), ("slag", "Slag"))
MOST_NEXT = 5
PAGE = 100


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One place of the list; `number` is its number on the drawing, empty where it has no position.

    `point` and `seen` are for the map, where there are tiles: degrees, and how long ago somebody was there.
    """

    number: str
    point: str
    seen: str
    name: str
    href: str
    kinds: str
    flagged: str
    ago: str
    when: str


@dataclass(frozen=True, slots=True)
class WhyThere:
    """One commitment that a visit would count towards."""

    text: str
    status: str
    symbol: str
    code: str


@dataclass(frozen=True, slots=True)
class NextLine:
    """A place to go to next."""

    name: str
    href: str
    why: tuple[WhyThere, ...]
    ago: str


@dataclass(frozen=True, slots=True)
class Order:
    """A way to sort the list."""

    text: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class PlacesPage:
    """The whole page."""

    count: str
    lines: tuple[PlaceLine, ...]
    next: tuple[NextLine, ...]
    more_next: int
    orders: tuple[Order, ...]
    drawing: Drawing | None
    close_up: Drawing | None
    drawn: str
    unplaced: int
    edits: bool
    address: str
    shown: str
    earlier: str
    later: str


def places_page(
    register: Register,
    nearest: Sequence[NextPlace],
    order: str,
    address: str,
    today: date,
    number: str = "",
) -> PlacesPage:
    """The page in words; `address` is its own, without a query. Of many places so many stand on a page."""
    sorted_by = order if order in dict(ORDERS) else ORDERS[0][0]
    every = _in_order(register, sorted_by)
    pages = max(1, -(-len(every) // PAGE))
    at = max(1, min(whole(number, 4) or 1, pages))
    places = every[(at - 1) * PAGE :][:PAGE]
    located = [each for each in places if each.point is not None]
    numbers = {each.id: number for number, each in enumerate(located, start=1)}
    marks = [
        Mark(
            numbers[each.id],
            each.point,
            how_lately(register.visited.get(each.id), today),
            each.flagged_on(today),
        )
        for each in located
        if each.point is not None
    ]
    drawing = drawing_of(marks)
    return PlacesPage(
        count=PLACE.of(len(every)),
        lines=tuple(_line(each, register, numbers, address, today) for each in places),
        next=next_lines(nearest[:MOST_NEXT], address, today),
        more_next=max(0, len(nearest) - MOST_NEXT),
        orders=tuple(Order(t(text), f"{address}?ordning={key}", key == sorted_by) for key, text in ORDERS),
        drawing=drawing,
        close_up=close_up_of(marks, drawing),
        drawn=t("Karta över {0}. Listan säger detsamma.", PLACE.of(len(marks))),
        unplaced=len(places) - len(located),
        edits=register.edits,
        address=address,
        shown=t("Sida {0} av {1}", at, pages) if pages > 1 else "",
        earlier=f"{address}?ordning={sorted_by}&sida={at - 1}" if at > 1 else "",
        later=f"{address}?ordning={sorted_by}&sida={at + 1}" if at < pages else "",
    )


def next_lines(nearest: Sequence[NextPlace], address: str, today: date) -> tuple[NextLine, ...]:
    """Where to go next in words; `address` is that of the list of places."""
    return tuple(_next(each, address, today) for each in nearest)


def address_of(address: str, place_id: str) -> str:
    """Where a place's own page is; `address` is that of the list."""
    return f"{address}/p/{quote(place_id, safe='')}"


def _in_order(register: Register, order: str) -> list[Place]:
    places = list(register.places.values())
    match order:
        case "namn":
            return sorted(places, key=lambda each: each.name.casefold())
        case "slag":
            return sorted(
                places,
                key=lambda each: (not each.kinds, kinds_of(each, register.words), each.name.casefold()),
            )
        case _:
            seen = register.visited
            return sorted(
                places,
                key=lambda each: (
                    seen[each.id].timestamp() if each.id in seen else 0.0,
                    each.name.casefold(),
                ),
            )


def _line(place: Place, register: Register, numbers: dict[str, int], address: str, today: date) -> PlaceLine:
    visited = register.visited.get(place.id)
    return PlaceLine(
        number=str(numbers.get(place.id, "")),
        point="" if place.point is None else f"{place.point[0]} {place.point[1]}",
        seen=how_lately(visited, today).value,
        name=place.name,
        href=address_of(address, place.id),
        kinds=kinds_of(place, register.words),
        flagged=flag_now(place, today),
        ago=ago(visited, today),
        when=when(visited),
    )


def _next(each: NextPlace, address: str, today: date) -> NextLine:
    return NextLine(
        name=each.place.name,
        href=address_of(address, each.place.id),
        why=tuple(map(_why, each.reasons)),
        ago=ago(each.visited, today),
    )


def _why(reason: Reason) -> WhyThere:
    label = reason.commitment.label or reason.commitment.wording
    need = t("återstår") if reason.need is Need.COVERAGE else t("utpekad")
    return WhyThere(
        text=f"{label}, {need}",
        status=STATUS_WORDS[reason.status],
        symbol=STATUS_SYMBOLS[reason.status],
        code=reason.status.value,
    )
