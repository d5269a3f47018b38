"""Factories for counting tests: they say what matters and hide the rest."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from logger.domain.activities import Activity
from logger.domain.counting.ledger import Ledger, Mark, Report
from logger.domain.periods import STOCKHOLM, Days
from logger.domain.places import Place
from logger.domain.pledges import Commitment, FocusArea, Pledge, Rule
from logger.domain.progress.progress import progress
from logger.domain.targets import Target

_NUMBERS = count(1)
THE_YEAR = ("2021-01-01", "2021-12-31")


def days(first: str, last: str) -> Days:
    return Days(date.fromisoformat(first), date.fromisoformat(last))


def instant(local: str, *, fold: int = 0) -> datetime:
    """The instant of a Swedish clock time, "2021-06-13 23:00"."""
    return datetime.fromisoformat(local).replace(tzinfo=STOCKHOLM, fold=fold).astimezone(UTC)


def activity(start: str = "2021-06-16 10:00", minutes: int | None = 60, **changes: Any) -> Activity:
    """A foot patrol of the police that starts at a Swedish clock time; `minutes` None leaves it open."""
    began = instant(start)
    given: dict[str, Any] = {
        "id": f"a{next(_NUMBERS):06}",
        "type": "foot_patrol",
        "started_at": began,
        "ended_at": None if minutes is None else began + timedelta(minutes=minutes),
        "organisations": frozenset({"police"}),
    }
    return Activity(**given | changes)


def commitment(
    target: Target,
    counts: Rule | None = None,
    *,
    name: str = "c",
    valid: tuple[str, str] = THE_YEAR,
    **more: Any,
) -> Commitment:
    """A commitment of the year 2021 that counts every activity."""
    return Commitment(name, f"Åtagande {name}", target, days(*valid), counts or Rule(), **more)


def pledge(*commitments: Commitment) -> Pledge:
    """A pledge of these commitments, valid as the first of them."""
    return Pledge("1814", "Löfte", commitments[0].valid, (FocusArea("Allt", commitments),))


def ledger(
    activities: Iterable[Activity] = (),
    *,
    places: Iterable[Place] = (),
    marks: Iterable[Mark] = (),
    reports: Iterable[Report] = (),
) -> Ledger:
    """A ledger of these entries."""
    return Ledger({place.id: place for place in places}, tuple(activities), tuple(marks), tuple(reports))


def answer(of: Commitment, entries: Ledger, as_of: str) -> dict[str, Any]:
    """The JSON answer for one commitment."""
    return progress(pledge(of), entries, date.fromisoformat(as_of))[of.id].answer()
