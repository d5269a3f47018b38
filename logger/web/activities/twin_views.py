"""Pairs of activities that may be one, as their page prints them, fact beside fact."""

from collections.abc import Iterator
from dataclasses import dataclass

from logger.domain.records import StoredActivity
from logger.services.activities.twins import FoundTwins
from logger.web.activities.activity_words import ActivityWords
from logger.web.activities.beside_facts import BesideFact, beside_facts
from logger.web.dates import weekday_date
from logger.web.texts import t
from logger.web.words import Noun

PAIR = Noun("par", "par", "pair", "pairs", neuter=True)
MERGE, KEEP = "sla-ihop", "behall"
# What may be done about a pair: under which heading, with which reason beforehand, by which buttons.
WAYS = (
    (
        MERGE,
        "Slå ihop",
        "Samma tillfälle, loggat av två.",
        (("one", "Behåll den ena"), ("other", "Behåll den andra")),
    ),
    (KEEP, "Behåll båda", "Två olika tillfällen.", (("both", "Behåll båda"),)),
)


@dataclass(frozen=True, slots=True)
class Twin:
    """One of a pair."""

    id: str
    rev: int
    href: str


@dataclass(frozen=True, slots=True)
class PairView:
    """Two that may be one."""

    title: str
    day: str
    one: Twin
    other: Twin
    facts: tuple[BesideFact, ...]


@dataclass(frozen=True, slots=True)
class TwinsPage:
    """The whole page."""

    action: str
    back: str
    count: str
    more: bool
    ways: tuple[tuple[str, str, str, tuple[tuple[str, str], ...]], ...]
    pairs: tuple[PairView, ...]


def twins_page(found: FoundTwins, address: str) -> TwinsPage:
    """The page in words; `address` is its own."""
    back = address.rpartition("/")[0]
    words = ActivityWords(found.words, found.places)
    return TwinsPage(
        action=address,
        back=back,
        count=PAIR.of(len(found.pairs)),
        more=found.more,
        ways=tuple(_ways()),
        pairs=tuple(
            PairView(
                title=words.title(pair.one.stored.activity),
                day=weekday_date(pair.one.stored.activity.local_date),
                one=_twin(pair.one.stored, back),
                other=_twin(pair.other.stored, back),
                facts=beside_facts(pair.one, pair.other, words),
            )
            for pair in found.pairs
        ),
    )


def _ways() -> Iterator[tuple[str, str, str, tuple[tuple[str, str], ...]]]:
    for way, heading, reason, buttons in WAYS:
        yield way, t(heading), t(reason), tuple((value, t(text)) for value, text in buttons)


def _twin(stored: StoredActivity, back: str) -> Twin:
    return Twin(stored.activity.id, stored.rev, f"{back}/{stored.activity.id}")
