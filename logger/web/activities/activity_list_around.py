"""What stands around the list of activities: what was just done, what is ticked, what may be logged twice."""

from collections.abc import Mapping
from dataclasses import dataclass

from logger.web.texts import t
from logger.web.whole_numbers import whole
from logger.web.words import ACTIVITY, Noun

TWINS = Noun("möjlig dubblett", "möjliga dubbletter", "possible duplicate", "possible duplicates")
DONE = {
    "stryk": ("är struken.", "är strukna."),
    "riktad": ("är märkt som riktad insats.", "är märkta som riktad insats."),
    "inte-riktad": ("är inte längre märkt som riktad insats.", "är inte längre märkta som riktad insats."),
    "plats": ("har fått en annan plats.", "har fått en annan plats."),
    "organisation": ("har fått en organisation till.", "har fått en organisation till."),
}


@dataclass(frozen=True, slots=True)
class Around:
    """`first` says that it is the first page, `all_ticked` that every box is to be."""

    first: bool
    all_ticked: bool
    done: str
    twins: str

    @classmethod
    def read(cls, args: Mapping[str, str], twins: int) -> "Around":
        """From the page's address, and how many pairs wait."""
        return cls(
            first="after" not in args,
            all_ticked="alla" in args,
            done=_done(args.get("gjort", "")),
            twins=TWINS.of(twins) if twins else "",
        )


def done_mark(deed: str, number: int) -> str:
    """What was done as it stands in the address of the list after it."""
    return f"{deed}-{number}"


def _done(mark: str) -> str:
    deed, _, digits = mark.rpartition("-")
    number = whole(digits, 3)
    if deed not in DONE or not number:
        return ""
    one, several = DONE[deed]
    return f"{ACTIVITY.of(number)} {t(one if number == 1 else several)}"
