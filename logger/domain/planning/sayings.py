"""What a phone says became of planned times, and what that comes to beside what was said before."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import assert_never

from logger.domain.activities import Activity
from logger.domain.entering.entries import Said, Word
from logger.domain.places import Places
from logger.domain.planning.plan_matching import fits
from logger.domain.planning.plans import Done, Key, NotDone, Outcome, Planned

NamedTime = tuple[str, Key]
"""A municipality, and a time of an item in one of its plans."""


class Came(StrEnum):
    """What a saying came to, as its receipt tells."""

    DONE = "done"
    NOT_DONE = "not_done"
    OPEN = "open"
    TAKEN = "taken"  # another answer stands
    UNFIT = "unfit"  # it is not what was planned
    GONE = "gone"  # nothing of that name is in the plan (any more)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a saying came to, and the time as it stands after it; None where it stands as before."""

    came: Came
    after: Planned | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it, and when that came in."""

    author: str
    at: datetime


@dataclass
class Sayings:
    """The planned times that a batch names, of the sender's own organisation: kept up while it is judged.

    What was done by an activity that has been taken back is handed in as open. `places` are those that the
    batch names in each municipality that a time is named of; `kept`, of the times, those of which something
    is written, were it of what has been taken back.
    """

    times: dict[NamedTime, Planned] = field(default_factory=dict)
    places: Mapping[str, Places] = field(default_factory=dict)
    changed: dict[NamedTime, Outcome | None] = field(default_factory=dict)
    kept: Collection[NamedTime] = frozenset()

    def done(self, named: NamedTime, activity: Activity, voice: Voice) -> Answer:
        """It was done by this activity: the first of two stands, and a deed goes before a word."""
        planned = self.times.get(named)
        if planned is None:
            return Answer(Came.GONE)
        if not fits(planned, activity, self.places[named[0]]):
            return Answer(Came.UNFIT)
        if isinstance(planned.outcome, Done):
            return Answer(Came.TAKEN)
        return _answered(planned, Done(activity.id, voice.author, voice.at), Came.DONE)

    def said(self, said: Said, voice: Voice) -> Answer:
        """It was not done and why; or done, where it is nothing that is logged; or that is taken back."""
        planned = self.times.get((said.municipality, said.planned))
        if planned is None:
            return Answer(Came.GONE)
        match said.word:
            case Word.DONE:
                return _done_by_word(planned, voice)
            case Word.NOT_DONE:
                return _not_done(planned, said.reason, voice)
            case Word.OPEN:
                return _taken_back(planned, voice)
            case other:
                assert_never(other)

    def take(self, municipality: str, answer: Answer) -> None:
        """Let it stand so for what is said after it."""
        if answer.after is not None:
            named = municipality, answer.after.key
            self.times[named] = answer.after
            self.changed[named] = answer.after.outcome

    def reopen(self, municipality: str, activity: str) -> None:
        """The activity is taken back: what it answered for is open again."""
        for (code, key), planned in list(self.times.items()):
            match planned.outcome:
                case Done(activity=by) if (code, by) == (municipality, activity):
                    self.times[code, key] = replace(planned, outcome=None)


def _answered(planned: Planned, outcome: Outcome | None, came: Came) -> Answer:
    return Answer(came, replace(planned, outcome=outcome))


def _done_by_word(planned: Planned, voice: Voice) -> Answer:
    if planned.item.type is not None:
        return Answer(Came.UNFIT)  # what is logged is done by being logged
    if isinstance(planned.outcome, Done):
        return Answer(Came.DONE)
    return _answered(planned, Done(None, voice.author, voice.at), Came.DONE)


def _not_done(planned: Planned, reason: str, voice: Voice) -> Answer:
    match planned.outcome:
        case Done():
            return Answer(Came.TAKEN)
        case NotDone():
            return Answer(Came.NOT_DONE)
        case None:
            return _answered(planned, NotDone(reason, voice.author, voice.at), Came.NOT_DONE)
        case other:
            assert_never(other)


def _taken_back(planned: Planned, voice: Voice) -> Answer:
    if planned.outcome is None:
        return Answer(Came.OPEN)
    if not _is_word_of(voice.author, planned.outcome):
        return Answer(Came.TAKEN)
    return _answered(planned, None, Came.OPEN)


def _is_word_of(author: str, outcome: Outcome | None) -> bool:
    """Whether it is this person's own word; what an activity answers for is taken back with that."""
    match outcome:
        case NotDone(by=by) | Done(activity=None, by=by):
            return by == author
        case _:
            return False
