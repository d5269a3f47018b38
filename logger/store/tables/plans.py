"""Tables of plans: items, school terms, what became of each time, approvals, secret calendar addresses."""

from datetime import date, datetime

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    UniqueConstraint,
    Uuid,
)
from sqlalchemy.orm import Mapped, mapped_column

from logger.store.tables.base import Base, Instant

_PLEDGE = (["municipality", "pledge"], ["pledge.municipality", "pledge.key"])


class PlanItemRow(Base):
    """Something that a performer means to do; `recurs` is written as in domain/planning/recurrence.py."""

    __tablename__ = "plan_item"
    __table_args__ = (
        ForeignKeyConstraint(*_PLEDGE),
        CheckConstraint("first_day <= last_day", name="ends_after_it_begins"),
        UniqueConstraint("municipality", "decision"),
        Index("ix_plan_item_of", "municipality", "pledge", "organisation"),
    )

    municipality: Mapped[str] = mapped_column(String(4), primary_key=True)
    id: Mapped[str] = mapped_column(Uuid(as_uuid=False), primary_key=True)
    pledge: Mapped[str] = mapped_column(String(80))
    organisation: Mapped[str] = mapped_column(String(40))
    unit: Mapped[str] = mapped_column(String(80))
    title: Mapped[str] = mapped_column(String(120))
    recurs: Mapped[str] = mapped_column(String(40))
    first_day: Mapped[date]
    last_day: Mapped[date]
    type: Mapped[str | None] = mapped_column(String(40))
    place: Mapped[str | None] = mapped_column(String(60))
    commitment: Mapped[str | None] = mapped_column(String(80))
    decision: Mapped[str | None] = mapped_column(Uuid(as_uuid=False))
    changed_by: Mapped[str] = mapped_column(String(80))
    changed_at: Mapped[datetime] = mapped_column(Instant)


class SchoolTermsRow(Base):
    """When a municipality's schools are open, as it says itself; each term as "01-08..06-15"."""

    __tablename__ = "school_terms"

    municipality: Mapped[str] = mapped_column(ForeignKey("municipality.code"), primary_key=True)
    spring: Mapped[str] = mapped_column(String(12))
    autumn: Mapped[str] = mapped_column(String(12))
    changed_by: Mapped[str] = mapped_column(String(80))
    changed_at: Mapped[datetime] = mapped_column(Instant)


class PlanOutcomeRow(Base):
    """What became of one time of an item: done, by an activity or not, or not done with its reason."""

    __tablename__ = "plan_outcome"
    __table_args__ = (
        ForeignKeyConstraint(["municipality", "item"], ["plan_item.municipality", "plan_item.id"]),
        CheckConstraint("reason = '' or activity is null", name="done_or_not"),
        UniqueConstraint("municipality", "activity"),
    )

    municipality: Mapped[str] = mapped_column(String(4), primary_key=True)
    item: Mapped[str] = mapped_column(Uuid(as_uuid=False), primary_key=True)
    occurrence: Mapped[str] = mapped_column(String(24), primary_key=True)
    activity: Mapped[str | None] = mapped_column(Uuid(as_uuid=False))
    reason: Mapped[str] = mapped_column(String(400))
    said_by: Mapped[str] = mapped_column(String(80))
    said_at: Mapped[datetime] = mapped_column(Instant)


class PlanApprovalRow(Base):
    """A performer's plan for a year as it was approved. Rows are added, never changed."""

    __tablename__ = "plan_approval"
    __table_args__ = (ForeignKeyConstraint(*_PLEDGE),)

    municipality: Mapped[str] = mapped_column(String(4), primary_key=True)
    pledge: Mapped[str] = mapped_column(String(80), primary_key=True)
    organisation: Mapped[str] = mapped_column(String(40), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64))
    approved_by: Mapped[str] = mapped_column(String(80))
    approved_at: Mapped[datetime] = mapped_column(Instant)


class CalendarFeedRow(Base):
    """The secret address of a person's calendar, by the SHA-256 of what stands in it: one each."""

    __tablename__ = "calendar_feed"
    __table_args__ = (UniqueConstraint("hash"),)

    user_id: Mapped[str] = mapped_column(ForeignKey("user.id"), primary_key=True)
    hash: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[datetime] = mapped_column(Instant)
