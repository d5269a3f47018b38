"""Judging one entry: stored, refused, held for a person, in conflict, or to be sent again.

Everything it is judged by is handed in; the same entry in the same circumstances gets the same judgement.
"""

from datetime import datetime, timedelta
from typing import assert_never

from logger.domain.entering.entries import (
    Amend,
    Content,
    Create,
    Entry,
    Said,
    Unreadable,
    Void,
    Wild,
    Withdraw,
)
from logger.domain.entering.judgements import (
    Circumstances,
    Conflict,
    Held,
    Judgement,
    Known,
    Rejected,
    Retry,
    Stored,
)
from logger.domain.personal_data import Level
from logger.domain.records import State, Status

LONGEST = timedelta(hours=24)
AHEAD = timedelta(hours=24)
_NOTHING_CHANGES = Stored(rev=None, state=None)
_LATER = Retry("earlier_version_missing")
_UNKNOWN = Retry("unknown_activity")
AWAIT_ANOTHER = frozenset({_LATER.code, _UNKNOWN.code})  # what these build on may still be on its way
WAITS = "waits_for_its_entry"


def judge(entry: Entry, circumstances: Circumstances) -> Judgement:
    """What becomes of one entry; the activity it is about is looked up in `circumstances.standing`."""
    if isinstance(entry, Unreadable):
        return Rejected(entry.code, entry.fields)
    if isinstance(entry, Void):
        return _void(entry, circumstances)
    if entry.municipality not in circumstances.municipalities:
        return Rejected("not_your_municipality", {"municipality": "Du loggar inte i den kommunen."})
    match entry:
        case Wild():
            return Held("wild_clock")
        case Said():
            return _said(entry)
        case Create():
            return _create(entry, circumstances)
        case Amend() | Withdraw():
            return _change(entry, circumstances)
        case _:
            assert_never(entry)


def _create(entry: Create, circumstances: Circumstances) -> Judgement:
    if (entry.municipality, entry.activity_id) in circumstances.standing:
        return Rejected("activity_exists", {"activity_id": "Posten finns redan."})
    return _content(entry, circumstances) or Stored(1, State.CURRENT, entry.content)


def _said(entry: Said) -> Judgement:
    """A word on a plan changes no activity. One that points out somebody is refused: it is said again."""
    if entry.reason_level is Level.BLOCK:
        person = "Skälet ser ut att innehålla en personuppgift. Ta bort det här och säg det på nytt utan."
        return Rejected("personal_data_in_reason", {"reason": person})
    return _NOTHING_CHANGES


def _change(entry: Amend | Withdraw, circumstances: Circumstances) -> Judgement:
    key = entry.municipality, entry.activity_id
    standing = circumstances.standing.get(key)
    if standing is None:
        return _of_what_never_stood(circumstances.unsettled.get(key))
    if standing.author != circumstances.author:
        return Rejected("not_yours", {"activity_id": "Bara den som loggade kan ändra."})
    if standing.state is not State.CURRENT and (
        isinstance(entry, Withdraw) or entry.base_rev == standing.rev
    ):
        return Rejected("already_withdrawn")
    if entry.base_rev > standing.rev:
        return _LATER
    if entry.base_rev < standing.rev:
        return Conflict(standing)
    match entry:
        case Withdraw():
            return Stored(standing.rev + 1, State.WITHDRAWN)
        case Amend():
            faulty = _content(entry, circumstances)
            return faulty or Stored(standing.rev + 1, State.CURRENT, entry.content)
        case _:
            assert_never(entry)


def _of_what_never_stood(settled: Status | None) -> Judgement:
    match settled:
        case None:
            return _UNKNOWN
        case Status.HELD:
            return Held(WAITS)
        case _:
            return Rejected("unknown_activity", {"activity_id": "Posten har aldrig sparats."})


def _void(entry: Void, circumstances: Circumstances) -> Judgement:
    if entry.reason_level is Level.BLOCK:
        return Held("personal_data")
    key = entry.municipality, entry.activity_id
    standing = circumstances.standing.get(key)
    stands_at = 0 if standing is None else standing.rev
    if entry.base_rev > stands_at:
        return _of_what_never_stood(circumstances.unsettled.get(key)) if standing is None else _LATER
    if standing is None or standing.state is not State.CURRENT:
        return _NOTHING_CHANGES
    if standing.author != circumstances.author:
        return Rejected("not_yours", {"activity_id": "Bara den som loggade kan kasta posten."})
    # What was thrown away may be another version than the one that counts: then that one stays.
    return Stored(standing.rev + 1, State.VOIDED) if entry.base_rev == stands_at else _NOTHING_CHANGES


def _content(entry: Create | Amend, circumstances: Circumstances) -> Rejected | Held | None:
    content, known = entry.content, circumstances.known
    fault = fault_of_facts(entry, circumstances.organisation, known) or _times(content)
    if fault is not None:
        return fault
    if content.started_at > circumstances.now + AHEAD:
        return Held("wild_clock")
    return Held("personal_data") if content.note_level is Level.BLOCK else None


def fault_of_facts(entry: Create | Amend, organisation: str, known: Known) -> Rejected | None:
    """What is wrong with the words, the place or the people of an entry by somebody of `organisation`."""
    return _words(entry.content, known) or _where(entry, known) or _who(entry.content, organisation, known)


def fault_of_times(content: Content, now: datetime) -> Rejected | None:
    """What is wrong with the times of what somebody at a desk says was done."""
    if content.started_at > now + AHEAD:
        return Rejected("wild_clock", {"started_at": "Starten ligger för långt fram."})
    return _times(content)


def _words(content: Content, known: Known) -> Rejected | None:
    if content.type not in known.types:
        return Rejected("unknown_type", {"type": "Aktivitetstypen finns inte."})
    if content.type in known.made_by_product:
        return Rejected("type_made_by_product", {"type": "Den typen gör Fältlogg själv."})
    if any((content.type, focus) not in known.focus for focus in content.focus):
        return Rejected("unknown_focus", {"focus": "Något fokus hör inte till aktivitetstypen."})
    if any((content.type, counter) not in known.counters for counter in content.counters):
        return Rejected("unknown_counter", {"counters": "Något antal hör inte till aktivitetstypen."})
    return None


def _where(entry: Create | Amend, known: Known) -> Rejected | None:
    place = entry.content.place
    if place is not None and (entry.municipality, place) not in known.places:
        return Rejected("unknown_place", {"place": "Platsen finns inte i kommunen."})
    return None


def _who(content: Content, organisation: str, known: Known) -> Rejected | None:
    if not known.organisations.issuperset(content.organisations):
        return Rejected("unknown_organisation", {"organisations": "Någon organisation finns inte."})
    if organisation not in content.organisations:
        own = "Din egen organisation ska vara med bland dem som deltog."
        return Rejected("not_your_organisation", {"organisations": own})
    if not known.people.issuperset(content.participants):
        unknown = "Någon deltagare finns inte i din organisation."
        return Rejected("unknown_participant", {"participants": unknown})
    return None


def _times(content: Content) -> Rejected | None:
    if content.ended_at is None:
        return None
    if content.ended_at < content.started_at:
        return Rejected("ends_before_start", {"ended_at": "Slutet ligger före starten."})
    # A slip of the hand (2000 h instead of 2 h) that only the author can put right: refused, not held.
    if content.ended_at - content.started_at > LONGEST:
        return Rejected("too_long", {"ended_at": "Längre än ett dygn. Dela upp posten eller rätta slutet."})
    return None
