"""Places on the public page: those that a promise is to cover, and those that citizens pointed out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from logger.domain.targets import Coverage
from logger.services.boards.board_rows import BoardRow
from logger.services.publishing.public_pages import Told
from logger.services.publishing.published_rows import day_of
from logger.web.dates import month_name, week_numbers
from logger.web.texts import t
from logger.web.words import TIME, listed


@dataclass(frozen=True, slots=True)
class PublicPlace:
    """A place, with what was done there in words; `shape` is the symbol of that."""

    name: str
    times: str
    reached: bool
    shape: str = ""
    stands: bool = False


def covered_places(row: BoardRow, told: Told) -> tuple[PublicPlace, ...]:
    """The places of a coverage."""
    by_place = {each["place"]: each for each in told["facts"]["by_place"]}
    return tuple(
        PublicPlace(
            each.place.name,
            _covered(by_place[each.place.id], row),
            each.reached,
            "kept" if each.reached else "notyet",
            _stands(by_place[each.place.id], row),
        )
        for each in row.places
    )


def pointed_out(row: BoardRow, told: Told) -> Iterator[PublicPlace]:
    """What was done at each place that citizens pointed out, where the promise is about those."""
    for each in told["facts"]["by_place"]:
        if each["named"] and each["flagged"]:
            number = each["occasions"]
            shape = "unscored" if number is None else "kept" if number else "notyet"
            words = ". ".join([*_asked_for(each), _done(each, row)])
            yield PublicPlace(each["name"], words, bool(number), shape, _stands(each, row))


def _done(told: Told, row: BoardRow) -> str:
    if told["occasions"] is None:
        return t("räknas än så länge ihop med andra platser")
    times, last, weeks = TIME.of(told["occasions"]), day_of(told["last_month"]), told.get("last_week")
    if _stands(told, row):
        return t("{0} till och med {1}", times, month_name(date.fromisoformat(told["counted_to"])))
    if weeks:
        return t("{0}, senast v.\u00a0{1}", times, week_numbers(weeks, row.pace.as_of))
    return t("{0}, senast i {1}", times, month_name(last)) if last else times


def _covered(told: Told, row: BoardRow) -> str:
    """How often; where the number may not be told, only whether it is what was promised."""
    if "counted_to" in told and told["counted_to"] is None and isinstance(row.commitment.target, Coverage):
        enough = row.commitment.target.at_least
        if told["occasions"]:
            return t("minst {0}", TIME.of(enough))
        return TIME.of(0) if enough == 1 else t("färre än {0}", TIME.of(enough))
    if _stands(told, row):
        last = month_name(date.fromisoformat(told["counted_to"]))
        return t("{0} till och med {1}", TIME.of(told["occasions"]), last)
    return TIME.of(told["occasions"])


def _stands(told: Told, row: BoardRow) -> bool:
    """Whether the number is from an earlier publication, or is none."""
    if "counted_to" not in told:
        return False
    day = min(row.pace.as_of, row.pace.valid.last)
    return told["counted_to"] is None or date.fromisoformat(told["counted_to"]) < day


def _asked_for(told: Told) -> Iterator[str]:
    """Where and when citizens pointed the place out; what was published before that was kept says nothing."""
    said = [
        f"{each['source']} ({month_name(day_of(each['month']) or date.min)})"
        for each in told.get("pointed_out", ())
        if each["source"]
    ]
    if said:
        yield t("Påtalat: {0}", listed(said))
