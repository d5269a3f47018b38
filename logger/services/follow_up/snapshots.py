"""A follow-up as it is frozen: all that it says, as plain data."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from logger.domain.follow_up.follow_ups import Decision, FollowUp, Indicator, Note
from logger.domain.pledges import Pledge
from logger.domain.progress.open_facts import open_facts, open_progress
from logger.domain.progress.public_facts import facts_of, is_one_number
from logger.domain.targets import Hours
from logger.domain.words.sensitivity import is_sensitive
from logger.services.boards.board_rows import PlaceReached
from logger.services.follow_up.follow_up_rows import FollowedRow, Known

FORMAT = "faltlogg-follow-up/1"
Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Position:
    """Where things stood when it was frozen: the pledge's version, and the ledger's last number."""

    version: int
    version_sha256: str
    epoch: str
    server_seq: int


def snapshot_of(
    follow_up: FollowUp, pledge: Pledge, known: Known, position: Position, now: datetime
) -> Document:
    """All that the follow-up says, as plain data."""
    days = follow_up.period.days
    return {
        "format": FORMAT,
        "municipality": follow_up.municipality,
        "pledge": follow_up.pledge,
        "version": position.version,
        "version_sha256": position.version_sha256,
        "ledger": {"epoch": position.epoch, "server_seq": position.server_seq},
        "period": {
            "kind": str(follow_up.period.rhythm),
            "from": days.first.isoformat(),
            "to": days.last.isoformat(),
        },
        "as_of": known.as_of.isoformat(),
        "frozen_at": now.isoformat(),
        "commitments": [_commitment(each, pledge, known) for each in known.rows],
        "decisions": [_decision(each) for each in follow_up.decisions],
    }


def _commitment(told: FollowedRow, pledge: Pledge, known: Known) -> Document:
    row, its = told.row, told.commitment
    sensitive = is_sensitive(its, known.words)
    one_number = is_one_number(its, sensitive=sensitive)
    facts = facts_of(pledge, its, known.ledger, known.as_of, sensitive=sensitive)
    return {
        "id": its.id,
        "rule": told.rule,
        "goal": told.goal,
        "progress": row.progress.answer(),
        "in_period": told.in_period,
        "last_activity": row.last_activity and row.last_activity.isoformat(),
        "places": [_place(each) for each in row.places],
        "note": _note(told.note),
        "marks": [{"date": each.date.isoformat(), "evidence": each.evidence} for each in told.marks],
        "reports": [
            {"month": each.month.isoformat(), "value": each.value, "source": each.source}
            for each in told.reports
        ],
        "indicators": [_indicator(each) for each in told.indicators],
        "open": {
            "sensitive": sensitive,
            "one_number": one_number,
            "progress": open_progress(row.progress, its.valid, whole=not one_number),
            "facts": open_facts(facts, timed=isinstance(its.target, Hours)),
        },
    }


def _place(reached: PlaceReached) -> Document:
    return {
        "id": reached.place.id,
        "name": reached.place.name,
        "kinds": sorted(reached.place.kinds),
        "occasions": reached.occasions,
        "reached": reached.reached,
    }


def _note(note: Note) -> Document:
    return {
        "comment": note.comment,
        "deviation": note.deviation,
        "assessment": note.assessment and str(note.assessment),
        "because": note.because,
    }


def _indicator(each: Indicator) -> Document:
    return {
        "id": each.id,
        "name": each.name,
        "value": each.value,
        "sample": each.sample,
        "measured_on": each.measured_on.isoformat(),
        "source": each.source,
    }


def _decision(each: Decision) -> Document:
    return {
        "id": each.id,
        "text": each.text,
        "organisation": each.organisation,
        "commitment": each.commitment,
        "due": each.due and each.due.isoformat(),
    }
