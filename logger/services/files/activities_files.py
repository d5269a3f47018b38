"""The activities file: everything that figures are made from, as one JSON document, in and out."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from logger.domain.activities import Activity, Outcome
from logger.domain.counting.ledger import Ledger, Mark, Report
from logger.domain.periods import STOCKHOLM
from logger.domain.places import Flag, Gazetteer, Place, ProposedPlace
from logger.domain.proposed_places import document, read_proposed
from logger.services.files.json_entries import (
    ActivitiesFileFaults,
    EntryReader,
    FaultyEntry,
    parse,
    read_entries,
)

__all__ = ["ActivitiesFileFaults", "activities_document", "read_activities_text"]

Document = dict[str, Any]

PLACE_KEYS = ("id", "name", "kinds", "flagged", "point", "aliases", "former")
ACTIVITY_KEYS = (
    "id", "type", "started_at", "ended_at", "organisations", "focus", "participants", "others", "place",
    "targeted", "outcome", "counters", "voided", "proposed_place",
)  # fmt: skip
MARK_KEYS = ("commitment", "date", "evidence")
REPORT_KEYS = ("commitment", "month", "value", "source")


def read_activities_text(text: str) -> Ledger:
    """The ledger written in the text: `places`, `activities`, `marks` and `reports`, each of them optional.

    An activity given twice over counts once. Raises ActivitiesFileFaults with every fault, among them two
    activities with one id, and two numbers for one month. Other keys of the document are not read.
    """
    document = parse(text)
    faults: list[str] = []
    places = read_entries(document.get("places", []), PLACE_KEYS, _place, "plats", faults)
    activities = read_entries(document.get("activities", []), ACTIVITY_KEYS, _activity, "aktivitet", faults)
    marks = read_entries(document.get("marks", []), MARK_KEYS, _mark, "markering", faults)
    reports = read_entries(document.get("reports", []), REPORT_KEYS, _report, "månadstal", faults)
    faults += _told_twice("plats", ((place.id, place) for place in places))
    faults += _told_twice("aktivitet", ((activity.id, activity) for activity in activities))
    faults += _told_twice("månadstal", ((f"{r.commitment} {r.month:%Y-%m}", r) for r in reports))
    if faults:
        raise ActivitiesFileFaults(faults)
    return Ledger(Gazetteer(places), activities, marks, reports)


def activities_document(ledger: Ledger) -> Document:
    """The ledger in the form of the activities file, times in Swedish local time with their offset.

    Reading it gives the same ledger.
    """
    return {
        "places": [place_document(place) for place in ledger.places.values()],
        "activities": [activity_document(activity) for activity in ledger.activities],
        "marks": [_mark_document(mark) for mark in ledger.marks],
        "reports": [_report_document(report) for report in ledger.reports],
    }


def place_document(place: Place) -> Document:
    """One place in the form of the activities file."""
    document: Document = {"id": place.id, "name": place.name, "kinds": sorted(place.kinds)}
    if place.flagged:
        document["flagged"] = [_flag_document(flag) for flag in place.flagged]
    if place.point:
        document["point"] = list(place.point)
    if place.aliases:
        document["aliases"] = list(place.aliases)
    if place.former:
        document["former"] = list(place.former)
    return document


def activity_document(activity: Activity) -> Document:
    """One activity in the form of the activities file."""
    return {
        "id": activity.id,
        "type": activity.type,
        "started_at": _local(activity.started_at),
        "ended_at": activity.ended_at and _local(activity.ended_at),
        "organisations": sorted(activity.organisations),
        "focus": sorted(activity.focus),
        "participants": list(activity.participants),
        "others": activity.others,
        "place": activity.place,
        "targeted": activity.targeted,
        "outcome": str(activity.outcome),
        "counters": dict(activity.counters),
        "voided": activity.voided,
        **({"proposed_place": document(activity.proposed)} if activity.proposed else {}),
    }


def _place(entry: EntryReader) -> Place:
    return Place(
        id=entry.text("id", required=True),
        name=entry.text("name", required=True),
        kinds=frozenset(entry.texts("kinds")),
        flagged=tuple(_flag(flag) for flag in entry.entries("flagged", ("from", "to", "source"))),
        point=entry.point("point"),
        aliases=entry.texts("aliases"),
        former=entry.texts("former"),
    )


def _flag(entry: EntryReader) -> Flag:
    first, last = entry.day("from", required=True), entry.day("to")
    assert first is not None
    if last and last < first:
        raise FaultyEntry(f"utpekad till {last}, före {first}")
    return Flag(first, last, entry.text("source"))


def _activity(entry: EntryReader) -> Activity:
    started_at, ended_at = entry.instant("started_at", required=True), entry.instant("ended_at")
    assert started_at is not None
    if ended_at and ended_at < started_at:
        raise FaultyEntry(f"slutar {_local(ended_at)}, innan den börjar {_local(started_at)}")
    return Activity(
        id=entry.text("id", required=True),
        type=entry.text("type", required=True),
        started_at=started_at,
        ended_at=ended_at,
        organisations=frozenset(entry.texts("organisations")),
        focus=frozenset(entry.texts("focus")),
        participants=entry.texts("participants"),
        others=entry.whole("others"),
        place=entry.text("place") or None,
        targeted=entry.truth("targeted"),
        outcome=_outcome(entry),
        counters=entry.counts("counters"),
        voided=entry.truth("voided"),
        proposed=_proposed(entry),
    )


def _proposed(entry: EntryReader) -> ProposedPlace | None:
    if not entry.given("proposed_place"):
        return None
    read = entry.read("proposed_place", read_proposed)
    if isinstance(read, str):
        raise FaultyEntry(f'"proposed_place": {read}')
    return read


def _outcome(entry: EntryReader) -> Outcome:
    outcome = entry.text("outcome") or Outcome.COMPLETED
    if outcome not in set(Outcome):
        raise FaultyEntry(f'"outcome" ska vara completed eller interrupted, inte "{outcome}"')
    return Outcome(outcome)


def _mark(entry: EntryReader) -> Mark:
    day = entry.day("date", required=True)
    assert day is not None
    return Mark(entry.text("commitment", required=True), day, entry.text("evidence"))


def _report(entry: EntryReader) -> Report:
    commitment, month = entry.text("commitment", required=True), entry.month("month")
    return Report(commitment, month, entry.whole("value", required=True), entry.text("source"))


def _told_twice(what: str, entries: Iterable[tuple[str, Any]]) -> list[str]:
    first: dict[str, Any] = {}
    return [
        f"{what} {name} finns två gånger, med olika innehåll"
        for name, entry in entries
        if first.setdefault(name, entry) != entry
    ]


def _flag_document(flag: Flag) -> Document:
    document: Document = {"from": flag.first.isoformat()}
    if flag.last:
        document["to"] = flag.last.isoformat()
    if flag.source:
        document["source"] = flag.source
    return document


def _mark_document(mark: Mark) -> Document:
    return {"commitment": mark.commitment, "date": mark.date.isoformat(), "evidence": mark.evidence}


def _report_document(report: Report) -> Document:
    month = f"{report.month:%Y-%m}"
    return {"commitment": report.commitment, "month": month, "value": report.value, "source": report.source}


def _local(instant: datetime) -> str:
    return instant.astimezone(STOCKHOLM).isoformat()
