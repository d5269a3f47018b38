"""What a coordinator may do about an activity on its page: put it right, strike it, make one of two."""

from collections.abc import Sequence
from dataclasses import dataclass

from logger.domain.people.policy import Sight
from logger.domain.records import State
from logger.services.activities.activity_lists import OpenedActivity
from logger.services.activities.beside import Beside
from logger.web.activities.activity_words import ActivityWords
from logger.web.activities.beside_facts import BesideFact, beside_facts


@dataclass(frozen=True, slots=True)
class Alike:
    """An activity that may be the same, fact beside fact with the one that is opened."""

    id: str
    rev: int
    href: str
    facts: tuple[BesideFact, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """What the reader may do about it: where, from which version, and what may be the same."""

    correct: str
    strike: str
    merge: str
    rev: int
    alike: tuple[Alike, ...]


def choices_of(
    opened: OpenedActivity, words: ActivityWords, back: str, alike: Sequence[Beside]
) -> Choices | None:
    """Everything there is to choose; None for what counts no more: then there is nothing left to do."""
    if opened.stored.state is not State.CURRENT:
        return None
    own = _own(opened)
    here = f"{back}/{opened.stored.activity.id}"
    return Choices(
        correct=f"{here}/ratta",
        strike=f"{here}/stryk",
        merge=f"{here}/sla-ihop",
        rev=opened.stored.rev,
        alike=tuple(_alike(own, each, words, back) for each in alike),
    )


def _own(opened: OpenedActivity) -> Beside:
    name = opened.names.get(opened.stored.author or "", "")
    return Beside(opened.stored, opened.sight is Sight.WHOLE, opened.note, name)


def _alike(own: Beside, other: Beside, words: ActivityWords, back: str) -> Alike:
    stored = other.stored
    return Alike(
        id=stored.activity.id,
        rev=stored.rev,
        href=f"{back}/{stored.activity.id}",
        facts=beside_facts(own, other, words),
    )
