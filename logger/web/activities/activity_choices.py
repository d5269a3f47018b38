"""What a coordinator may do about an activity on its page: put it right, strike it, make one of two."""

from collections.abc import Sequence
from dataclasses import dataclass

from logger.domain.records import State, StoredActivity
from logger.services.activities.activity_lists import OpenedActivity
from logger.web.activities.activity_facts import Facts, compared
from logger.web.activities.activity_words import ActivityWords


@dataclass(frozen=True, slots=True)
class Alike:
    """An activity that may be the same, with what stands to choose between."""

    id: str
    rev: int
    href: str
    title: str
    facts: Facts


@dataclass(frozen=True, slots=True)
class Choices:
    """What the reader may do about it: where, from which version, and what may be the same."""

    correct: str
    strike: str
    merge: str
    rev: int
    alike: tuple[Alike, ...]
    own_facts: Facts


def choices_of(
    opened: OpenedActivity, words: ActivityWords, back: str, alike: Sequence[StoredActivity]
) -> Choices | None:
    """Everything there is to choose; None for what counts no more: then there is nothing left to do."""
    if opened.stored.state is not State.CURRENT:
        return None
    here = f"{back}/{opened.stored.activity.id}"
    return Choices(
        correct=f"{here}/ratta",
        strike=f"{here}/stryk",
        merge=f"{here}/sla-ihop",
        rev=opened.stored.rev,
        alike=tuple(_alike(each, words, back) for each in alike),
        own_facts=compared(opened.stored.activity, words),
    )


def _alike(stored: StoredActivity, words: ActivityWords, back: str) -> Alike:
    activity = stored.activity
    return Alike(
        id=activity.id,
        rev=stored.rev,
        href=f"{back}/{activity.id}",
        title=words.title(activity),
        facts=compared(activity, words),
    )
