"""The fields of a target: every kind's, each saying which kinds it belongs to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from logger.domain.pledge_files.pledge_export import Document
from logger.domain.pledge_files.target_keys import KEYS, Kind
from logger.domain.terms import Term, Vocabulary
from logger.web.activities.correction_form import Choice
from logger.web.pledges.rule_form import select
from logger.web.pledges.typed import shown_number
from logger.web.texts import t

Faults = Mapping[str, str]

KINDS = {
    Kind.COUNT: "Ett antal",
    Kind.HOURS: "Timmar",
    Kind.COVERAGE: "Varje plats",
    Kind.MILESTONE: "Genomförs en gång",
    Kind.ONGOING: "Löpande, utan siffra",
    Kind.INCREASE: "Ökas",
    Kind.SUM: "En summa",
    Kind.REPORTED: "Ett tal varje månad",
}
PERIODS = (
    ("day", "Varje dag"), ("iso_week", "Varje vecka"), ("month", "Varje månad"), ("quarter", "Varje kvartal"),
    ("tertial", "Varje tertial"), ("half_year", "Varje halvår"), ("year", "Varje kalenderår"),
    ("pledge_year", "Varje löftesår"), ("season", "Varje säsong i regeln"),
)  # fmt: skip
UNITS = (("day", "Olika dagar"), ("place", "Olika platser"))
HOURS_AS = (("person", "Varje deltagares tid för sig"),)


@dataclass(frozen=True, slots=True)
class DatedRow:
    """A changed goal or a pause as typed, with what is wrong by field."""

    name: str
    first: str
    last: str
    at_least: str
    reason: str
    wrong: Faults


@dataclass(frozen=True, slots=True)
class TargetFields:
    """The fields; `of` says for each the kinds that it belongs to, as words in a row."""

    kinds: tuple[Choice, ...]
    at_least: str
    baseline: str
    per: tuple[Choice, ...]
    average: bool
    units: tuple[Choice, ...]
    counters: tuple[Choice, ...]
    hours_as: tuple[Choice, ...]
    in_addition_to: tuple[Choice, ...]
    revisions: tuple[DatedRow, ...]
    pauses: tuple[DatedRow, ...]
    of: Mapping[str, str]
    wrong: Faults


def target_fields(
    target: Document, words: Vocabulary, others: tuple[Choice, ...], faults: Faults
) -> TargetFields:
    """The fields over a target as typed."""
    kind = str(target.get("kind", ""))
    keys = {key for each in KEYS.values() for key in each}
    return TargetFields(
        kinds=tuple(Choice(each, t(name), each == kind) for each, name in KINDS.items()),
        at_least=shown_number(target.get("at_least", "")),
        baseline=shown_number(target.get("baseline", "")),
        per=_choices(PERIODS, str(target.get("per", "")), t("Hela löftestiden")),
        average="judged" in target,
        units=_choices(UNITS, str(target.get("unit", "")), t("Tillfällen")),
        counters=select(words.counters.values(), str(target.get("counter", "")), none=t("Välj")),
        hours_as=_choices(HOURS_AS, str(target.get("hours_as", "")), t("Närvaro: samtidig tid en gång")),
        in_addition_to=others,
        revisions=_dated("target.revisions", target.get("revisions", ()), faults),
        pauses=_dated("target.pauses", target.get("pauses", ()), faults),
        of={key: " ".join(each for each in Kind if key in KEYS[each]) for key in keys},
        wrong={key.removeprefix("target."): said for key, said in faults.items() if key.startswith("target")},
    )


def _choices(options: Sequence[tuple[str, str]], chosen: str, none: str) -> tuple[Choice, ...]:
    return select([Term(code, t(name), t(name)) for code, name in options], chosen, none=none)


def _dated(name: str, given: Sequence[Document], faults: Faults) -> tuple[DatedRow, ...]:
    rows = [*given, {}]
    return tuple(_row(f"{name}.{index}", each, faults) for index, each in enumerate(rows))


def _row(name: str, given: Document, faults: Faults) -> DatedRow:
    return DatedRow(
        name,
        str(given.get("from", "")),
        str(given.get("to", "")),
        shown_number(given.get("at_least", "")),
        str(given.get("reason", "")),
        {key.removeprefix(f"{name}."): said for key, said in faults.items() if key.startswith(f"{name}.")},
    )
