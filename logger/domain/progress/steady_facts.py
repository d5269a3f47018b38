"""What is told of a place again and again: its number stands until it has moved by enough to be told anew.

Two publications side by side would else tell by their difference what one month held at one place, or of one
kind of work that is sensitive, however well each of them merges its small cells. A promise's own total, with
its goal, is what was promised, and is exact in each of them.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from logger.domain.pledges import Commitment
from logger.domain.progress.steady_places import steady_places
from logger.domain.progress.told_before import Before, Moment, Told


def steady(kept: Told, commitment: Commitment, as_of: date, earlier: Sequence[Before]) -> dict[str, Any]:
    """The open form of a commitment as it may be published beside the earlier ones."""
    at = Moment.of(commitment, as_of, earlier)
    if kept["sensitive"]:
        return _one_number(kept, at, earlier)
    return {
        **kept,
        "facts": {**kept["facts"], "by_place": steady_places(kept["facts"]["by_place"], at, earlier)},
    }


def is_untold(told: Told) -> bool:
    """Whether a published commitment is told without its number, which is small, and sensitive."""
    return bool(told["sensitive"]) and "value" in told["progress"] and not told["facts"]["by_period"]


def _one_number(kept: Told, at: Moment, earlier: Sequence[Before]) -> dict[str, Any]:
    """What is sensitive and has no goal, and so no number that was promised."""
    progress = kept["progress"]
    cells = kept["facts"]["by_period"]
    if "value" not in progress or not cells or _has_a_goal(progress):
        return {**kept}
    known = [
        (date.fromisoformat(each.told["facts"]["by_period"][-1]["to"]), each)
        for each in earlier
        if each.told["facts"]["by_period"] and "value" in each.told["progress"]
    ]
    if at.may_tell(progress["value"], [each.told["progress"]["value"] for _, each in known]):
        return {**kept}
    stands = max((each for each in known if each[0] <= at.day), key=lambda one: one[0], default=None)
    if stands is None:
        return {**kept, "progress": {**progress, "value": 0}, "facts": {"by_period": [], "by_place": []}}
    told = stands[1].told
    value, cells = told["progress"]["value"], told["facts"]["by_period"]
    whole = {
        "from": cells[0]["from"],
        "to": cells[-1]["to"],
        "value": value,
        "occasions": sum(each["occasions"] for each in cells),
    }
    return {
        **kept,
        "progress": {**progress, "value": value},
        "facts": {"by_period": [whole], "by_place": []},
    }


def _has_a_goal(progress: Told) -> bool:
    return "at_least" in progress or progress["kind"] not in ("ongoing", "increase")
