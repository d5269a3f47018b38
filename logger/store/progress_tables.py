"""Tables of what figures are read from: the days of each commitment, and its weeks of presence."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKeyConstraint, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from logger.store.base import Base


class ProgressRow(Base):
    """A commitment's day book to the end of time, written with the activities that it is made of.

    `number` is the version of the pledge that it was counted by, `shape` the way it is written down; `gist`
    is the same book with its days put together by period, for who reads many. What is missing, or of another
    version or shape, is computed from the activities.
    """

    __tablename__ = "progress"
    __table_args__ = (
        ForeignKeyConstraint(["municipality", "pledge"], ["pledge.municipality", "pledge.key"]),
    )

    municipality: Mapped[str] = mapped_column(String(4), primary_key=True)
    pledge: Mapped[str] = mapped_column(String(80), primary_key=True)
    commitment: Mapped[str] = mapped_column(String(80), primary_key=True)
    number: Mapped[int]
    shape: Mapped[int] = mapped_column(SmallInteger)
    gist: Mapped[dict[str, Any]] = mapped_column(JSON)
    book: Mapped[dict[str, Any]] = mapped_column(JSON)


class PresenceRow(Base):
    """The time that somebody was there in one ISO week, for a promise of hours: merged intervals by day."""

    __tablename__ = "presence"
    __table_args__ = (
        ForeignKeyConstraint(
            ["municipality", "pledge", "commitment"],
            ["progress.municipality", "progress.pledge", "progress.commitment"],
            ondelete="CASCADE",
        ),
    )

    municipality: Mapped[str] = mapped_column(String(4), primary_key=True)
    pledge: Mapped[str] = mapped_column(String(80), primary_key=True)
    commitment: Mapped[str] = mapped_column(String(80), primary_key=True)
    week: Mapped[date] = mapped_column(primary_key=True)
    days: Mapped[dict[str, Any]] = mapped_column(JSON)
