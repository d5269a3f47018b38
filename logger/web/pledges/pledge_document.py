"""A pledge as the document it is: focus areas and commitments in its own order and wording."""

from collections.abc import Iterator
from dataclasses import dataclass

from logger.domain.drafting.pledge_differences import Words
from logger.domain.pledges import Commitment, Pledge
from logger.domain.sentences.sentences import pause_sentence, rule_sentence, target_sentence
from logger.domain.targets import Goal
from logger.web.dates import days, long_date
from logger.web.texts import spoken, t
from logger.web.words import capital, decimal

Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One commitment: as signed, and how it is counted."""

    id: str
    name: str
    wording: str
    performers: str = ""
    responsible: str = ""
    rule: str = ""
    target: str = ""
    facts: Facts = ()


@dataclass(frozen=True, slots=True)
class DocumentArea:
    """A focus area with its commitments."""

    name: str
    rows: tuple[DocumentRow, ...]


def document(pledge: Pledge, words: Words) -> tuple[DocumentArea, ...]:
    """The whole pledge."""
    return tuple(
        DocumentArea(area.name, tuple(document_row(each, pledge, words) for each in area.commitments))
        for area in pledge.focus_areas
    )


def document_row(commitment: Commitment, pledge: Pledge, words: Words) -> DocumentRow:
    """One commitment of the pledge."""
    return DocumentRow(
        commitment.id,
        commitment.label,
        commitment.wording,
        capital(words.organisations(commitment.performers)),
        capital(words.organisations(commitment.responsible)),
        rule_sentence(commitment, words.vocabulary, words.places, spoken(), pledge=pledge),
        target_sentence(commitment, words.vocabulary, spoken()),
        tuple(_facts(commitment, pledge)),
    )


def heading_facts(pledge: Pledge, words: Words) -> Facts:
    """What stands above the commitments: how long, between whom, since when."""
    said = (
        (t("Gäller"), days(pledge.valid)),
        ("Parter", capital(words.organisations(pledge.parties))),
        (t("Undertecknat"), long_date(pledge.signed) if pledge.signed else ""),
        (t("Lokalpolis\u00adområde"), pledge.local_police_district),
    )
    return tuple((name, value) for name, value in said if value)


def _facts(commitment: Commitment, pledge: Pledge) -> Iterator[tuple[str, str]]:
    if commitment.valid != pledge.valid:
        yield t("Egen tid"), days(commitment.valid)
    goal = getattr(commitment.target, "goal", None)
    if isinstance(goal, Goal):
        for each in goal.revisions:
            yield (
                t("Ändrat mål"),
                t(
                    "{0} från {1}: {2}",
                    decimal(each.at_least, 6),
                    long_date(each.first),
                    each.reason or t("skäl saknas"),
                ),
            )
    for pause in commitment.pauses:
        yield t("Paus"), pause_sentence(pause, spoken()).removeprefix(t("Paus "))
