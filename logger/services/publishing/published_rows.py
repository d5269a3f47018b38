"""A publication's open data read back as the rows that the public page shows."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from logger.domain.places import Place
from logger.domain.pledges import Commitment, Pledge
from logger.domain.progress.answer_reading import progress_from
from logger.domain.progress.pace import pace
from logger.domain.progress.steady_facts import is_untold
from logger.domain.targets import Coverage, InTotal
from logger.services.boards.board_rows import BoardArea, BoardRow, PlaceReached, calendar_of
from logger.services.follow_up.frozen import exact

Told = Mapping[str, Any]


def published_areas(document: Mapping[str, Any], pledge: Pledge) -> tuple[BoardArea, ...]:
    """Every commitment as it was published; `pledge` is the version that the open data are made from."""
    told = {each["id"]: each for each in document["commitments"]}
    as_of = date.fromisoformat(document["as_of"])
    return tuple(
        BoardArea(area.name, tuple(_row(each, told[each.id], as_of) for each in area.commitments))
        for area in pledge.focus_areas
    )


def _row(commitment: Commitment, told: Told, as_of: date) -> BoardRow:
    here = pace(commitment, as_of)
    return BoardRow(
        commitment=commitment,
        progress=exact(progress_from(told["progress"]), here),
        pace=here,
        last_activity=day_of(told["last"]),
        places=tuple(_places(commitment, told)),
        calendar=calendar_of(commitment),
        few=here.started and is_untold(told),
    )


def day_of(coarse: str | None) -> date | None:
    """The first day of the month (2026-05) that something was last done in."""
    return date.fromisoformat(f"{coarse}-01") if coarse else None


def _places(commitment: Commitment, told: Told) -> Iterator[PlaceReached]:
    """The places of a coverage, in the order of the rule, then by name."""
    match commitment.target:
        case Coverage(at_least=at_least, judged=InTotal()):
            order = {each: at for at, each in enumerate(commitment.counts.places)}
            named = [each for each in told["facts"]["by_place"] if each["named"]]
            for each in sorted(named, key=lambda one: (order.get(one["place"], len(order)), one["name"])):
                place = Place(each["place"], each["name"], frozenset(each["kinds"]))
                yield PlaceReached(place, each["occasions"], each["occasions"] >= at_least)
        case _:
            return
