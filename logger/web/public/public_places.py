"""Places on the public page: those that a promise is to cover, and those that citizens pointed out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from logger.services.boards.board_rows import BoardRow
from logger.services.publishing.public_pages import Told
from logger.services.publishing.published_rows import day_of
from logger.web.dates import month_name
from logger.web.texts import t
from logger.web.words import TIME, listed


@dataclass(frozen=True, slots=True)
class PublicPlace:
    """A place, with what was done there in words."""

    name: str
    times: str
    reached: bool


def covered_places(row: BoardRow) -> tuple[PublicPlace, ...]:
    """The places of a coverage."""
    return tuple(PublicPlace(each.place.name, TIME.of(each.occasions), each.reached) for each in row.places)


def pointed_out(told: Told) -> Iterator[PublicPlace]:
    """What was done at each place that citizens pointed out, where the promise is about those."""
    for each in told["facts"]["by_place"]:
        if each["named"] and each["flagged"]:
            last = day_of(each["last_month"])
            times = TIME.of(each["occasions"])
            done = t("{0}, senast i {1}", times, month_name(last)) if last else times
            yield PublicPlace(each["name"], ". ".join([*_asked_for(each), done]), bool(last))


def _asked_for(told: Told) -> Iterator[str]:
    """Where and when citizens pointed the place out; what was published before that was kept says nothing."""
    said = [
        f"{each['source']} ({month_name(day_of(each['month']) or date.min)})"
        for each in told.get("pointed_out", ())
        if each["source"]
    ]
    if said:
        yield t("Påtalat: {0}", listed(said))
