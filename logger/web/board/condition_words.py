"""The conditions of a rule in words: what each asks for, and what one activity was."""

from collections.abc import Iterable, Mapping

from logger.domain.activities import Activity, Outcome
from logger.domain.counting.counting import Reason
from logger.domain.places import Place, Places
from logger.domain.pledges import Commitment, Rule
from logger.domain.sentences.rule_phrases import RuleWords
from logger.domain.sentences.sentences import PHRASES
from logger.domain.terms import Term, Vocabulary
from logger.web.dates import days, long_date, span_of_clock, weekday_date
from logger.web.texts import spoken, t
from logger.web.words import PERSON, hours, listed

CONDITIONS: dict[Reason, str] = {
    Reason.VOIDED: "Gäller posten",
    Reason.INTERRUPTED: "Genomförd",
    Reason.OTHER_TYPE: "Typ av aktivitet",
    Reason.OTHER_FOCUS: "Fokus",
    Reason.OTHER_PERFORMER: "Utförd av",
    Reason.NOT_JOINT: "Tillsammans",
    Reason.NOT_TARGETED: "Riktad insats",
    Reason.TOO_FEW_PEOPLE: "Deltagare",
    Reason.TOO_SHORT: "Längd",
    Reason.OTHER_PLACE: "Plats",
    Reason.OTHER_PLACE_KIND: "Sorts plats",
    Reason.NOT_FLAGGED: "Utpekad av medborgare",
    Reason.NO_ALTERNATIVE: "Något av alternativen",
    Reason.EXCEPTED: "Undantag",
    Reason.OUTSIDE_WINDOWS: "Regelns tider",
    Reason.OUTSIDE_VALIDITY: "Löftets tid",
    Reason.NO_END: "Sluttid",
    Reason.NUMBER_REPORTED: "Redovisas",
}


class ConditionWords:
    """Says of one commitment and one activity what each condition asks for and what there was."""

    def __init__(self, commitment: Commitment, activity: Activity, words: Vocabulary, places: Places) -> None:
        self._commitment, self._rule = commitment, commitment.counts
        self._activity, self._words, self._places = activity, words, places
        self._rules = RuleWords(PHRASES[spoken()], words, places, spoken())

    def asked(self, reason: Reason) -> str:
        """What the rule asks for: "trafikkontroll eller fotpatrull"."""
        rule = self._rule
        match reason:
            case Reason.OTHER_TYPE:
                return _either(_named(rule.types, self._words.types))
            case Reason.OTHER_FOCUS:
                return _either(_named(rule.focus, self._words.focuses))
            case Reason.OTHER_PERFORMER:
                return _either(_named(rule.performed_by, self._words.organisations))
            case Reason.NOT_JOINT:
                return listed(_named(rule.jointly, self._words.organisations))
            case Reason.TOO_FEW_PEOPLE:
                return t("minst {0}", rule.min_people)
            case Reason.TOO_SHORT:
                return t("minst {0}", hours((rule.min_minutes or 0) * 60))
            case Reason.OTHER_PLACE:
                known = (self._places.get(each) for each in rule.places)
                return _either(list(dict.fromkeys(each.name for each in known if each)))
            case Reason.OTHER_PLACE_KIND:
                return _either(_named(rule.place_kinds, self._words.place_kinds))
            case _:
                return self._asked_of_all(rule, reason)

    def _asked_of_all(self, rule: Rule, reason: Reason) -> str:
        match reason:
            case Reason.NO_ALTERNATIVE:
                return "; ".join(self._rules.activities(option) for option in rule.any_of)
            case Reason.EXCEPTED:
                return t("inte {0}", self._rules.activities(rule.excluded)) if rule.excluded else ""
            case Reason.OUTSIDE_WINDOWS:
                return self._rules.when(rule)
            case Reason.OUTSIDE_VALIDITY:
                return days(self._commitment.valid)
            case Reason.NOT_FLAGGED:
                return t("utpekad den dagen")
            case Reason.NUMBER_REPORTED:
                return t("antal per månad")
            case _:
                return "ja"

    def was(self, reason: Reason, *, holds: bool) -> str:
        """What the activity was: "hotspot-patrull", "ingen plats"."""
        activity, place = self._activity, self._places.get(self._activity.place or "")
        match reason:
            case Reason.OTHER_TYPE:
                return "".join(_named([activity.type], self._words.types))
            case Reason.OTHER_FOCUS:
                return listed(_named(sorted(activity.focus), self._words.focuses)) or t("inget fokus")
            case Reason.OTHER_PERFORMER | Reason.NOT_JOINT:
                return listed(_named(sorted(activity.organisations), self._words.organisations)) or t("ingen")
            case Reason.TOO_FEW_PEOPLE:
                return PERSON.of(activity.people)
            case Reason.TOO_SHORT | Reason.NO_END:
                length = activity.duration
                return t("ingen sluttid") if length is None else hours(int(length.total_seconds()))
            case Reason.OTHER_PLACE | Reason.OTHER_PLACE_KIND | Reason.NOT_FLAGGED:
                return self._where(reason, place)
            case Reason.OUTSIDE_WINDOWS:
                day = weekday_date(activity.local_date)
                return f"{day}, {span_of_clock(activity.started_at, activity.ended_at)}"
            case Reason.OUTSIDE_VALIDITY:
                return long_date(activity.local_date)
            case _:
                return _plain(reason, activity, holds=holds)

    def _where(self, reason: Reason, place: Place | None) -> str:
        if place is None:
            return t("ingen plats") if self._activity.place is None else self._activity.place
        if reason is Reason.OTHER_PLACE_KIND:
            return listed(_named(sorted(place.kinds), self._words.place_kinds)) or t("ingen sort angiven")
        if reason is Reason.NOT_FLAGGED and not place.flagged_on(self._activity.local_date):
            return t("{0}, inte utpekad {1}", place.name, long_date(self._activity.local_date))
        return place.name


def _plain(reason: Reason, activity: Activity, *, holds: bool) -> str:
    match reason:
        case Reason.VOIDED:
            return "struken"
        case Reason.INTERRUPTED:
            return "avbruten" if activity.outcome is Outcome.INTERRUPTED else "ja"
        case Reason.NO_ALTERNATIVE:
            return t("ett av dem") if holds else t("inget av dem")
        case Reason.EXCEPTED:
            return t("undantas inte") if holds else t("undantas")
        case Reason.NUMBER_REPORTED:
            return t("en enskild aktivitet")
        case _:
            return "ja" if holds else "nej"


def _named(codes: Iterable[str], known: Mapping[str, Term]) -> list[str]:
    return [known[code].bare(spoken()) if code in known else code for code in codes]


def _either(words: list[str]) -> str:
    return listed(words, "eller")
