"""A rule as the description of the activities that it counts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from logger.domain.periods import Season
from logger.domain.places import Places
from logger.domain.pledges import Clock, Rule
from logger.domain.sentences.phrases import BETWEEN, Phrases
from logger.domain.terms import Lang, Term, Vocabulary

SHORTEST_RUN = 3


@dataclass(frozen=True, slots=True)
class RuleWords:
    """Describes rules in one language, with the names of this vocabulary and these places."""

    phrases: Phrases
    vocabulary: Vocabulary
    places: Places
    lang: Lang

    def activities(self, rule: Rule) -> str:
        """The activities that the rule counts: "fotpatruller av Polisen, vid Vallhallaskolan"."""
        when = [self.phrases.starting.format(when=self.when(rule))] if rule.has_time_keys else []
        return self._described(rule, when)

    def some_activities(self, rule: Rule) -> str:
        """The same where any one of them will do: "dagar med aktiviteter", not with all."""
        return self.phrases.activities if rule == Rule() else self.activities(rule)

    def time_of(self, rule: Rule) -> str:
        """The time that the rule counts: its time keys select time, not activities."""
        what = self.phrases.time_of.format(what=self._described(rule, []))
        if not rule.has_time_keys:
            return what
        return f"{what}, {self.phrases.part_within.format(when=self.when(rule))}"

    def when(self, rule: Rule) -> str:
        """The rule's windows: "fredag och lördag 18.00–03.00, 1 juni – 31 augusti"."""
        weekdays = self._weekdays(rule.weekdays) if rule.weekdays else ""
        clock = self._clock(rule.clock) if rule.clock else ""
        note = self._day_note(rule) if rule.weekdays else ""
        days = " ".join(filter(None, [weekdays, clock, note]))
        seasons = self.phrases.one_among([self._season(season) for season in rule.seasons])
        return ", ".join(filter(None, [days, seasons]))

    def _described(self, rule: Rule, when: list[str]) -> str:
        options = [self.activities(option) for option in rule.any_of]
        modifiers = [*self._who(rule), *self._how(rule), *self._where(rule), *when]
        head, used = self._head(rule, options, alone=not modifiers)
        if options and not used:
            modifiers.append(self._alternatives(options))
        if rule.excluded is not None:
            modifiers.append(self.phrases.excluding.format(what=self.activities(rule.excluded)))
        plain = len(rule.types) <= 1 and not rule.focus and not used
        return (" " if plain else ", ").join(filter(None, [head, ", ".join(modifiers)]))

    def _head(self, rule: Rule, options: list[str], *, alone: bool) -> tuple[str, bool]:
        """What the description is about, and whether the alternatives are already in it."""
        phrases = self.phrases
        if options and not rule.types and not rule.focus and not _any_complex(options):
            return (phrases.either if len(options) > 1 else "{options}").format(
                options=phrases.one_among(options)
            ), True
        if rule.types:
            what = phrases.all_of(self._words(rule.types, self.vocabulary.types))
        else:
            what = phrases.everything if alone and not rule.focus and not options else phrases.activities
        if rule.focus:
            focus = phrases.one_among(self._words(rule.focus, self.vocabulary.focuses))
            what = phrases.focus.format(what=what, focus=focus)
        return what, False

    def _alternatives(self, options: list[str]) -> str:
        if _any_complex(options):
            return self.phrases.one_of.format(options="; ".join(options))
        form = self.phrases.that_are_either if len(options) > 1 else self.phrases.that_are
        return form.format(options=self.phrases.one_among(options))

    def _who(self, rule: Rule) -> Iterator[str]:
        together = self.phrases.all_of(self._words(rule.jointly, self.vocabulary.organisations))
        anyone = self.phrases.one_among(self._words(rule.performed_by, self.vocabulary.organisations))
        if rule.jointly and rule.performed_by and not set(rule.jointly) & set(rule.performed_by):
            yield self.phrases.by_together_with.format(who=together, others=anyone)
        elif len(rule.jointly) > 1:
            yield self.phrases.by_together.format(who=together)
        elif rule.jointly or rule.performed_by:
            yield self.phrases.by.format(who=together or anyone)

    def _how(self, rule: Rule) -> Iterator[str]:
        if rule.targeted:
            yield self.phrases.targeted
        if (people := rule.min_people) is not None:
            yield self.phrases.people.format(number=people, person=self.phrases.person.after(people))
        if (minutes := rule.min_minutes) is not None:
            yield self.phrases.minutes.format(number=minutes, minute=self.phrases.minute.after(minutes))

    def _where(self, rule: Rule) -> Iterator[str]:
        if rule.places:
            names = list(dict.fromkeys(map(self._place, rule.places)))
            yield self.phrases.at_places.format(places=self.phrases.one_among(names))
        if rule.place_kinds:
            yield self._kinds(rule)
        if rule.flagged:
            named = rule.places or rule.place_kinds
            yield self.phrases.while_flagged if named else self.phrases.flagged

    def _kinds(self, rule: Rule) -> str:
        known = self.vocabulary.place_kinds
        if rule.places:
            kinds = [known[kind].bare(self.lang) if kind in known else kind for kind in rule.place_kinds]
            return self.phrases.of_kind.format(kinds=self.phrases.one_among(kinds))
        return self.phrases.one_among(_prepositions_once(self._words(rule.place_kinds, known)))

    def _place(self, place_id: str) -> str:
        place = self.places.get(place_id)
        return place.name if place else place_id

    def _words(self, codes: Iterable[str], known: Mapping[str, Term]) -> list[str]:
        return [known[code].in_text(self.lang) if code in known else code for code in codes]

    def _weekdays(self, weekdays: Iterable[int]) -> str:
        days = sorted(weekdays)
        names = [self.phrases.weekdays[day] for day in days]
        if len(days) >= SHORTEST_RUN and days[-1] - days[0] == len(days) - 1:
            return self.phrases.weekday_run.format(first=names[0], last=names[-1])
        return self.phrases.one_among(names)

    def _clock(self, clock: Clock) -> str:
        opens, closes = self.phrases.time_of_day(clock.opens), self.phrases.time_of_day(clock.closes)
        return self.phrases.clock.format(opens=opens, closes=closes)

    def _day_note(self, rule: Rule) -> str:
        """Which day a night belongs to; nothing to say about a window within one date."""
        if rule.clock is None:
            return f"({self.phrases.operational_day})"
        return f"({self.phrases.after_midnight})" if rule.clock.closes <= rule.clock.opens else ""

    def _season(self, season: Season) -> str:
        return BETWEEN.join(self.phrases.day_and_month(*bound) for bound in (season.opens, season.closes))


def _any_complex(options: Iterable[str]) -> bool:
    return any("," in option for option in options)


def _prepositions_once(phrases: list[str]) -> list[str]:
    """A preposition is not said again: "på skolor eller vägar"."""
    kept: list[str] = []
    last = ""
    for phrase in phrases:
        preposition, _, rest = phrase.partition(" ")
        kept.append(rest if preposition == last and rest and " " not in rest else phrase)
        last = preposition
    return kept
