"""The table of publications: what was made public, as it was made public."""

from datetime import date, datetime

from sqlalchemy import ForeignKeyConstraint, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from logger.store.tables.base import Base, Instant


class PublicationRow(Base):
    """An approved follow-up made public: its open data and their digest. Rows are added, never changed."""

    __tablename__ = "publication"
    __table_args__ = (
        ForeignKeyConstraint(
            ["municipality", "pledge", "period"],
            ["follow_up.municipality", "follow_up.pledge", "follow_up.period"],
        ),
    )

    municipality: Mapped[str] = mapped_column(String(4), primary_key=True)
    pledge: Mapped[str] = mapped_column(String(80), primary_key=True)
    period: Mapped[str] = mapped_column(String(7), primary_key=True)
    as_of: Mapped[date]
    document: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64))
    published_by: Mapped[str] = mapped_column(String(80))
    published_at: Mapped[datetime] = mapped_column(Instant)
