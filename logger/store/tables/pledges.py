"""Tables of what was promised and where: pledges and versions, vocabulary, places, marks and reports."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    Text,
    UniqueConstraint,
    Uuid,
)
from sqlalchemy.orm import Mapped, mapped_column

from logger.store.tables.base import Base, Instant


class VocabularyRow(Base):
    """One word of the vocabulary: an activity type, focus, counter or place kind, with its two names."""

    __tablename__ = "vocabulary"
    __table_args__ = (
        CheckConstraint("kind in ('type', 'focus', 'counter', 'place_kind')", name="kind_is_known"),
    )

    kind: Mapped[str] = mapped_column(String(12), primary_key=True)
    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    of_type: Mapped[str] = mapped_column(String(40), primary_key=True, default="")
    name_sv: Mapped[str] = mapped_column(String(80))
    name_en: Mapped[str] = mapped_column(String(80))
    facts: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    position: Mapped[int]


class PlaceRow(Base):
    """A place of a municipality; `id` is the key that the pledge file and activities name.

    One that turned out to be another place stays, and says `merged_into` which: phones still hold its id.
    """

    __tablename__ = "place"

    municipality: Mapped[str] = mapped_column(ForeignKey("municipality.code"), primary_key=True)
    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    aliases: Mapped[list[str]] = mapped_column(JSON, default=list)
    kinds: Mapped[list[str]] = mapped_column(JSON, default=list)
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    merged_into: Mapped[str | None] = mapped_column(String(60))


class PlaceFlagRow(Base):
    """A time during which citizens had pointed the place out; `last` null: still."""

    __tablename__ = "place_flag"
    __table_args__ = (
        ForeignKeyConstraint(["municipality", "place"], ["place.municipality", "place.id"]),
        CheckConstraint("last is null or last >= first", name="last_not_before_first"),
        Index("ix_place_flag_place", "municipality", "place"),
    )

    id: Mapped[str] = mapped_column(Uuid(as_uuid=False), primary_key=True)
    municipality: Mapped[str] = mapped_column(String(4))
    place: Mapped[str] = mapped_column(String(60))
    first: Mapped[date]
    last: Mapped[date | None]
    source: Mapped[str | None] = mapped_column(String(200))


class PledgeRow(Base):
    """A signed document of one municipality; `key` is its stable place in addresses."""

    __tablename__ = "pledge"

    municipality: Mapped[str] = mapped_column(ForeignKey("municipality.code"), primary_key=True)
    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    demo: Mapped[bool] = mapped_column(default=False)


class PledgeVersionRow(Base):
    """The pledge file as written, with who, when and why; at most one version is approved."""

    __tablename__ = "pledge_version"
    __table_args__ = (
        ForeignKeyConstraint(["municipality", "pledge"], ["pledge.municipality", "pledge.key"]),
        CheckConstraint("status in ('draft', 'approved', 'closed')", name="status_is_known"),
        UniqueConstraint("municipality", "pledge", "sha256"),
    )

    municipality: Mapped[str] = mapped_column(String(4), primary_key=True)
    pledge: Mapped[str] = mapped_column(String(80), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    status: Mapped[str] = mapped_column(String(10))
    text: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64))
    written_by: Mapped[str] = mapped_column(String(80))
    written_at: Mapped[datetime] = mapped_column(Instant)
    why: Mapped[str | None] = mapped_column(String(400))
    approved_by: Mapped[str | None] = mapped_column(String(80))
    approved_at: Mapped[datetime | None] = mapped_column(Instant)
    approved_why: Mapped[str | None] = mapped_column(String(400))


class PledgeDraftRow(Base):
    """A pledge being written, as the pledge file's plain data; it may still lack what a version needs.

    One for each pledge. `based_on` is the number of the version that it began as; null for a new pledge.
    """

    __tablename__ = "pledge_draft"

    municipality: Mapped[str] = mapped_column(ForeignKey("municipality.code"), primary_key=True)
    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    document: Mapped[dict[str, Any]] = mapped_column(JSON)
    based_on: Mapped[int | None]
    begun_by: Mapped[str] = mapped_column(String(80))
    begun_at: Mapped[datetime] = mapped_column(Instant)
    changed_by: Mapped[str] = mapped_column(String(80))
    changed_at: Mapped[datetime] = mapped_column(Instant)


class MarkRow(Base):
    """The coordinator's mark that a milestone was reached, with where it can be seen."""

    __tablename__ = "mark"
    __table_args__ = (
        ForeignKeyConstraint(["municipality", "pledge"], ["pledge.municipality", "pledge.key"]),
    )

    municipality: Mapped[str] = mapped_column(String(4), primary_key=True)
    pledge: Mapped[str] = mapped_column(String(80), primary_key=True)
    commitment: Mapped[str] = mapped_column(String(80), primary_key=True)
    reached_on: Mapped[date] = mapped_column(primary_key=True)
    evidence: Mapped[str | None] = mapped_column(String(400))


class ReportRow(Base):
    """One whole number a month that the coordinator reports for a commitment, with its source."""

    __tablename__ = "report"
    __table_args__ = (
        ForeignKeyConstraint(["municipality", "pledge"], ["pledge.municipality", "pledge.key"]),
        CheckConstraint("value >= 0", name="value_not_negative"),
    )

    municipality: Mapped[str] = mapped_column(String(4), primary_key=True)
    pledge: Mapped[str] = mapped_column(String(80), primary_key=True)
    commitment: Mapped[str] = mapped_column(String(80), primary_key=True)
    month: Mapped[date] = mapped_column(primary_key=True)
    value: Mapped[int]
    source: Mapped[str | None] = mapped_column(String(200))
