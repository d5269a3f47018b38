"""The open form of one commitment's figure and facts: what anyone may have, and recount from."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from logger.domain.periods import Days, Per
from logger.domain.pledges import Commitment
from logger.domain.progress.answers import Progress
from logger.domain.progress.last_weeks import in_iso, month_told
from logger.domain.progress.place_facts import PlaceFact
from logger.domain.progress.public_facts import Facts, PeriodFact
from logger.domain.progress.recounting import public_answer
from logger.domain.targets import Reported, per_of


def open_progress(progress: Progress, valid: Days, *, whole: bool) -> dict[str, Any]:
    """The progress as published; unless it is `whole`, without its periods, and so without a time."""
    answer = public_answer(progress, valid)
    if not whole:
        answer.pop("periods", None)
    return answer


def open_facts(facts: Facts, *, timed: bool = False) -> dict[str, Any]:
    """The facts as published, by period and by place; of what is `timed` the time alone."""
    return {
        "by_period": [_period(each, timed=timed) for each in facts.periods],
        "by_place": [_place(each) for each in facts.places],
    }


def last_told(commitment: Commitment, last: date | None, facts: Mapping[str, Any]) -> str | None:
    """The month of what was last done; of a promise for each week that of the last week with anything in it.

    That week is told. Its own month beside it would tell on which side of a month's end it was. Of numbers
    that are entered by month it is the last month that is told with any: one that is not would be told by it.
    """
    if isinstance(commitment.target, Reported):
        ends = [date.fromisoformat(each["to"]) for each in facts["by_period"] if each["value"]]
        last = max(ends, default=None)
    weekly = per_of(commitment.target) is Per.ISO_WEEK
    if weekly:
        filled = [date.fromisoformat(each["from"]) for each in facts["by_period"] if each["value"]]
        last = max(filled, default=None)
    return f"{month_told(last, weekly=weekly):%Y-%m}" if last else None


def held_back(kept: Mapping[str, Any]) -> dict[str, Any]:
    """What was frozen with its details, as it may be told once what it counts is sensitive: one number."""
    cells = kept["facts"]["by_period"]
    progress = {name: each for name, each in kept["progress"].items() if name != "periods"}
    facts = {"by_period": [_in_one(cells)] if cells else [], "by_place": []}
    return {"sensitive": True, "one_number": True, "progress": progress, "facts": facts}


def _in_one(cells: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    occasions = [each["occasions"] for each in cells]
    return {
        "from": cells[0]["from"],
        "to": cells[-1]["to"],
        "value": sum(each["value"] for each in cells),
        "occasions": None if None in occasions else sum(occasions),
    }


def _period(fact: PeriodFact, *, timed: bool) -> Mapping[str, Any]:
    return {
        "from": fact.days.first.isoformat(),
        "to": fact.days.last.isoformat(),
        "value": fact.value,
        "occasions": None if timed else fact.occasions,
    }


def _place(fact: PlaceFact) -> Mapping[str, Any]:
    place = fact.place
    return {
        "place": place.id if place else None,
        "name": place.name if place else "Övriga platser",
        "kinds": sorted(place.kinds) if place else [],
        "occasions": fact.occasions,
        "named": fact.named,
        "flagged": fact.flagged,
        "last_month": f"{fact.last_month:%Y-%m}" if fact.last_month else None,
        "last_week": in_iso(fact.last_week) if fact.last_week else None,
        "pointed_out": [{"month": f"{each.first:%Y-%m}", "source": each.source} for each in fact.pointed_out],
    }
