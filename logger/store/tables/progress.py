"""Tables of what figures are read from: the gists of each pledge, and the leaves of its day books."""

from datetime import date
from typing import Any

from sqlalchemy import DDL, JSON, ForeignKeyConstraint, SmallInteger, String, event
from sqlalchemy.orm import Mapped, mapped_column

from logger.store.tables.base import Base


class ProgressRow(Base):
    """The gists of a pledge's commitments, by their ids: one row to read for a board.

    `number` is the version of the pledge that they were counted by, `shape` the way they are written down.
    What is missing, or of another version or shape, is computed from the activities.
    """

    __tablename__ = "progress"
    __table_args__ = (
        ForeignKeyConstraint(["municipality", "pledge"], ["pledge.municipality", "pledge.key"]),
    )

    municipality: Mapped[str] = mapped_column(String(4), primary_key=True)
    pledge: Mapped[str] = mapped_column(String(80), primary_key=True)
    number: Mapped[int]
    shape: Mapped[int] = mapped_column(SmallInteger)
    gists: Mapped[dict[str, Any]] = mapped_column(JSON)


# In its own row as it is: taken apart and packed, a row that is read on every board is slower to read.
WHOLE: DDL = DDL("ALTER TABLE progress SET (toast_tuple_target = 8160)")  # type: ignore[no-untyped-call]
event.listen(ProgressRow.__table__, "after_create", WHOLE.execute_if(dialect="postgresql"))


class LeafRow(Base):
    """A leaf of a commitment's day book, `first` its first day, written with the activities it is made of.

    `pages` are its days; `presence` the time that somebody was there on each, as merged intervals, for a
    promise of hours.
    """

    __tablename__ = "leaf"
    __table_args__ = (
        ForeignKeyConstraint(
            ["municipality", "pledge"], ["progress.municipality", "progress.pledge"], ondelete="CASCADE"
        ),
    )

    municipality: Mapped[str] = mapped_column(String(4), primary_key=True)
    pledge: Mapped[str] = mapped_column(String(80), primary_key=True)
    commitment: Mapped[str] = mapped_column(String(80), primary_key=True)
    first: Mapped[date] = mapped_column(primary_key=True)
    pages: Mapped[dict[str, Any]] = mapped_column(JSON)
    presence: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
