"""What the pages say of places: kinds, since when citizens point one out, how long ago somebody was there."""

from collections.abc import Iterable
from datetime import date, datetime

from logger.domain.periods import Days, local_date
from logger.domain.places import Flag, Place
from logger.domain.terms import Vocabulary
from logger.web.dates import days, long_date
from logger.web.places.place_drawing import Visited
from logger.web.texts import spoken, t
from logger.web.words import DAY, Noun, capital, listed

LATELY = 30
MONTH, YEAR = Noun("månad", "månader", "month", "months"), Noun("år", "år", "year", "years", neuter=True)


def kinds_of(place: Place, words: Vocabulary) -> str:
    """Its kinds in words: "Badplats och park"; empty for none."""
    known = words.place_kinds
    return capital(
        listed([known[kind].bare(spoken()) if kind in known else kind for kind in sorted(place.kinds)])
    )


def flag_now(place: Place, today: date) -> str:
    """Since when citizens point it out, if they do."""
    holding = [flag for flag in place.flagged if flag.holds_on(today)]
    if not holding:
        return ""
    return t("Utpekad sedan {0}", long_date(min(flag.first for flag in holding)))


def span_of(flag: Flag) -> str:
    """From when to when it was pointed out."""
    if flag.last is None:
        return t("från {0}", long_date(flag.first))
    return days(Days(flag.first, flag.last))


def ago(visited: datetime | None, today: date) -> str:
    """How long ago somebody was there: "i dag", "för 3 månader sedan", "aldrig"."""
    if visited is None:
        return "aldrig"
    days = (today - local_date(visited)).days
    if days < 2:
        return t("i går") if days == 1 else t("i dag")
    if days < 60:
        return t("för {0} sedan", DAY.of(days))
    return t("för {0} sedan", MONTH.of(days // 30) if days < 730 else YEAR.of(days // 365))


def when(visited: datetime | None) -> str:
    """The day of the last visit; empty for none."""
    return "" if visited is None else long_date(local_date(visited))


def how_lately(visited: datetime | None, today: date) -> Visited:
    """Which mark it has on the drawing."""
    if visited is None:
        return Visited.NEVER
    return Visited.LATELY if (today - local_date(visited)).days <= LATELY else Visited.LONG_AGO


def organisations_of(keys: Iterable[str], words: Vocabulary) -> str:
    """Organisations by name."""
    known = words.organisations
    return capital(listed([known[key].in_text(spoken()) if key in known else key for key in sorted(keys)]))
