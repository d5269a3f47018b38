"""The table of whom to remind, and where a message reaches them."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from logger.store.tables.base import Base, Instant


class PushSubscriptionRow(Base):
    """A browser that its user asked to be reminded in.

    `session` is the sign-in that asked, `stream_id` the phone's stream: with either of them it ends. Messages
    are encrypted to `public_key` under `secret`, so that the push service reads nothing. `reminded_on` is the
    local day of the last message to this user.
    """

    __tablename__ = "push_subscription"

    endpoint_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    endpoint: Mapped[str] = mapped_column(String(1000))
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id"), index=True)
    session: Mapped[str] = mapped_column(String(64), index=True)
    stream_id: Mapped[str | None] = mapped_column(Uuid(as_uuid=False), index=True)
    public_key: Mapped[str] = mapped_column(String(100))
    secret: Mapped[str] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(2))
    created_at: Mapped[datetime] = mapped_column(Instant)
    reminded_on: Mapped[date | None]
