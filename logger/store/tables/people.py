"""Tables of who and where: districts, municipalities, organisations, users, grants, sign-ins, tokens."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from logger.store.tables.base import Base, Instant


class DistrictRow(Base):
    """A local police district (lokalpolisområde); it spans municipalities."""

    __tablename__ = "district"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))


class MunicipalityRow(Base):
    """A municipality by its SCB code, with its place in addresses (`slug`)."""

    __tablename__ = "municipality"
    __table_args__ = (CheckConstraint("length(code) = 4", name="code_is_four"),)

    code: Mapped[str] = mapped_column(String(4), primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    district: Mapped[str] = mapped_column(ForeignKey("district.id"), index=True)
    time_zone: Mapped[str] = mapped_column(String(40), default="Europe/Stockholm")


class OrganisationRow(Base):
    """Police, municipality or a third party, by the key that pledges and activities use."""

    __tablename__ = "organisation"

    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    name_sv: Mapped[str] = mapped_column(String(80))
    name_en: Mapped[str] = mapped_column(String(80))
    facts: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    position: Mapped[int] = mapped_column(default=0)


class UserRow(Base):
    """A person who signs in; `email` is folded to lower case, `organisation` is whom they work for."""

    __tablename__ = "user"

    id: Mapped[str] = mapped_column(Uuid(as_uuid=False), primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    organisation: Mapped[str] = mapped_column(ForeignKey("organisation.key"))
    password_hash: Mapped[str | None] = mapped_column(String(200))
    current_municipality: Mapped[str | None] = mapped_column(ForeignKey("municipality.code"))
    created_at: Mapped[datetime] = mapped_column(Instant)
    disabled_at: Mapped[datetime | None] = mapped_column(Instant)


class GrantRow(Base):
    """A role for a user within one municipality, one district, or (administrator) the installation."""

    __tablename__ = "grant"
    __table_args__ = (
        CheckConstraint(
            "role in ('officer', 'municipal_worker', 'coordinator', 'district_chief', 'administrator')",
            name="role_is_known",
        ),
        CheckConstraint("municipality is null or district is null", name="one_scope"),
    )

    id: Mapped[str] = mapped_column(Uuid(as_uuid=False), primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id"), index=True)
    role: Mapped[str] = mapped_column(String(20))
    municipality: Mapped[str | None] = mapped_column(ForeignKey("municipality.code"))
    district: Mapped[str | None] = mapped_column(ForeignKey("district.id"))
    first: Mapped[date]
    last: Mapped[date | None]


class SessionRow(Base):
    """A sign-in, kept on the server; the cookie's random id is stored only as its SHA-256.

    `stream_id` is the stream that last sent under it: another one then means that the browser was cleared.
    `browser` is what the person knows it again by, where that could be told.
    """

    __tablename__ = "session"

    id_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(Instant)
    seen_at: Mapped[datetime] = mapped_column(Instant)
    expires_at: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    stream_id: Mapped[str | None] = mapped_column(Uuid(as_uuid=False))
    browser: Mapped[str | None] = mapped_column(String(60))


class InvitationRow(Base):
    """A code by which a user chooses a password, once; stored only as its argon2id hash."""

    __tablename__ = "invitation"
    __table_args__ = (CheckConstraint("purpose in ('invite', 'reset')", name="purpose_is_known"),)

    user_id: Mapped[str] = mapped_column(ForeignKey("user.id"), primary_key=True)
    purpose: Mapped[str] = mapped_column(String(10))
    code_hash: Mapped[str] = mapped_column(String(200))
    created_by: Mapped[str] = mapped_column(String(80))
    created_at: Mapped[datetime] = mapped_column(Instant)
    expires_at: Mapped[datetime] = mapped_column(Instant)


class SignInFailureRow(Base):
    """Failed sign-ins by account and by network, for a growing delay and never a lock."""

    __tablename__ = "sign_in_failure"

    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    count: Mapped[int]
    last_at: Mapped[datetime] = mapped_column(Instant)


class TokenRow(Base):
    """An API token for a machine: a role within one municipality; stored only as its SHA-256."""

    __tablename__ = "token"

    id: Mapped[str] = mapped_column(Uuid(as_uuid=False), primary_key=True)
    hash: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    municipality: Mapped[str] = mapped_column(ForeignKey("municipality.code"))
    role: Mapped[str] = mapped_column(String(20))
    created_at: Mapped[datetime] = mapped_column(Instant)
    expires_at: Mapped[datetime | None] = mapped_column(Instant)
    revoked_at: Mapped[datetime | None] = mapped_column(Instant)


class AuditRow(Base):
    """What was done besides logging: one hash chain for the installation, never updated or deleted."""

    __tablename__ = "audit"
    __table_args__ = (
        Index("ix_audit_object", "object"),
        Index("ix_audit_municipality", "municipality", "seq"),
    )

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(Instant)
    actor: Mapped[str] = mapped_column(String(80))
    municipality: Mapped[str | None] = mapped_column(String(4))
    action: Mapped[str] = mapped_column(String(60))
    object: Mapped[str] = mapped_column(String(200))
    body_sha256: Mapped[str] = mapped_column(String(64))
    prev: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))
