"""The mix of faults: how often each happens, and that in a run of some length none may be missing."""

from collections.abc import Mapping
from typing import Final

from tests.simulation.map import WELCOME_NOW
from tests.simulation.notices import TOLD

ENOUGH: Final = 60_000  # operations in which everything must happen

# On the way, of a thousand requests.
ON_THE_WAY: Final = {
    "request lost": 40,
    "answer lost after commit": 40,
    "server killed before commit": 12,
    "server killed after commit": 12,
    "phone dies before the receipt is stored": 12,
    "phone dies after the receipt is stored": 12,
    "replayed POST": 20,
    "reordered": 12,
    "truncated JSON": 10,
    "corrupt JSON": 10,
    "captive portal 200": 15,
    "502 HTML": 10,
    "413": 8,
    "503": 10,
    "one-way partition": 6,
    "stalled": 12,
    "out of reach": 10,
    "other user's session": 3,
}
# To a phone, of a thousand days in the field.
TO_A_PHONE: Final = {
    "cloned profile": 10,
    "evicted storage": 4,
    "clock set wrong": 28,
    "clock set right": 8,
    "disabled user": 6,
    "revoked device": 4,
    "rescue file": 4,
}
OF_THEMSELVES: Final = (
    "session expired",
    "shared phone: another takes over",
    "newest backup unreadable",
    "restored by the product itself",
    "desk: corrected",
    "desk: struck",
    "desk: two merged",
    "desk: held entry taken in",
    "desk: held entry refused",
    "told: taken in at a desk",
    "told: refused at a desk",
    "told: the number of what was thrown away",
    WELCOME_NOW,
    *TOLD.values(),
)


def missing(fired: Mapping[str, int]) -> list[str]:
    """What never happened."""
    return [name for name in (*ON_THE_WAY, *TO_A_PHONE, *OF_THEMSELVES) if not fired.get(name)]
