"""Tables of what was logged: operations and their bodies, the activity projection, counters and streams."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from logger.store.tables.base import Base, Instant


class CounterRow(Base):
    """A municipality's ledger: the last number drawn, the chain's head, and what is durable.

    `rules` moves whenever what counts here does: a pledge was approved, a place is another one.
    """

    __tablename__ = "counter"

    municipality: Mapped[str] = mapped_column(String(4), primary_key=True)
    epoch: Mapped[str] = mapped_column(Uuid(as_uuid=False))
    server_seq: Mapped[int] = mapped_column(BigInteger, default=0)
    head: Mapped[str] = mapped_column(String(64))
    durable_through: Mapped[int] = mapped_column(BigInteger, default=0)
    rules: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")


class StreamRow(Base):
    """One browser profile of one user: the sender of a numbered series of operations.

    `first_seq` is the number its series began at, `floor` the lowest that it last said it waits for (0 where
    it has said none), `clock_offset` how many seconds its clock last was ahead.
    """

    __tablename__ = "stream"

    id: Mapped[str] = mapped_column(Uuid(as_uuid=False), primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id"), index=True)
    label: Mapped[str] = mapped_column(String(120), default="")
    app_build: Mapped[str] = mapped_column(String(40), default="")
    first_seq: Mapped[int] = mapped_column(BigInteger, default=1)
    highest_seq: Mapped[int] = mapped_column(BigInteger, default=0)
    floor: Mapped[int] = mapped_column(BigInteger, default=0)
    clock_offset: Mapped[int | None] = mapped_column(BigInteger)
    created_at: Mapped[datetime] = mapped_column(Instant)
    seen_at: Mapped[datetime] = mapped_column(Instant)
    revoked_at: Mapped[datetime | None] = mapped_column(Instant)


_HELD = text("status = 'held'")


class OperationRow(Base):
    """The operation, its receipt, its version and its link in the audit chain: one row, never changed.

    (stream_id, seq) is not unique: a cloned profile draws the same numbers, and both entries are kept.
    Receipts for operations that name no municipality the author may write to belong to ledger "0000"; a
    body that cannot be read leaves kind and activity unknown. `facts` is what the receipt says besides the
    columns. Only what changed an activity has a `rev`: its versions are 1, 2, 3 …, the database judges.
    """

    __tablename__ = "operation"
    __table_args__ = (
        UniqueConstraint("op_id"),
        Index("ix_operation_stream", "stream_id", "seq"),
        UniqueConstraint("municipality", "activity_id", "rev"),
        Index("ix_operation_held", "municipality", "server_seq", sqlite_where=_HELD, postgresql_where=_HELD),
        Index("ix_operation_held_of", "author", "municipality", sqlite_where=_HELD, postgresql_where=_HELD),
        CheckConstraint(
            "kind in ('create', 'amend', 'withdraw', 'void', 'correct', 'merge')", name="kind_is_known"
        ),
        CheckConstraint("status in ('stored', 'rejected', 'conflict', 'held')", name="status_is_known"),
    )

    municipality: Mapped[str] = mapped_column(ForeignKey("counter.municipality"), primary_key=True)
    server_seq: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    op_id: Mapped[str] = mapped_column(Uuid(as_uuid=False))
    stream_id: Mapped[str] = mapped_column(Uuid(as_uuid=False))
    seq: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str | None] = mapped_column(String(10))
    activity_id: Mapped[str | None] = mapped_column(Uuid(as_uuid=False))
    base_rev: Mapped[int | None]
    rev: Mapped[int | None]
    author: Mapped[str | None] = mapped_column(Uuid(as_uuid=False))
    received_at: Mapped[datetime] = mapped_column(Instant)
    status: Mapped[str] = mapped_column(String(10))
    code: Mapped[str | None] = mapped_column(String(60))
    facts: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    schema: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    prev: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class OperationBodyRow(Base):
    """The exact bytes as sent and their salt: the only place of free text, and what disposal reduces."""

    __tablename__ = "operation_body"

    op_id: Mapped[str] = mapped_column(Uuid(as_uuid=False), ForeignKey("operation.op_id"), primary_key=True)
    body: Mapped[bytes] = mapped_column(LargeBinary)
    salt: Mapped[bytes | None] = mapped_column(LargeBinary(16))
    reduced_at: Mapped[datetime | None] = mapped_column(Instant)


_PROPOSED = text("proposed_place is not null")


class ActivityRow(Base):
    """An activity as it stands: a projection of its operations that can be rebuilt.

    `proposed_place` is the name of one that nobody has listed yet, with its point to about 100 m.
    """

    __tablename__ = "activity"
    __table_args__ = (
        Index("ix_activity_started", "municipality", "started_at"),
        Index("ix_activity_ended", "municipality", "ended_at"),
        Index("ix_activity_author", "author", "started_at"),
        Index("ix_activity_feed", "author", "municipality", "server_seq"),
        # When was a place last visited, however many visits it has had?
        Index("ix_activity_place", "municipality", "place", "started_at"),
        # Few are proposed at any time: the list of them reads no others.
        Index("ix_activity_proposed", "municipality", sqlite_where=_PROPOSED, postgresql_where=_PROPOSED),
        CheckConstraint("ended_at is null or ended_at >= started_at", name="end_not_before_start"),
        CheckConstraint("others >= 0", name="others_not_negative"),
        CheckConstraint("outcome in ('completed', 'interrupted')", name="outcome_is_known"),
        CheckConstraint("state in ('current', 'withdrawn', 'voided')", name="state_is_known"),
    )

    municipality: Mapped[str] = mapped_column(ForeignKey("municipality.code"), primary_key=True)
    id: Mapped[str] = mapped_column(Uuid(as_uuid=False), primary_key=True)
    rev: Mapped[int]
    state: Mapped[str] = mapped_column(String(10))
    type: Mapped[str] = mapped_column(String(40))
    place: Mapped[str | None] = mapped_column(String(60))
    proposed_place: Mapped[str | None] = mapped_column(String(60))
    proposed_latitude: Mapped[float | None]
    proposed_longitude: Mapped[float | None]
    started_at: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    focus: Mapped[list[str]] = mapped_column(JSON)
    organisations: Mapped[list[str]] = mapped_column(JSON)
    participants: Mapped[list[str]] = mapped_column(JSON)
    others: Mapped[int]
    targeted: Mapped[bool]
    outcome: Mapped[str] = mapped_column(String(12))
    counters: Mapped[dict[str, int]] = mapped_column(JSON)
    author: Mapped[str | None] = mapped_column(Uuid(as_uuid=False))
    author_organisation: Mapped[str] = mapped_column(String(40))
    origin: Mapped[str] = mapped_column(String(10), default="phone")
    has_note: Mapped[bool] = mapped_column(default=False)
    server_seq: Mapped[int] = mapped_column(BigInteger)
    created_at: Mapped[datetime] = mapped_column(Instant)
    changed_at: Mapped[datetime] = mapped_column(Instant)


class KeptApartRow(Base):
    """Two activities that look like one and that somebody decided are two; `one` is the lesser id."""

    __tablename__ = "kept_apart"

    municipality: Mapped[str] = mapped_column(ForeignKey("municipality.code"), primary_key=True)
    one: Mapped[str] = mapped_column(Uuid(as_uuid=False), primary_key=True)
    other: Mapped[str] = mapped_column(Uuid(as_uuid=False), primary_key=True)
    decided_by: Mapped[str] = mapped_column(Uuid(as_uuid=False))
    decided_at: Mapped[datetime] = mapped_column(Instant)
    why: Mapped[str] = mapped_column(String(200))
