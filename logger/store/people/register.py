"""The register of people: who is in somebody's circle, what they hold, and how their account is used."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, exists, func, or_, select, text
from sqlalchemy.orm import Session

from logger.domain.people.invitations import Invitation, Purpose
from logger.domain.people.people import Grant, Role
from logger.domain.people.policy import Circle
from logger.domain.people.register import Held, Line, Person, Trace
from logger.store.tables import (
    AuditRow,
    DistrictRow,
    GrantRow,
    InvitationRow,
    MunicipalityRow,
    StreamRow,
    UserRow,
)

_ONE_DEED_LOCK = 4_711_002  # PostgreSQL: one deed on people at a time; SQLite has one writer anyway


def hold(session: Session) -> None:
    """Let no other deed on people be done until this one ends: what it reads stays true."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _ONE_DEED_LOCK})


def lines(session: Session, circle: Circle, today: date) -> list[Line]:
    """Everybody in the circle, in no order."""
    states = (UserRow.password_hash.is_not(None), UserRow.disabled_at.is_not(None))
    query = select(UserRow.id, UserRow.name, UserRow.email, *states).where(*_within(circle, today))
    return [Line(row[0], row[1], row[2], row[3], row[4]) for row in session.execute(query)]


def is_in(session: Session, circle: Circle, user_id: str, today: date) -> bool:
    """Whether the user is there, and in the circle."""
    query = select(UserRow.id).where(UserRow.id == user_id, *_within(circle, today))
    return session.execute(query).first() is not None


def people(session: Session, ids: Collection[str], today: date) -> dict[str, Person]:
    """The people by id, with what they hold today and the code that they have not used yet."""
    held = _held(session, ids, today)
    come = traces(session, ids).keys()
    rows = session.execute(
        select(UserRow, InvitationRow)
        .outerjoin(InvitationRow, InvitationRow.user_id == UserRow.id)
        .where(UserRow.id.in_(ids))
    )
    return {user.id: _person(user, code, held[user.id], come) for user, code in rows}


def traces(session: Session, ids: Collection[str]) -> dict[str, Trace]:
    """When the users last signed in, and how many phones of theirs send; who never came is left out."""
    objects = {f"user:{each}": each for each in ids}
    signed_in = session.execute(
        select(AuditRow.object, func.max(AuditRow.at))
        .where(AuditRow.object.in_(objects), AuditRow.action == "sign_in")
        .group_by(AuditRow.object)
    )
    counted = session.execute(
        select(StreamRow.user_id, func.count())
        .where(StreamRow.user_id.in_(ids), StreamRow.revoked_at.is_(None))
        .group_by(StreamRow.user_id)
    )
    phones = {row[0]: row[1] for row in counted}
    return {objects[row[0]]: Trace(row[1], phones.get(objects[row[0]], 0)) for row in signed_in}


def districts(session: Session) -> dict[str, str]:
    """The names of the local police districts by id."""
    return {row.id: row.name for row in session.scalars(select(DistrictRow).order_by(DistrictRow.name))}


def give(session: Session, user_id: str, grant_id: str, grant: Grant, today: date) -> None:
    """Let the user hold a role from today on."""
    session.add(
        GrantRow(
            id=grant_id,
            user_id=user_id,
            role=grant.role,
            municipality=grant.municipality,
            district=grant.district,
            first=today,
        )
    )
    session.flush()


def end(session: Session, grant_id: str, today: date) -> None:
    """Let a role hold no longer, as from today; that it was held is kept."""
    session.get_one(GrantRow, grant_id).last = today - timedelta(days=1)


def _held(session: Session, ids: Collection[str], today: date) -> defaultdict[str, list[Held]]:
    held: defaultdict[str, list[Held]] = defaultdict(list)
    rows = session.scalars(select(GrantRow).where(GrantRow.user_id.in_(ids), _today(today)))
    for row in sorted(rows, key=lambda each: (each.first, each.id)):
        held[row.user_id].append(Held(row.id, Grant(Role(row.role), row.municipality, row.district)))
    return held


def _person(user: UserRow, code: InvitationRow | None, held: list[Held], come: Collection[str]) -> Person:
    invited = Invitation(Purpose(code.purpose), code.created_at, code.expires_at) if code else None
    has_password = user.password_hash is not None
    who = (user.id, user.name, user.email, user.organisation, user.disabled_at)
    return Person(*who, has_password, has_password or user.id in come, tuple(held), invited)


def _within(circle: Circle, today: date) -> Sequence[ColumnElement[bool]]:
    """Those with a role there today, and those who hold none anywhere any more and once held one there."""
    if circle.organisation is None:
        return ()
    codes = circle.municipalities
    districts = select(MunicipalityRow.district).where(MunicipalityRow.code.in_(codes))
    own = GrantRow.user_id == UserRow.id
    there = or_(GrantRow.municipality.in_(codes), GrantRow.district.in_(districts))
    now_there = exists().where(own, there, _today(today))
    once_there = exists().where(own, there) & ~exists().where(own, _today(today))
    return UserRow.organisation == circle.organisation, or_(now_there, once_there)


def _today(today: date) -> ColumnElement[bool]:
    return (GrantRow.first <= today) & or_(GrantRow.last.is_(None), GrantRow.last >= today)
