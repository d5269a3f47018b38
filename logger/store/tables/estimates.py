"""Tables of what came from books kept before: imports, and their lines, which are no activities."""

from datetime import date, datetime

from sqlalchemy import JSON, BigInteger, CheckConstraint, ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from logger.store.tables.base import Base, Instant


class EstimateImportRow(Base):
    """A sheet that was taken in, with who, when and from what; taken out again it stays, and says why.

    `sha256` is over what its lines came to: the same lines are not taken in twice.
    """

    __tablename__ = "estimate_import"
    __table_args__ = (Index("ix_estimate_import_municipality", "municipality", "taken_in_at"),)

    id: Mapped[str] = mapped_column(Uuid(as_uuid=False), primary_key=True)
    municipality: Mapped[str] = mapped_column(ForeignKey("municipality.code"))
    source: Mapped[str] = mapped_column(String(200))
    sha256: Mapped[str] = mapped_column(String(64))
    lines: Mapped[int]
    taken_in_by: Mapped[str] = mapped_column(Uuid(as_uuid=False))
    taken_in_at: Mapped[datetime] = mapped_column(Instant)
    taken_out_by: Mapped[str | None] = mapped_column(Uuid(as_uuid=False))
    taken_out_at: Mapped[datetime | None] = mapped_column(Instant)
    taken_out_why: Mapped[str | None] = mapped_column(String(200))


class EstimateRow(Base):
    """A line of such a sheet: about so many times (and hours) on these days; never counted as activities."""

    __tablename__ = "estimate"
    __table_args__ = (
        Index("ix_estimate_days", "municipality", "first"),
        CheckConstraint("last >= first", name="last_not_before_first"),
        CheckConstraint("number >= 0", name="number_not_negative"),
        CheckConstraint("seconds >= 0", name="seconds_not_negative"),
    )

    municipality: Mapped[str] = mapped_column(ForeignKey("municipality.code"), primary_key=True)
    import_id: Mapped[str] = mapped_column(
        Uuid(as_uuid=False), ForeignKey("estimate_import.id"), primary_key=True
    )
    line: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    type: Mapped[str] = mapped_column(String(40))
    focus: Mapped[list[str]] = mapped_column(JSON)
    place: Mapped[str | None] = mapped_column(String(60))
    organisations: Mapped[list[str]] = mapped_column(JSON)
    first: Mapped[date]
    last: Mapped[date]
    number: Mapped[int]
    seconds: Mapped[int] = mapped_column(BigInteger)
