"""What differs between two versions of a pledge, in words, commitment by commitment."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from logger.domain.periods import Days
from logger.domain.places import Places
from logger.domain.pledges import Commitment, Pledge
from logger.domain.sentences.phrases import Phrases
from logger.domain.sentences.sentences import PHRASES, pause_sentence, rule_sentence, target_sentence
from logger.domain.targets import Count, Hours, Sum
from logger.domain.terms import Lang, Vocabulary, name_of_key


@dataclass(frozen=True, slots=True)
class Change:
    """One thing as it stood and as it stands; empty where it is not there."""

    what: str
    before: str
    after: str


class Fate(StrEnum):
    """What became of a commitment from one version to the other."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class CommitmentChange:
    """A commitment that is not the same in both; its changes are empty where it is new or gone."""

    commitment: Commitment
    area: str
    fate: Fate
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs: in the heading, and by commitment in the newer one's order, those gone last."""

    heading: tuple[Change, ...]
    commitments: tuple[CommitmentChange, ...]

    def __bool__(self) -> bool:
        return bool(self.heading or self.commitments)


@dataclass(frozen=True, slots=True)
class Words:
    """The names that sentences use, and the language that they are in."""

    vocabulary: Vocabulary
    places: Places
    lang: Lang = "sv"

    @property
    def phrases(self) -> Phrases:
        """The phrases of the language."""
        return PHRASES[self.lang]

    def organisations(self, codes: tuple[str, ...]) -> str:
        """Organisations in a row: "Polisen och kommunen"."""
        known = self.vocabulary.organisations
        return self.phrases.all_of(
            [known[code].in_text(self.lang) if code in known else name_of_key(code) for code in codes]
        )


def difference(before: Pledge, after: Pledge, words: Words) -> Difference:
    """What a reader would see change from one to the other; falsy exactly when the two are equal."""
    old, new = _by_id(before), _by_id(after)
    commitments = [
        *_changed_or_added(old, new, (before, after), words),
        *(
            CommitmentChange(commitment, area, Fate.REMOVED)
            for name, (area, commitment) in old.items()
            if name not in new
        ),
    ]
    heading = tuple(_heading(before, after, words))
    if not heading and not commitments and before != after:
        heading = (Change("Ordning", _order(before), _order(after)),)
    return Difference(heading, tuple(commitments))


def _changed_or_added(
    old: dict[str, tuple[str, Commitment]],
    new: dict[str, tuple[str, Commitment]],
    pledges: tuple[Pledge, Pledge],
    words: Words,
) -> Iterator[CommitmentChange]:
    for name, (area, commitment) in new.items():
        if name not in old:
            yield CommitmentChange(commitment, area, Fate.ADDED)
            continue
        was_in, was = old[name]
        changes = tuple(_changes(was, commitment, pledges, words))
        moved = (Change("Fokusområde", was_in, area),) if was_in != area else ()
        if moved or changes:
            yield CommitmentChange(commitment, area, Fate.CHANGED, (*moved, *changes))


def _by_id(pledge: Pledge) -> dict[str, tuple[str, Commitment]]:
    return {each.id: (area.name, each) for area in pledge.focus_areas for each in area.commitments}


def _heading(before: Pledge, after: Pledge, words: Words) -> Iterator[Change]:
    says: tuple[tuple[str, Callable[[Pledge], str]], ...] = (
        ("Namn", lambda pledge: pledge.title),
        ("Gäller", lambda pledge: _days(pledge.valid, words.phrases)),
        ("Undertecknat", lambda pledge: words.phrases.date(pledge.signed) if pledge.signed else ""),
        ("Parter", lambda pledge: words.organisations(pledge.parties)),
        ("Lokalpolisområde", lambda pledge: pledge.local_police_district),
        ("Kommun", lambda pledge: pledge.municipality),
        ("Fokusområden", lambda pledge: ", ".join(area.name for area in pledge.focus_areas)),
    )
    for what, say in says:
        if say(before) != say(after):
            yield Change(what, say(before), say(after))


def _changes(
    before: Commitment, after: Commitment, pledges: tuple[Pledge, Pledge], words: Words
) -> Iterator[Change]:
    if before == after:
        return
    seen = False
    for (what, was), (_, stands) in zip(
        _said(before, pledges[0], words), _said(after, pledges[1], words), strict=True
    ):
        if was != stands:
            seen = True
            yield Change(what, was, stands)
    if not seen:
        yield Change("Räkneregel", words.phrases.same_meaning, words.phrases.written_otherwise)


def _said(commitment: Commitment, pledge: Pledge, words: Words) -> list[tuple[str, str]]:
    valid = "" if commitment.valid == pledge.valid else _days(commitment.valid, words.phrases)
    target = commitment.target
    revisions = target.goal.revisions if isinstance(target, Count | Sum | Hours) else ()
    said = words.phrases
    reasons = (f"{said.date(each.first)}: {each.reason or said.no_reason}" for each in revisions)
    return [
        ("Ordalydelse", commitment.wording),
        ("Kort namn", commitment.label),
        ("Utförare", words.organisations(commitment.performers)),
        ("Ansvarig", words.organisations(commitment.responsible)),
        ("Egen tid", valid),
        ("Så räknar vi", rule_sentence(commitment, words.vocabulary, words.places, words.lang, pledge)),
        ("Mål", target_sentence(commitment, words.vocabulary, words.lang)),
        ("Skäl till ändrat mål", "; ".join(reasons)),
        ("Pauser", "; ".join(pause_sentence(each, words.lang) for each in commitment.pauses)),
    ]


def _order(pledge: Pledge) -> str:
    return ", ".join(each.label or each.id for each in pledge.commitments)


def _days(days: Days, phrases: Phrases) -> str:
    return phrases.days(days)
