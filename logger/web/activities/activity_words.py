"""An activity in words: its title, what it was about, and why it counts for nothing or for less."""

from dataclasses import dataclass

from logger.domain.activities import Activity, Outcome
from logger.domain.counting.contributions import Why
from logger.domain.counting.counting import Reason
from logger.domain.places import Places
from logger.domain.terms import Term, Vocabulary
from logger.web.texts import spoken, t
from logger.web.words import PERSON, capital, listed

WHY: dict[Why, str] = {
    Why.COUNTED: "",
    Why.SIMULTANEOUS: "samtidigt, räknas en gång",
    Why.PARTLY_SIMULTANEOUS: "delvis samtidigt, räknas en gång",
    Why.SAME_DAY: "samma dag, räknas en gång",
    Why.SAME_PLACE: "samma plats, räknas en gång",
    Why.ALREADY_REACHED: "redan klart med en tidigare",
    Why.NOT_YET_ENOUGH: "fler behövs på platsen",
    Why.NO_NUMBER_GIVEN: "inget antal angivet",
    Why.NO_PLACE_TO_COVER: "utan plats",
}

REASONS: dict[Reason, str] = {
    Reason.VOIDED: "den är struken",
    Reason.INTERRUPTED: "den avbröts, och är då närvaro men inget tillfälle",
    Reason.OTHER_TYPE: "det är en annan typ av aktivitet",
    Reason.OTHER_FOCUS: "den hade ett annat fokus",
    Reason.OTHER_PERFORMER: "den utfördes av någon annan",
    Reason.NOT_JOINT: "den gjordes inte tillsammans",
    Reason.NOT_TARGETED: "den var ingen riktad insats",
    Reason.TOO_FEW_PEOPLE: "för få deltog",
    Reason.TOO_SHORT: "den var för kort",
    Reason.OTHER_PLACE: "den var på en annan plats",
    Reason.OTHER_PLACE_KIND: "den var på en annan sorts plats",
    Reason.NOT_FLAGGED: "platsen var inte utpekad av medborgare den dagen",
    Reason.NO_ALTERNATIVE: "den uppfyller inget av regelns alternativ",
    Reason.EXCEPTED: "regeln undantar den",
    Reason.OUTSIDE_WINDOWS: "den låg utanför regelns tider",
    Reason.OUTSIDE_VALIDITY: "den låg utanför löftets tid",
    Reason.NO_END: "den saknar sluttid och ger inga timmar",
    Reason.NUMBER_REPORTED: "löftet redovisas i antal per månad",
}


@dataclass(frozen=True, slots=True)
class ActivityWords:
    """The words for activities, from the vocabulary and the places of a municipality."""

    vocabulary: Vocabulary
    places: Places

    def type(self, code: str) -> str:
        """The type's name with a capital: "Trafikkontroll". It may carry soft hyphens."""
        term = self.vocabulary.types.get(code)
        return term.title(spoken()) if term else code

    def place(self, place_id: str | None) -> str:
        """The place's name; empty without one."""
        if place_id is None:
            return ""
        place = self.places.get(place_id)
        return place.name if place else place_id

    def where(self, activity: Activity) -> str:
        """The place's name, or the one that its author proposes; empty without either."""
        return activity.proposed.name if activity.proposed else self.place(activity.place)

    def title(self, activity: Activity) -> str:
        """Type and place: "Fotpatrull, Fjugesta centrum"."""
        return ", ".join(part for part in (self.type(activity.type), self.where(activity)) if part)

    def focus(self, activity: Activity) -> str:
        """What it was about: "hastighet och nykterhet"; empty without a focus."""
        terms = self.vocabulary.types[activity.type].focuses if activity.type in self.vocabulary.types else ()
        return listed([_plain(term) for term in terms if term.code in activity.focus])

    def organisations(self, activity: Activity) -> str:
        """Who took part: "Polisen och kommunen", in the vocabulary's order."""
        known = self.vocabulary.organisations
        names = [term.in_text(spoken()) for code, term in known.items() if code in activity.organisations]
        others = sorted(activity.organisations - known.keys())
        return capital(listed([*names, *others]))

    def organisation(self, code: str) -> str:
        """One organisation within a sentence: "kommunen"."""
        term = self.vocabulary.organisations.get(code)
        return term.in_text(spoken()) if term else code

    def counters(self, activity: Activity) -> list[tuple[str, int]]:
        """What was counted on the spot, each with its word."""
        known = self.vocabulary.counters
        return [
            (capital(known[code].in_text(spoken())) if code in known else code, number)
            for code, number in activity.counters.items()
        ]

    def detail(self, activity: Activity, *, with_people: bool) -> str:
        """The second line: focus, targeted, interrupted, and how many where they may be seen."""
        parts = [
            self.focus(activity),
            t("riktad insats") if activity.targeted else "",
            "avbruten" if activity.outcome is Outcome.INTERRUPTED else "",
            PERSON.of(activity.people) if with_people else "",
        ]
        return " · ".join(part for part in parts if part)


def _plain(term: Term) -> str:
    return term.sv.replace("\u00ad", "")
