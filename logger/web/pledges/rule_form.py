"""The fields of a counting rule, and of the rules inside it: alternatives and exceptions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from logger.domain.drafting.draft_reading import Known
from logger.domain.pledge_files.pledge_export import Document
from logger.domain.pledge_files.rule_file import WEEKDAYS
from logger.domain.terms import Term
from logger.web.activities.correction_form import Choice
from logger.web.dates import WEEKDAYS_WHOLE
from logger.web.pledges.typed import shown_month_day, shown_number
from logger.web.texts import spoken, t
from logger.web.words import capital

Faults = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rows:
    """A list that is chosen one by one, in an order of one's own: a row for each, and some empty."""

    name: str
    label: str
    rows: tuple[tuple[Choice, ...], ...]
    wrong: str

    @property
    def is_filled(self) -> bool:
        """Whether one of them is chosen, or something is wrong with them."""
        chosen = (each.value for row in self.rows for each in row if each.chosen)
        return bool(self.wrong) or any(chosen)


@dataclass(frozen=True, slots=True)
class Season:
    """A season as typed, with what is wrong with either end."""

    name: str
    first: str
    last: str
    wrong_first: str
    wrong_last: str


@dataclass(frozen=True, slots=True)
class RuleFields:
    """One rule's fields; those of time are empty in the rules inside it."""

    name: str
    what: tuple[Rows, ...]
    where: tuple[Rows, ...]
    performed_by: tuple[Choice, ...]
    jointly: tuple[Choice, ...]
    targeted: bool
    flagged: bool
    min_people: str
    min_minutes: str
    wrong: Faults
    any_of: tuple["RuleFields", ...]
    excluded: "RuleFields | None"
    weekdays: tuple[Choice, ...] = ()
    opens: str = ""
    closes: str = ""
    seasons: tuple[Season, ...] = ()

    @property
    def says_where(self) -> bool:
        """Whether anything is said, or wrong, of the places: they are folded where nothing is."""
        return self.flagged or any(each.is_filled for each in self.where)

    @property
    def says_how(self) -> bool:
        """The same of how it is done: together, targeted, by how many, how long."""
        told = (self.targeted, self.min_people, self.min_minutes, *(each.chosen for each in self.jointly))
        return any(told) or not {"jointly", "min_people", "min_minutes"}.isdisjoint(self.wrong)


def rule_fields(
    name: str,
    rule: Document,
    known: Known,
    organisations: Sequence[Choice],
    faults: Faults,
    *,
    inner: bool = False,
) -> RuleFields:
    """The fields over a rule as typed."""

    def inside(where: str, each: Document) -> RuleFields:
        return rule_fields(f"{name}.{where}", each, known, organisations, faults, inner=True)

    words = known.words
    clock = {} if inner else rule.get("clock", {})
    return RuleFields(
        name=name,
        what=(
            _rows(f"{name}.types", "Aktivitet", rule.get("types", ()), words.types.values(), 2, faults),
            _rows(f"{name}.focus", "Fokus", rule.get("focus", ()), words.focuses.values(), 2, faults),
        ),
        where=(
            _rows(
                f"{name}.places", "Plats", rule.get("places", ()), _places(known), 2 if inner else 4, faults
            ),
            _rows(
                *(f"{name}.place_kinds", "Slag av plats", rule.get("place_kinds", ())),
                *(words.place_kinds.values(), 2, faults),
            ),
        ),
        performed_by=chosen(organisations, rule.get("performed_by", ())),
        jointly=chosen(organisations, rule.get("jointly", ())),
        targeted=bool(rule.get("targeted")),
        flagged=bool(rule.get("flagged")),
        min_people=shown_number(rule.get("min_people", "")),
        min_minutes=shown_number(rule.get("min_minutes", "")),
        wrong={key.removeprefix(f"{name}."): said for key, said in faults.items() if key.startswith(name)},
        any_of=tuple(inside(f"any_of.{index}", each) for index, each in enumerate(rule.get("any_of", ()))),
        excluded=inside("except", rule["except"]) if "except" in rule else None,
        weekdays=() if inner else _weekdays(rule.get("weekdays", ())),
        opens=str(clock.get("from", "")),
        closes=str(clock.get("to", "")),
        seasons=() if inner else _seasons(name, rule.get("seasons", ()), faults),
    )


def select(terms: Iterable[Term], chosen: str, *, none: str) -> tuple[Choice, ...]:
    """A list to choose one of, with a word for none; an unknown word that was given is there too."""
    choices = [
        Choice(term.code, capital(term.bare(spoken())), term.code == chosen)
        for term in terms
        if not term.retired or term.code == chosen
    ]
    if chosen and not any(each.chosen for each in choices):
        choices.append(Choice(chosen, chosen, chosen=True))
    return (Choice("", none, not chosen), *choices)


def _rows(
    name: str, label: str, given: Sequence[str], terms: Iterable[Term], least: int, faults: Faults
) -> Rows:
    known = list(terms)
    shown = [*given, *[""] * max(1, least - len(given))]
    return Rows(name, label, tuple(select(known, each, none="–") for each in shown), faults.get(name, ""))


def _places(known: Known) -> list[Term]:
    return [Term(place.id, place.name, place.name) for place in known.places.values()]


def chosen(choices: Iterable[Choice], codes: Sequence[str]) -> tuple[Choice, ...]:
    """The choices with these chosen; in another order than the usual one, those chosen come first in it.

    Boxes are sent in the order of the page: a list that came from a file keeps its own.
    """
    marked = [Choice(each.value, each.text, each.value in codes) for each in choices]
    if [each.value for each in marked if each.chosen] != [*codes]:
        marked.sort(key=lambda each: codes.index(each.value) if each.chosen else len(codes))
    return tuple(marked)


def _weekdays(given: Sequence[str]) -> tuple[Choice, ...]:
    return tuple(
        Choice(code, capital(t(name)), code in given)
        for code, name in zip(WEEKDAYS, WEEKDAYS_WHOLE, strict=True)
    )


def _seasons(name: str, given: Sequence[Document], faults: Faults) -> tuple[Season, ...]:
    rows = [*given, {}]
    return tuple(_season(f"{name}.seasons.{index}", each, faults) for index, each in enumerate(rows))


def _season(name: str, given: Document, faults: Faults) -> Season:
    return Season(
        name,
        shown_month_day(str(given.get("from", ""))),
        shown_month_day(str(given.get("to", ""))),
        faults.get(f"{name}.from", ""),
        faults.get(f"{name}.to", ""),
    )
