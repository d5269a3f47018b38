"""The filter of a list of activities: read from the address, and written back into it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlencode
from uuid import UUID

from logger.domain.periods import ONE_DAY, instant_of
from logger.domain.records import ActivityFilter, Position, State
from logger.web.as_of import day_in
from logger.web.texts import t

GONE = "gone"
FIELDS = ("q", "type", "place", "organisation", "from", "to", "state")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form said, what it comes to, and what is wrong with which field."""

    fields: Mapping[str, str]
    wanted: ActivityFilter
    faults: Mapping[str, str]

    @property
    def search(self) -> str:
        """What is searched for, in words."""
        return self.fields["q"]

    def query(self, **more: str) -> str:
        """The filter as part of an address, with more beside it; begins with "?" unless it is empty."""
        given = {name: value for name, value in {**self.fields, **more}.items() if value}
        return f"?{urlencode(given)}" if given else ""


def read_filter(args: Mapping[str, str]) -> Asked:
    """The filter in an address. A date that cannot be read is left out, and said to be wrong."""
    fields = {name: args.get(name, "").strip()[:80] for name in FIELDS}
    first, last = day_in(fields["from"]), day_in(fields["to"])
    wanted = ActivityFilter(
        first=None if first is None else instant_of(first),
        last=None if last is None else instant_of(last + ONE_DAY),
        type=fields["type"] or None,
        place=fields["place"] or None,
        organisation=fields["organisation"] or None,
        states=(State.WITHDRAWN, State.VOIDED) if fields["state"] == GONE else (State.CURRENT,),
    )
    return Asked(fields, wanted, _faults(fields, first, last))


def read_position(text: str | None) -> Position | None:
    """Where a page goes on, as `position_text` wrote it; None for anything else, which is the first page."""
    start, _, activity_id = (text or "").partition("~")
    try:
        instant = datetime.fromisoformat(start).astimezone(UTC)
        return Position(instant, str(UUID(activity_id)))
    except (ValueError, OverflowError):
        return None


def position_text(position: Position) -> str:
    """Where a page goes on, for an address."""
    return f"{position.started_at.isoformat()}~{position.id}"


def _faults(fields: Mapping[str, str], first: date | None, last: date | None) -> dict[str, str]:
    faults = {
        name: t("Datumet går inte att läsa. Skriv det som 2021-09-14.")
        for name, day in (("from", first), ("to", last))
        if fields[name] and day is None
    }
    if first and last and last < first:
        faults["to"] = t("Sista dagen ligger före den första.")
    return faults
