"""Activities as a table: in words for a Swedish spreadsheet, in codes for other programs."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from logger.domain.activities import Activity, Outcome
from logger.domain.periods import STOCKHOLM
from logger.domain.places import Place
from logger.domain.records import State, StoredActivity
from logger.services.activities.activity_export import Exported
from logger.web.activities.activity_words import ActivityWords
from logger.web.csv_text import Cell
from logger.web.texts import spoken, t
from logger.web.words import capital, decimal

STATES = {State.CURRENT: "Gäller", State.WITHDRAWN: "Ångrad", State.VOIDED: "Struken"}
OUTCOMES = {Outcome.COMPLETED: "Genomförd", Outcome.INTERRUPTED: "Avbruten"}
HEADS = (
    "Datum", "Vecka", "Började", "Slutade", "Timmar", "Typ", "Fokus", "Plats", "Föreslagen plats", "Deltog",
    "Antal deltagare", "Riktad insats", "Utfall",
)  # fmt: skip
CODE_HEADS = (
    "id", "rev", "state", "type", "focus", "place", "place_name", "proposed_place", "started_at", "ended_at",
    "seconds", "organisations", "people", "targeted", "outcome",
)  # fmt: skip


def spreadsheet(exported: Exported) -> Iterator[list[Cell]]:
    """A line for each activity, as a person would write it; a column for each thing that was counted."""
    words, counters = ActivityWords(exported.words, exported.places), _counters(exported)
    named = exported.words.counters
    heads = [capital(named[code].bare(spoken())) if code in named else code for code in counters]
    yield [*map(t, HEADS), *heads, t("Läge"), t("Post")]
    for stored in exported.activities:
        counted = [stored.activity.counters.get(code, "") for code in counters]
        yield [*_in_words(stored.activity, words), *counted, t(STATES[stored.state]), stored.activity.id]


def data(exported: Exported) -> Iterator[list[Cell]]:
    """The same in codes, moments with their offset to UTC, lists with spaces between."""
    counters = _counters(exported)
    yield [*CODE_HEADS, *(f"counter_{code}" for code in counters)]
    for stored in exported.activities:
        counted = [stored.activity.counters.get(code, "") for code in counters]
        yield [*_in_codes(stored, exported), *counted]


def _counters(exported: Exported) -> list[str]:
    """The counters that any of them has, in the vocabulary's order."""
    used = {code for stored in exported.activities for code in stored.activity.counters}
    known = [code for code in exported.words.counters if code in used]
    return [*known, *sorted(used - set(known))]


def _in_words(activity: Activity, words: ActivityWords) -> list[Cell]:
    start = activity.started_at.astimezone(STOCKHOLM)
    return [
        f"{start:%Y-%m-%d}",
        start.isocalendar().week,
        f"{start:%H:%M}",
        _clock(activity.ended_at),
        _hours(activity),
        words.type(activity.type).replace("\u00ad", ""),
        words.focus(activity),
        words.place(activity.place),
        activity.proposed.name if activity.proposed else "",
        words.organisations(activity),
        activity.people,
        t("Ja") if activity.targeted else "",
        t(OUTCOMES[activity.outcome]),
    ]


def _in_codes(stored: StoredActivity, exported: Exported) -> list[Cell]:
    activity, places = stored.activity, exported.places
    length = activity.duration
    return [
        activity.id,
        stored.rev,
        stored.state.value,
        activity.type,
        " ".join(sorted(activity.focus)),
        activity.place or "",
        _name_of(places, activity.place),
        activity.proposed.name if activity.proposed else "",
        activity.started_at.isoformat(),
        activity.ended_at.isoformat() if activity.ended_at else "",
        "" if length is None else int(length.total_seconds()),
        " ".join(sorted(activity.organisations)),
        activity.people,
        "true" if activity.targeted else "false",
        activity.outcome.value,
    ]


def _name_of(places: Mapping[str, Place], place_id: str | None) -> str:
    place = places.get(place_id or "")
    return place.name if place else ""


def _clock(instant: datetime | None) -> str:
    return "" if instant is None else f"{instant.astimezone(STOCKHOLM):%H:%M}"


def _hours(activity: Activity) -> str:
    """Hours with a decimal comma and no mark between thousands, so that they can be added up."""
    length = activity.duration
    return "" if length is None else decimal(length.total_seconds() / 3600, 2).replace("\u202f", "")
