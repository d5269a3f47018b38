"""The table of those who asked for the Monday letter."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from logger.domain.terms import Lang
from logger.store.tables.base import Base, Instant


class MondayLetterRow(Base):
    """Somebody wants the letter. `nonce` is what the address that ends it is signed over: asked for anew,
    older addresses end nothing. `sent_week` is the last ISO week of which one was sent: "2026-W48",
    `lang` the language that it was asked for in.
    """

    __tablename__ = "monday_letter"
    __table_args__ = (UniqueConstraint("nonce"),)

    user_id: Mapped[str] = mapped_column(Uuid(as_uuid=False), ForeignKey("user.id"), primary_key=True)
    nonce: Mapped[str] = mapped_column(String(32))
    wanted_at: Mapped[datetime] = mapped_column(Instant)
    sent_week: Mapped[str | None] = mapped_column(String(8))
    lang: Mapped[Lang] = mapped_column(String(2), server_default="sv")
