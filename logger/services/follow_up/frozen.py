"""A frozen follow-up read back as the rows that pages show."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from logger.domain.counting.ledger import Mark, Report
from logger.domain.follow_up.follow_ups import Assessment, Decision, Indicator, Note
from logger.domain.places import Place
from logger.domain.pledges import Pledge
from logger.domain.progress.answer_reading import progress_from
from logger.domain.progress.answers import Progress, TotalProgress
from logger.domain.progress.pace import Pace, pace
from logger.services.boards.board_rows import BoardRow, PlaceReached, calendar_of
from logger.services.follow_up.follow_up_rows import FollowedArea, FollowedRow

Document = Mapping[str, Any]


def frozen_areas(document: Document, pledge: Pledge) -> tuple[FollowedArea, ...]:
    """The rows as they were frozen; `pledge` is the version that the snapshot names."""
    told = {each["id"]: each for each in document["commitments"]}
    as_of = date.fromisoformat(document["as_of"])
    return tuple(
        FollowedArea(
            area.name, tuple(_row(told[each.id], pledge, each.id, as_of) for each in area.commitments)
        )
        for area in pledge.focus_areas
    )


def frozen_decisions(document: Document) -> tuple[Decision, ...]:
    """What was decided, as it was put forward."""
    return tuple(
        Decision(
            each["id"], each["text"], each["organisation"], each["commitment"], _day_or_none(each["due"])
        )
        for each in document["decisions"]
    )


def _row(told: Document, pledge: Pledge, commitment_id: str, as_of: date) -> FollowedRow:
    commitment = pledge.commitment(commitment_id)
    here = pace(commitment, as_of)
    return FollowedRow(
        BoardRow(
            commitment=commitment,
            progress=exact(progress_from(told["progress"]), here),
            pace=here,
            last_activity=_day_or_none(told["last_activity"]),
            places=tuple(places_in(told["places"])),
            calendar=calendar_of(commitment),
        ),
        rule=told["rule"],
        goal=told["goal"],
        in_period=told["in_period"],
        note=note_in(commitment_id, told["note"]),
        marks=tuple(
            Mark(commitment_id, date.fromisoformat(each["date"]), each["evidence"]) for each in told["marks"]
        ),
        reports=tuple(
            Report(commitment_id, date.fromisoformat(each["month"]), each["value"], each["source"])
            for each in told["reports"]
        ),
        indicators=tuple(_indicator_in(commitment_id, each) for each in told["indicators"]),
    )


def exact(progress: Progress, here: Pace) -> Progress:
    """The progress with what was expected as a fraction again, as the pace gives it."""
    match progress:
        case TotalProgress(expected=Fraction(), at_least=goal):
            return TotalProgress(
                progress.kind,
                progress.status,
                progress.value,
                goal,
                here.expected(goal or 0),
                progress.remaining,
            )
        case _:
            return progress


def places_in(told: Sequence[Document]) -> Iterator[PlaceReached]:
    """The places of a coverage as they were frozen."""
    for each in told:
        place = Place(each["id"], each["name"], frozenset(each["kinds"]))
        yield PlaceReached(place, each["occasions"], each["reached"])


def note_in(commitment_id: str, told: Document) -> Note:
    """What was said of a commitment."""
    judged = Assessment(told["assessment"]) if told["assessment"] else None
    return Note(commitment_id, told["comment"], told["deviation"], judged, told["because"])


def _indicator_in(commitment_id: str, told: Document) -> Indicator:
    return Indicator(
        told["id"],
        commitment_id,
        told["name"],
        told["value"],
        told["sample"],
        date.fromisoformat(told["measured_on"]),
        told["source"],
    ).as_kept()


def _day_or_none(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
