"""Reading `counts`: the rule of a commitment, from its nodes."""

import re
from calendar import monthrange
from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import time

from logger.domain.periods import Season
from logger.domain.pledge_files.faults import Fault
from logger.domain.pledge_files.forms import Form, did_you_mean
from logger.domain.pledge_files.nodes import Node, Scalar
from logger.domain.pledges import Clock, Rule
from logger.domain.said import Said
from logger.domain.terms import Vocabulary

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
TIME_KEYS = ("weekdays", "clock", "seasons")
RULE_KEYS = (
    "types", "focus", "performed_by", "jointly", "targeted", "min_people", "min_minutes", "places",
    "place_kinds", "flagged", "any_of", "except",
)  # fmt: skip

_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_MONTH_DAY = re.compile(r"[0-9]{2}-[0-9]{2}")
_A_LEAP_YEAR = 2000


@dataclass(frozen=True)
class KnownCodes:
    """The codes that a pledge file may use; `places` is None where the municipality's are not known."""

    vocabulary: Vocabulary
    parties: frozenset[str] = frozenset()
    places: Container[str] | None = None

    def organisation(self, key: str) -> bool:
        """Whether it is an organisation of the vocabulary or a party of the pledge."""
        return key in self.vocabulary.organisations or key in self.parties


def read_rule(node: Node, faults: list[Fault], known: KnownCodes) -> Rule:
    """The rule of a commitment. Faults are noted, and the faulty conditions left out."""
    form = Form.of(node, faults, (*RULE_KEYS, *TIME_KEYS), Said("en räkneregel"))
    return _rule(form, known) if form else Rule()


def known_organisations(form: Form, key: str, known: KnownCodes) -> tuple[str, ...]:
    """A list of organisations, each of them known."""
    found = form.codes(key)
    everyone = {*known.vocabulary.organisations, *known.parties}
    return _checked(form, found, everyone, Said("organisation"))


def _rule(form: Form, known: KnownCodes) -> Rule:
    words = known.vocabulary
    return Rule(
        types=_checked(form, form.codes("types"), words.types, Said("aktivitetstyp")),
        focus=_checked(form, form.codes("focus"), words.focuses, Said("fokus")),
        performed_by=known_organisations(form, "performed_by", known),
        jointly=known_organisations(form, "jointly", known),
        targeted=form.truth("targeted"),
        min_people=form.whole("min_people", least=1),
        min_minutes=form.whole("min_minutes", least=1),
        places=_places(form, known),
        place_kinds=_checked(form, form.codes("place_kinds"), words.place_kinds, Said("platstyp")),
        flagged=form.truth("flagged"),
        any_of=tuple(_without_time(each, form.faults, known) for each in form.listing("any_of")),
        excluded=_excluded(form, known),
        weekdays=_weekdays(form),
        clock=_clock(form),
        seasons=_seasons(form),
    )


def _without_time(node: Node, faults: list[Fault], known: KnownCodes) -> Rule:
    """A rule inside another: the windows are the whole rule's."""
    form = Form.of(node, faults, (*RULE_KEYS, *TIME_KEYS), Said("en räkneregel"))
    if form is None:
        return Rule()
    for key in filter(form.has, TIME_KEYS):
        form.fault(
            form.line_of(key), Said('"{0}" kan inte stå i any_of eller except, bara i regeln själv', key)
        )
    return _rule(form, known)


def _excluded(form: Form, known: KnownCodes) -> Rule | None:
    node = form.node("except")
    return None if node is None else _without_time(node, form.faults, known)


def _places(form: Form, known: KnownCodes) -> tuple[str, ...]:
    found = form.codes("places")
    for each in found:
        if known.places is not None and each.text not in known.places:
            form.fault(each.line, Said('okänd plats "{0}"', each.text))
    return tuple(each.text for each in found)


def _checked(form: Form, found: Iterable[Scalar], known: Iterable[str], what: str) -> tuple[str, ...]:
    words = list(known)
    for each in found:
        if each.text not in words:
            form.fault(each.line, Said('okänd {0} "{1}"{2}', what, each.text, did_you_mean(each.text, words)))
    return tuple(each.text for each in found)


def _weekdays(form: Form) -> tuple[int, ...]:
    found = _checked(form, form.codes("weekdays"), WEEKDAYS, Said("veckodag"))
    return tuple(WEEKDAYS.index(day) for day in found if day in WEEKDAYS)


def _clock(form: Form) -> Clock | None:
    node = form.node("clock")
    inner = node and Form.of(node, form.faults, ("from", "to"), '"clock"')
    if not inner:
        return None
    opens, closes = _time_of_day(inner, "from"), _time_of_day(inner, "to")
    return None if opens is None or closes is None else Clock(opens, closes)


def _time_of_day(form: Form, key: str) -> time | None:
    text = form.text(key, required=True)
    if _CLOCK.fullmatch(text):
        return time.fromisoformat(text)
    if text:
        form.fault(
            form.line_of(key),
            Said('"{0}" ska vara ett klockslag från 00:00 till 23:59, inte "{1}"', key, text),
        )
    return None


def _seasons(form: Form) -> tuple[Season, ...]:
    inner = (
        Form.of(each, form.faults, ("from", "to"), Said("en säsong")) for each in form.listing("seasons")
    )
    read = [(_month_day(each, "from"), _month_day(each, "to")) for each in inner if each]
    return tuple(Season(opens, closes) for opens, closes in read if opens and closes)


def _month_day(form: Form, key: str) -> tuple[int, int] | None:
    text = form.text(key, required=True)
    line = form.line_of(key)
    if not text:
        return None
    if not _MONTH_DAY.fullmatch(text):
        form.fault(line, Said('"{0}" ska vara månad och dag som 06-01, inte "{1}"', key, text))
        return None
    month, day = int(text[:2]), int(text[3:])
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(_A_LEAP_YEAR, month)[1]:
        form.fault(line, Said("dagen {0} finns inte", text))
        return None
    if (month, day) == (2, 29):
        form.fault(line, "en säsong kan inte börja eller sluta den 29 februari, som inte finns varje år")
        return None
    return month, day
