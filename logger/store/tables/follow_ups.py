"""Tables of the answer: follow-ups with what is said and decided, proposals as frozen, publications."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from logger.store.tables.base import Base, Instant

_PLEDGE = (["municipality", "pledge"], ["pledge.municipality", "pledge.key"])
_FOLLOW_UP = (
    ["municipality", "pledge", "period"],
    ["follow_up.municipality", "follow_up.pledge", "follow_up.period"],
)


class FollowUpRow(Base):
    """The follow-up of a pledge over one period, named as in addresses: 2026-10, 2026-t2, 2026."""

    __tablename__ = "follow_up"
    __table_args__ = (ForeignKeyConstraint(*_PLEDGE),)

    municipality: Mapped[str] = mapped_column(String(4), primary_key=True)
    pledge: Mapped[str] = mapped_column(String(80), primary_key=True)
    period: Mapped[str] = mapped_column(String(7), primary_key=True)
    begun_by: Mapped[str] = mapped_column(String(80))
    begun_at: Mapped[datetime] = mapped_column(Instant)


class FollowUpNoteRow(Base):
    """What is said of one commitment while the follow-up is written; a proposal keeps its own copy."""

    __tablename__ = "follow_up_note"
    __table_args__ = (
        ForeignKeyConstraint(*_FOLLOW_UP),
        CheckConstraint("assessment in ('good', 'mixed', 'wanting')", name="assessment_is_known"),
    )

    municipality: Mapped[str] = mapped_column(String(4), primary_key=True)
    pledge: Mapped[str] = mapped_column(String(80), primary_key=True)
    period: Mapped[str] = mapped_column(String(7), primary_key=True)
    commitment: Mapped[str] = mapped_column(String(80), primary_key=True)
    comment: Mapped[str] = mapped_column(Text, default="")
    deviation: Mapped[str] = mapped_column(Text, default="")
    assessment: Mapped[str | None] = mapped_column(String(10))
    because: Mapped[str] = mapped_column(Text, default="")


class FollowUpDecisionRow(Base):
    """Something decided at a follow-up that an organisation is to do."""

    __tablename__ = "follow_up_decision"
    __table_args__ = (
        ForeignKeyConstraint(*_FOLLOW_UP),
        Index("ix_follow_up_decision_of", "municipality", "pledge", "period"),
    )

    id: Mapped[str] = mapped_column(Uuid(as_uuid=False), primary_key=True)
    municipality: Mapped[str] = mapped_column(String(4))
    pledge: Mapped[str] = mapped_column(String(80))
    period: Mapped[str] = mapped_column(String(7))
    commitment: Mapped[str | None] = mapped_column(String(80))
    text: Mapped[str] = mapped_column(String(400))
    organisation: Mapped[str] = mapped_column(String(40))
    due: Mapped[date | None]
    done_on: Mapped[date | None]
    decided_by: Mapped[str] = mapped_column(String(80))
    decided_at: Mapped[datetime] = mapped_column(Instant)


class FollowUpProposalRow(Base):
    """A follow-up as it was put forward: canonical JSON and its digest. Rows are added, never changed."""

    __tablename__ = "follow_up_proposal"
    __table_args__ = (ForeignKeyConstraint(*_FOLLOW_UP),)

    municipality: Mapped[str] = mapped_column(String(4), primary_key=True)
    pledge: Mapped[str] = mapped_column(String(80), primary_key=True)
    period: Mapped[str] = mapped_column(String(7), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    snapshot: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64))
    proposed_by: Mapped[str] = mapped_column(String(80))
    proposed_at: Mapped[datetime] = mapped_column(Instant)


class FollowUpStandRow(Base):
    """What one person said of a proposal for a party: yes, or sent back. Rows are added, never changed."""

    __tablename__ = "follow_up_stand"
    __table_args__ = (
        ForeignKeyConstraint(
            ["municipality", "pledge", "period", "number"],
            [f"follow_up_proposal.{name}" for name in ("municipality", "pledge", "period", "number")],
            name="fk_follow_up_stand_proposal",
        ),
        CheckConstraint("party in ('police', 'municipality')", name="party_is_known"),
        UniqueConstraint(
            "municipality", "pledge", "period", "number", "said_by", name="uq_one_person_one_party"
        ),
    )

    municipality: Mapped[str] = mapped_column(String(4), primary_key=True)
    pledge: Mapped[str] = mapped_column(String(80), primary_key=True)
    period: Mapped[str] = mapped_column(String(7), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    party: Mapped[str] = mapped_column(String(12), primary_key=True)
    approved: Mapped[bool]
    said_by: Mapped[str] = mapped_column(String(80))
    said_at: Mapped[datetime] = mapped_column(Instant)
    why: Mapped[str] = mapped_column(String(400), default="")


class IndicatorRow(Base):
    """A number from a survey about a commitment, with its sample and its source."""

    __tablename__ = "indicator"
    __table_args__ = (
        ForeignKeyConstraint(*_PLEDGE),
        CheckConstraint("sample > 0", name="sample_is_some"),
        Index("ix_indicator_of", "municipality", "pledge", "commitment"),
    )

    id: Mapped[str] = mapped_column(Uuid(as_uuid=False), primary_key=True)
    municipality: Mapped[str] = mapped_column(String(4))
    pledge: Mapped[str] = mapped_column(String(80))
    commitment: Mapped[str] = mapped_column(String(80))
    name: Mapped[str] = mapped_column(String(200))
    value: Mapped[str] = mapped_column(String(40))
    sample: Mapped[int]
    measured_on: Mapped[date]
    source: Mapped[str] = mapped_column(String(200))
    entered_by: Mapped[str] = mapped_column(String(80))
    entered_at: Mapped[datetime] = mapped_column(Instant)
