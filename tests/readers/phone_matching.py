"""Asks the phone's own rules, run by Node, which commitments an activity counts for."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

from logger.domain.activities import Activity
from logger.domain.counting.former_places import with_former_ids
from logger.domain.entering.body_writer import facts_of
from logger.domain.places import Places
from logger.domain.pledge_files.pledge_export import rule_document, target_document
from logger.domain.pledges import Commitment, Pledge
from logger.services.files.activities_files import place_document

ROOT = Path(__file__).parents[2]


class PhoneMatching:
    """A Node that answers as long as it is held open."""

    def __enter__(self) -> Self:
        self._node = subprocess.Popen(
            [ROOT / "bin" / "with-node", "node", ROOT / "tests" / "js" / "match-activities.js"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._node.communicate(timeout=60)

    def counted(self, pledge: Pledge, places: Places, made: Sequence[Activity]) -> list[list[str]]:
        """The ids of the commitments that each activity counts for, sorted."""
        assert self._node.stdin
        assert self._node.stdout
        told = {"reference": _reference(pledge, places), "activities": [_body(each) for each in made]}
        self._node.stdin.write(json.dumps(told) + "\n")
        self._node.stdin.flush()
        found: list[list[str]] = json.loads(self._node.stdout.readline())
        return found


def _reference(pledge: Pledge, places: Places) -> dict[str, Any]:
    """What the phone matches with, as the reference tells it."""
    commitments = [_commitment(each, places) for each in pledge.commitments]
    return {
        "places": [{"flagged": [], "point": None} | place_document(each) for each in places.values()],
        "pledges": [{"focus_areas": [{"commitments": commitments}]}],
    }


def _commitment(commitment: Commitment, places: Places) -> dict[str, Any]:
    target = target_document(commitment)
    return {
        "id": commitment.id,
        "counts": rule_document(with_former_ids(commitment.counts, places)),
        "target": target,
        "valid": {"from": str(commitment.valid.first), "to": str(commitment.valid.last)},
        "progress": {"kind": target["kind"], "status": "in_progress"},
    }


def _body(activity: Activity) -> dict[str, Any]:
    return facts_of(activity) | {"participants": list(activity.participants)}
