"""The phrases that sentences about rules and targets are made of, whatever the language."""

from dataclasses import dataclass
from datetime import date, time

from logger.domain.periods import Days, Per
from logger.domain.targets import Amount

BETWEEN = "\u00a0– "
"""Between two dates of more than one word: the dash has room on both sides, and begins no line."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A thing that is counted, in the singular and in the plural."""

    one: str
    many: str

    def after(self, number: Amount) -> str:
        """The form that follows the number."""
        return self.one if number == 1 else self.many


@dataclass(frozen=True, slots=True)
class Phrases:
    """One language's phrases; braces are filled in."""

    conjunction: str
    disjunction: str
    quoted: str
    group: str
    decimal: str
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    weekday_run: str
    clock: str
    clock_mark: str
    after_midnight: str
    operational_day: str
    each: dict[Per, str]
    per: dict[Per, str]

    counts: str
    everything: str
    activities: str
    focus: str
    by: str
    by_together: str
    by_together_with: str
    targeted: str
    people: str
    person: Noun
    minutes: str
    minute: Noun
    at_places: str
    of_kind: str
    flagged: str
    while_flagged: str
    starting: str
    part_within: str
    either: str
    that_are: str
    that_are_either: str
    one_of: str
    excluding: str
    beyond: str
    time_of: str
    once_together: str
    each_by_themselves: str
    number_at: str
    days_with: str
    places_with: str
    or_marked: str
    reported: str

    at_least: str
    on_average: str
    from_then: str
    occasion: Noun
    day: Noun
    place: Noun
    hour: Noun
    person_hour: Noun
    at_each_place: str
    done_once: str
    more_than: str
    more_without_baseline: str
    ongoing: str
    no_reason: str
    same_meaning: str
    written_otherwise: str
    reported_goal: str
    reported_no_goal: str
    pause: str

    def all_of(self, words: list[str]) -> str:
        """A list of all: "a, b och c"."""
        return _listed(words, self.conjunction)

    def one_among(self, words: list[str]) -> str:
        """A list of alternatives: "a, b eller c"."""
        return _listed(words, self.disjunction)

    def number(self, amount: Amount) -> str:
        """A number with its thousands apart: 1 000 or 2,5."""
        return f"{amount:,}".replace(",", "\0").replace(".", self.decimal).replace("\0", self.group)

    def day_and_month(self, month: int, day: int) -> str:
        """A day of any year: 1 juni."""
        return f"{day} {self.months[month - 1]}"

    def date(self, day: date) -> str:
        """A date in full: 1 juni 2021."""
        return f"{self.day_and_month(day.month, day.day)} {day.year}"

    def days(self, span: Days) -> str:
        """A run of days, the year once where it is the same: 1 juni – 31 augusti 2021."""
        first, last = span.first, span.last
        if first == last:
            return self.date(first)
        opens = self.day_and_month(first.month, first.day) if first.year == last.year else self.date(first)
        return f"{opens}{BETWEEN}{self.date(last)}"

    def time_of_day(self, at: time) -> str:
        """A clock time: 18.00."""
        return at.strftime(f"%H{self.clock_mark}%M")


def _listed(words: list[str], last: str) -> str:
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)
