"""What is told of a place again and again: its number stands until it has moved by enough to be told anew.

Two publications side by side would else tell by their difference what one month held at one place, of one
kind of work that is sensitive, or in a number that others counted, however well each of them merges its small
cells. A promise's own total, with its goal, is what was promised, and is exact in each of them.
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
    if kept["sensitive"] or _is_reported(kept):
        return _number(kept, at, earlier)
    return {
        **kept,
        "facts": {**kept["facts"], "by_place": steady_places(kept["facts"]["by_place"], at, earlier)},
    }


def is_untold(told: Told) -> bool:
    """Whether a published commitment is told without its number, which is small."""
    begun = told["progress"]["status"] != "not_started"
    return begun and "value" in told["progress"] and _may_be_held(told) and not told["facts"]["by_period"]


def moves_in_steps(told: Told) -> bool:
    """Whether the commitment's own number is told in steps: nobody was promised what it comes to."""
    return _may_be_held(told) and "value" in told["progress"] and not _has_a_goal(told["progress"])


def _may_be_held(told: Told) -> bool:
    return bool(told["sensitive"]) or _is_reported(told)


def _is_reported(told: Told) -> bool:
    return bool(told["progress"]["kind"] == "reported")


def _number(kept: Told, at: Moment, earlier: Sequence[Before]) -> dict[str, Any]:
    """What has no goal, and so no number that was promised: one where it is sensitive, else by month."""
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
    if kept["sensitive"]:
        cells = [_whole(cells, value)]
    return {
        **kept,
        "progress": {**progress, "value": value},
        "facts": {"by_period": list(cells), "by_place": []},
    }


def _whole(cells: Sequence[Told], value: int) -> Told:
    return {
        "from": cells[0]["from"],
        "to": cells[-1]["to"],
        "value": value,
        "occasions": sum(each["occasions"] for each in cells),
    }


def _has_a_goal(progress: Told) -> bool:
    return "at_least" in progress or progress["kind"] not in ("ongoing", "increase", "reported")
