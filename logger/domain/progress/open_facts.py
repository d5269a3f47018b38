"""The open form of one commitment's figure and facts: what anyone may have, and recount from."""

from collections.abc import Mapping
from typing import Any

from logger.domain.periods import Days
from logger.domain.progress.answers import Progress
from logger.domain.progress.public_facts import Facts, PeriodFact, PlaceFact
from logger.domain.progress.recounting import public_answer


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
        "pointed_out": [{"month": f"{each.first:%Y-%m}", "source": each.source} for each in fact.pointed_out],
    }
