"""A commitment's rule and target as sentences that anyone can read, made from the data alone."""

from typing import assert_never

from logger.domain.places import Places
from logger.domain.pledges import Commitment, Pledge
from logger.domain.sentences.phrases import Noun, Phrases
from logger.domain.sentences.phrases_en import ENGLISH
from logger.domain.sentences.phrases_sv import SWEDISH
from logger.domain.sentences.rule_phrases import RuleWords
from logger.domain.targets import (
    Amount,
    Count,
    Coverage,
    EachPeriod,
    Goal,
    Hours,
    HoursAs,
    Increase,
    InTotal,
    Judged,
    Milestone,
    OnAverage,
    Ongoing,
    Pause,
    Reported,
    Sum,
    Unit,
)
from logger.domain.terms import Lang, Vocabulary

PHRASES: dict[Lang, Phrases] = {"sv": SWEDISH, "en": ENGLISH}


def rule_sentence(
    commitment: Commitment,
    vocabulary: Vocabulary,
    places: Places,
    lang: Lang = "sv",
    pledge: Pledge | None = None,
) -> str:
    """What counts: "Räknas: trafikkontroller med fokus hastighet, av Polisen".

    `places` gives the names of the places that the rule lists; `pledge` the label of the commitment that this
    one is in addition to. What neither knows stands as its code.
    """
    phrases = PHRASES[lang]
    what = _counted(commitment, RuleWords(phrases, vocabulary, places, lang), vocabulary, lang)
    if commitment.in_addition_to is not None:
        other = phrases.quoted.format(name=_named(commitment.in_addition_to, pledge))
        what = f"{what}, {phrases.beyond.format(other=other)}"
    overlap = _overlap(commitment, phrases)
    return phrases.counts.format(what=f"{what}; {overlap}" if overlap else what)


def target_sentence(commitment: Commitment, vocabulary: Vocabulary, lang: Lang = "sv") -> str:
    """What was promised in numbers: "Minst 52 tillfällen", "Minst 2 timmar varje vecka"."""
    phrases = PHRASES[lang]
    match commitment.target:
        case Count(goal=goal, judged=judged, unit=unit):
            return _goal(phrases, goal, judged, _unit(phrases, unit))
        case Sum(counter=counter, goal=goal, judged=judged):
            return _goal(phrases, goal, judged, _counter(vocabulary, counter, lang))
        case Hours(goal=goal, judged=judged, hours_as=hours_as):
            as_presence = hours_as is HoursAs.PRESENCE
            return _goal(phrases, goal, judged, phrases.hour if as_presence else phrases.person_hour)
        case Coverage(at_least=at_least, judged=judged):
            goal_of_each = _at_least(phrases, at_least, phrases.occasion)
            return _held(phrases, f"{goal_of_each} {phrases.at_each_place}", judged)
        case Milestone():
            return phrases.done_once
        case Increase(baseline=baseline):
            return _increase(phrases, baseline)
        case Ongoing():
            return phrases.ongoing
        case Reported(at_least=at_least):
            return _reported(phrases, at_least)
        case _:
            assert_never(commitment.target)


def pause_sentence(pause: Pause, lang: Lang = "sv") -> str:
    """Which days were taken out, and why: "Paus 13 januari – 26 januari 2021: skogsbrand"."""
    phrases = PHRASES[lang]
    days = phrases.pause.format(days=phrases.days(pause.days))
    return f"{days}: {pause.reason}" if pause.reason else days


def _counted(commitment: Commitment, words: RuleWords, vocabulary: Vocabulary, lang: Lang) -> str:
    rule, phrases = commitment.counts, PHRASES[lang]
    match commitment.target:
        case Reported():
            return phrases.reported
        case Hours():
            return words.time_of(rule)
        case Sum(counter=counter):
            number = _counter(vocabulary, counter, lang).many
            return phrases.number_at.format(counter=number, what=words.activities(rule))
        case Count(unit=Unit.DAY):
            return phrases.days_with.format(what=words.some_activities(rule))
        case Count(unit=Unit.PLACE):
            return phrases.places_with.format(what=words.some_activities(rule))
        case Milestone():
            return f"{words.activities(rule)}, {phrases.or_marked}"
        case Count() | Coverage() | Increase() | Ongoing():
            return words.activities(rule)
        case _:
            assert_never(commitment.target)


def _overlap(commitment: Commitment, phrases: Phrases) -> str | None:
    match commitment.target:
        case Hours(hours_as=HoursAs.PRESENCE):
            return phrases.once_together
        case Hours(hours_as=HoursAs.PERSON):
            return phrases.each_by_themselves
        case _:
            return None


def _goal(phrases: Phrases, goal: Goal, judged: Judged, noun: Noun) -> str:
    revisions = (
        phrases.from_then.format(date=phrases.date(each.first), number=phrases.number(each.at_least))
        for each in goal.revisions
    )
    return ", ".join([_held(phrases, _at_least(phrases, goal.at_least, noun), judged), *revisions])


def _held(phrases: Phrases, at_least: str, judged: Judged) -> str:
    match judged:
        case InTotal():
            return at_least
        case EachPeriod(per=per):
            return f"{at_least} {phrases.each[per]}"
        case OnAverage(per=per):
            lowered = at_least[:1].lower() + at_least[1:]
            return phrases.on_average.format(at_least=lowered, per=phrases.per[per])
        case _:
            assert_never(judged)


def _at_least(phrases: Phrases, number: Amount, noun: Noun) -> str:
    return phrases.at_least.format(number=phrases.number(number), noun=noun.after(number))


def _increase(phrases: Phrases, baseline: int | None) -> str:
    if baseline is None:
        return phrases.more_without_baseline
    noun = phrases.occasion.after(baseline)
    return phrases.more_than.format(number=phrases.number(baseline), noun=noun)


def _reported(phrases: Phrases, at_least: int | None) -> str:
    if at_least is None:
        return phrases.reported_no_goal
    return phrases.reported_goal.format(number=phrases.number(at_least))


def _unit(phrases: Phrases, unit: Unit) -> Noun:
    match unit:
        case Unit.OCCASION:
            return phrases.occasion
        case Unit.DAY:
            return phrases.day
        case Unit.PLACE:
            return phrases.place
        case _:
            assert_never(unit)


def _counter(vocabulary: Vocabulary, code: str, lang: Lang) -> Noun:
    known = vocabulary.counters.get(code)
    word = known.in_text(lang) if known else code
    return Noun(word, word)


def _named(commitment_id: str, pledge: Pledge | None) -> str:
    if pledge is None:
        return commitment_id
    return pledge.commitment(commitment_id).label or commitment_id
