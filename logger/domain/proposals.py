"""Places that entries propose, gathered by name: what somebody at a desk decides on."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from logger.domain.places import Place, Places, Point
from logger.domain.records import StoredActivity

LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class Proposal:
    """One name that entries propose, however they write it.

    `name` is how most of them do; `point` the one that came last, where any was told; `entries` the newest
    first; `same` is the place that goes by that name already, if one does.
    """

    key: str
    name: str
    point: Point | None
    entries: tuple[StoredActivity, ...]
    organisations: frozenset[str]
    same: Place | None


def proposals_in(proposing: Iterable[StoredActivity], places: Places) -> tuple[Proposal, ...]:
    """The names that these activities propose; those of most entries first."""
    by_key: dict[str, list[StoredActivity]] = defaultdict(list)
    for stored in proposing:
        if stored.activity.proposed is not None:
            by_key[key_of(stored.activity.proposed.name)].append(stored)
    found = [_proposal(key, entries, places) for key, entries in by_key.items()]
    return tuple(sorted(found, key=lambda each: (-len(each.entries), each.key)))


def key_of(name: str) -> str:
    """What is the same of a name, however it is written."""
    return " ".join(name.casefold().split())


def called(name: str, places: Places) -> Place | None:
    """The place that goes by the name, as its own or as another name of its."""
    wanted = key_of(name)
    return next(
        (place for place in places.values() if wanted in map(key_of, (place.name, *place.aliases))), None
    )


def id_for(name: str, taken: Collection[str]) -> str:
    """An id for a new place: its name in plain letters, and a number where another goes by that already."""
    letters = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[: LONGEST_ID - 4].strip("-") or "plats"
    tries = (plain, *(f"{plain}-{number}" for number in range(2, len(taken) + 3)))
    return next(each for each in tries if each not in taken)


def _proposal(key: str, entries: list[StoredActivity], places: Places) -> Proposal:
    newest = sorted(entries, key=lambda each: (each.activity.started_at, each.activity.id), reverse=True)
    proposed = [each.activity.proposed for each in newest if each.activity.proposed is not None]
    names = Counter(each.name for each in proposed)
    return Proposal(
        key=key,
        name=names.most_common(1)[0][0],
        point=next((each.point for each in proposed if each.point is not None), None),
        entries=tuple(newest),
        organisations=frozenset(each.author_organisation for each in newest),
        same=called(key, places),
    )
