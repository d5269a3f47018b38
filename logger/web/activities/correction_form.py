"""The form that puts an activity right: what stands in it, and the facts that it was sent with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from werkzeug.datastructures import MultiDict

from logger.domain.activities import Activity, Outcome
from logger.domain.periods import STOCKHOLM
from logger.domain.places import Place, ProposedPlace
from logger.domain.proposed_places import document
from logger.domain.terms import ActivityType, Term, Vocabulary
from logger.services.activities.activity_lists import OpenedActivity
from logger.web.activities.activity_facts import Facts, compared
from logger.web.activities.activity_words import ActivityWords
from logger.web.texts import spoken, t
from logger.web.whole_numbers import whole
from logger.web.words import capital

_COUNTER = "counter-"


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a list or a row of boxes."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Filled:
    """What the fields hold, as they are typed."""

    base_rev: int
    type: str
    focus: frozenset[str]
    place: str
    started: str
    ended: str
    organisations: frozenset[str]
    others: str
    targeted: bool
    interrupted: bool
    counters: Mapping[str, str]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CorrectionPage:
    """The whole page; `stands` is what the activity says now, shown where somebody else was faster."""

    title: str
    action: str
    back: str
    filled: Filled
    types: tuple[Choice, ...]
    focuses: tuple[Choice, ...]
    places: tuple[Choice, ...]
    organisations: tuple[Choice, ...]
    counters: tuple[tuple[str, str, str], ...]
    problem: str = ""
    faults: Mapping[str, str] = field(default_factory=dict)
    stands: Facts = ()


def filled_from(opened: OpenedActivity) -> Filled:
    """The fields as the activity stands."""
    activity = opened.stored.activity
    return Filled(
        base_rev=opened.stored.rev,
        type=activity.type,
        focus=activity.focus,
        place=activity.place or "",
        started=typed_time(activity.started_at),
        ended=typed_time(activity.ended_at),
        organisations=activity.organisations,
        others=str(activity.others),
        targeted=activity.targeted,
        interrupted=activity.outcome is Outcome.INTERRUPTED,
        counters={name: str(number) for name, number in activity.counters.items()},
    )


def filled_by(form: MultiDict[str, str]) -> Filled:
    """The fields as they were sent."""
    return Filled(
        base_rev=whole(form.get("base_rev", ""), 9) or 0,
        type=form.get("type", ""),
        focus=frozenset(form.getlist("focus[]")),
        place=form.get("place", ""),
        started=form.get("started_at", ""),
        ended=form.get("ended_at", ""),
        organisations=frozenset(form.getlist("organisations[]")),
        others=form.get("others", "").strip(),
        targeted="targeted" in form,
        interrupted="interrupted" in form,
        counters={
            key.removeprefix(_COUNTER): form.get(key, "").strip() for key in form if key.startswith(_COUNTER)
        },
        reason=form.get("reason", ""),
    )


def facts_of(filled: Filled, before: Activity) -> dict[str, Any]:
    """The facts as an entry's body gives them; what cannot be read is left as typed, to be told wrong.

    A place that its author proposed stands until another is chosen, or until it is decided on by itself.
    A time that was not touched stays as it was, to the second and in the hour that comes twice in October.
    """
    return {
        "type": filled.type,
        "focus": sorted(filled.focus),
        "place": filled.place or None,
        "proposed_place": None if filled.place else document(before.proposed),
        "started_at": instant_in(filled.started, before.started_at),
        "ended_at": instant_in(filled.ended, before.ended_at) if filled.ended else None,
        "organisations": sorted(filled.organisations),
        "others": _number(filled.others or "0"),
        "targeted": filled.targeted,
        "outcome": (Outcome.INTERRUPTED if filled.interrupted else Outcome.COMPLETED).value,
        "counters": {name: _number(typed) for name, typed in filled.counters.items() if typed},
    }


def instant_in(typed: str, before: datetime | None = None) -> str:
    """A Swedish time of day as typed, in the form of an entry's body."""
    if before is not None and typed == typed_time(before):
        return before.isoformat()
    try:
        return datetime.fromisoformat(typed).replace(tzinfo=STOCKHOLM).isoformat()
    except ValueError:
        return typed


def correction_page(opened: OpenedActivity, filled: Filled, back: str, **told: Any) -> CorrectionPage:
    """The page in words; `back` is the activity's own address."""
    words, kind = opened.words, opened.words.types.get(filled.type)
    return CorrectionPage(
        title=ActivityWords(words, opened.places).title(opened.stored.activity),
        action=f"{back}/ratta",
        back=back,
        filled=filled,
        types=_types(words, filled.type),
        focuses=_boxes(kind.focuses if kind else (), filled.focus),
        places=_places(opened.places, filled.place, opened.stored.activity.proposed),
        organisations=_boxes(words.organisations.values(), filled.organisations),
        counters=_counters(kind, filled.counters),
        **told,
    )


def stands_now(opened: OpenedActivity) -> Facts:
    """What the activity says now."""
    return compared(opened.stored.activity, ActivityWords(opened.words, opened.places))


def _types(words: Vocabulary, chosen: str) -> tuple[Choice, ...]:
    offered = [each for each in words.types.values() if each.is_offered or each.code == chosen]
    return tuple(Choice(each.code, capital(each.bare(spoken())), each.code == chosen) for each in offered)


def _boxes(terms: Any, chosen: frozenset[str]) -> tuple[Choice, ...]:
    return tuple(
        Choice(each.code, capital(_name(each)), each.code in chosen)
        for each in terms
        if not each.retired or each.code in chosen
    )


def _name(term: Term) -> str:
    return term.in_text(spoken()) if term.sv_text else term.bare(spoken())


def _places(places: Mapping[str, Place], chosen: str, proposed: ProposedPlace | None) -> tuple[Choice, ...]:
    named = sorted(places.values(), key=lambda place: place.name)
    none = Choice("", t("Föreslagen: {0}", proposed.name) if proposed else t("Ingen plats"), not chosen)
    return (none, *(Choice(place.id, place.name, place.id == chosen) for place in named))


def _counters(kind: ActivityType | None, typed: Mapping[str, str]) -> tuple[tuple[str, str, str], ...]:
    terms = [each for each in kind.counters if not each.retired or each.code in typed] if kind else []
    return tuple(
        (_COUNTER + each.code, capital(each.bare(spoken())), typed.get(each.code, "")) for each in terms
    )


def typed_time(instant: datetime | None) -> str:
    """A moment as a field for date and time holds it; empty for none."""
    return "" if instant is None else f"{instant.astimezone(STOCKHOLM):%Y-%m-%dT%H:%M}"


def _number(typed: str) -> int | str:
    number = whole(typed, 9)
    return typed if number is None else number
