"""What must hold of a place before it is listed: names that can be shown, kinds that exist, days in order."""

from dataclasses import replace

from logger.domain.personal_data import Level, judge, presentable
from logger.domain.places import Place
from logger.domain.refusing.place_refusals import PlaceFaulty
from logger.domain.said import Said
from logger.domain.terms import Vocabulary

LONGEST_NAME, LONGEST_SOURCE, MOST_ALIASES, MOST_FLAGS = 120, 200, 20, 50


def checked(place: Place, words: Vocabulary) -> Place:
    """The place as it may be shown anywhere. Raises PlaceFaulty with what is wrong by field."""
    shown = replace(
        place,
        name=presentable(place.name),
        aliases=tuple(dict.fromkeys(filter(None, map(presentable, place.aliases)))),
        flagged=tuple(replace(flag, source=presentable(flag.source)) for flag in place.flagged),
    )
    faults = {
        "name": _fault_of_name(shown.name),
        "aliases": _fault_of_aliases(shown.aliases),
        "kinds": "" if shown.kinds <= words.place_kinds.keys() else "Något slag finns inte.",
        "flagged": _fault_of_flags(shown),
    }
    if any(faults.values()):
        raise PlaceFaulty(fields={name: fault for name, fault in faults.items() if fault})
    return shown


def _fault_of_name(name: str) -> str:
    if not name:
        return "Skriv vad platsen heter."
    if len(name) > LONGEST_NAME:
        return Said("Högst {0} tecken.", LONGEST_NAME)
    return "Ser ut att innehålla en personuppgift." if judge(name).level is Level.BLOCK else ""


def _fault_of_aliases(aliases: tuple[str, ...]) -> str:
    if len(aliases) > MOST_ALIASES:
        return Said("Högst {0} namn.", MOST_ALIASES)
    return next(filter(None, map(_fault_of_name, aliases)), "")


def _fault_of_flags(place: Place) -> str:
    if len(place.flagged) > MOST_FLAGS:
        return Said("Högst {0} gånger.", MOST_FLAGS)
    if any(len(flag.source) > LONGEST_SOURCE for flag in place.flagged):
        return Said("Källan får vara högst {0} tecken.", LONGEST_SOURCE)
    if any(judge(flag.source).level is Level.BLOCK for flag in place.flagged):
        return "Källan ser ut att innehålla en personuppgift."
    if any(flag.last is not None and flag.last < flag.first for flag in place.flagged):
        return "Sista dagen ligger före den första."
    return ""
