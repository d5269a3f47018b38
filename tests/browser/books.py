"""Compares the outbox on a phone's disk with the server's database: nothing lost, nothing twice."""

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

UNSENT = {"queued", "sending"}
TAKEN = """
    select o.op_id, o.status, o.server_seq, o.rev, o.activity_id, o.stream_id, b.body
    from operation o left join operation_body b using (op_id) where o.schema > 0
"""


@dataclass(frozen=True)
class Taken:
    """An operation as the server keeps it."""

    op_id: str
    status: str
    server_seq: int
    rev: int | None
    activity_id: str | None
    stream_id: str
    body: bytes | None


@dataclass(frozen=True)
class Books:
    """What phones hold and what the server took from them, read at one moment when all is at rest."""

    outbox: Sequence[dict[str, Any]]
    taken: dict[str, Taken]
    activities: Counter[str]

    @property
    def saved(self) -> set[str]:
        """The activities that the phones say they saved."""
        return {each["activity_id"] for each in self.outbox if "activity_id" in each}

    @property
    def counted(self) -> set[str]:
        """Those of them that the server holds."""
        return self.saved & self.activities.keys()

    def faults(self) -> list[str]:
        """Every way in which the two disagree; empty when nothing is lost and nothing is there twice."""
        found = [
            f"{op_id}: {fault}"
            for op_id, held in self._by_id().items()
            for fault in _differences(held, self.taken.get(op_id))
        ]
        twice = [f"{each}: there {count} times" for each, count in self.activities.items() if count > 1]
        return found + twice + self._strays()

    def _by_id(self) -> dict[str, dict[str, Any]]:
        held = {each["op_id"]: each for each in self.outbox if "op_id" in each}
        assert len(held) == len([each for each in self.outbox if "op_id" in each]), (
            "an op_id is on disk twice"
        )
        return held

    def _strays(self) -> list[str]:
        """What the server has of these phones' streams and the phones no longer know."""
        ours = self._by_id()
        streams = {each.stream_id for each in self.taken.values() if each.op_id in ours}
        return [
            f"{each.op_id}: taken, and gone from the phone"
            for each in self.taken.values()
            if each.stream_id in streams and each.op_id not in ours
        ]


def read_books(outbox: Sequence[dict[str, Any]], instance: Path) -> Books:
    """The phone's operations, as `PhoneApp.kept_operations` gives them, beside the server's."""
    with closing(sqlite3.connect(instance / "faltlogg.db")) as database:
        rows = [
            Taken(_dashed(op), status, seq, rev, activity and _dashed(activity), _dashed(stream), body)
            for op, status, seq, rev, activity, stream, body in database.execute(TAKEN)
        ]
        activities = Counter(_dashed(key) for (key,) in database.execute("select id from activity"))
    assert len({row.op_id for row in rows}) == len(rows), "an operation is in the ledger twice"
    return Books(outbox, {row.op_id: row for row in rows}, activities)


def _differences(held: dict[str, Any], taken: Taken | None) -> list[str]:
    receipt = held.get("receipt")
    if held["state"] in UNSENT:
        return []  # not settled here: the server may have it already, and says so when it comes again
    if taken is None:
        # What cannot be read has no place in the ledger: its receipt is the same for the same bytes.
        return (
            []
            if receipt and "server_seq" not in receipt
            else [f"{held['state']} here, unknown to the server"]
        )
    found = []
    if not receipt or not receipt["sha256"] == held["sha256"] == sha256(held["body"].encode()).hexdigest():
        found.append("the receipt is for other bytes")
    if receipt and (receipt["status"], receipt["server_seq"]) != (taken.status, taken.server_seq):
        found.append(
            f"{receipt['status']} {receipt['server_seq']} here, {taken.status} {taken.server_seq} there"
        )
    if taken.body is not None and taken.body != held["body"].encode():
        found.append("the bodies differ")
    if json.loads(held["body"])["activity_id"] != taken.activity_id:
        found.append("it is about another activity")
    return found


def _dashed(key: str) -> str:
    return str(UUID(key))
