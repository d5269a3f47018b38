"""People, their grants, and the municipalities and districts they belong to."""

from dataclasses import dataclass
from datetime import date, datetime
from unicodedata import normalize

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from logger.domain.people.people import Colleague, Grant, Municipality, Principal, Role
from logger.store.statements import any_of, table_of
from logger.store.tables import DistrictRow, GrantRow, MunicipalityRow, UserRow

# Every request asks who comes: these are put together once.
_USER, _GRANT, _TOWN = (table_of(row).c for row in (UserRow, GrantRow, MunicipalityRow))
_THIS_ONE = select(_USER.id, _USER.name, _USER.organisation).where(_USER.id == bindparam("user"))
_WHO_IS = {
    False: _THIS_ONE.where(_USER.disabled_at.is_(None)),
    True: _THIS_ONE.where(_USER.disabled_at.is_not(None)),
}
_HOLDING = (
    select(_GRANT.role, _GRANT.municipality, _GRANT.district)
    .where(
        _GRANT.user_id == bindparam("user"),
        _GRANT.first <= bindparam("today"),
        or_(_GRANT.last.is_(None), _GRANT.last >= bindparam("today")),
    )
    .order_by(_GRANT.id)
)
_REACHED = (
    select(_TOWN.code, _TOWN.name, _TOWN.slug, _TOWN.district)
    .where(or_(_TOWN.code.in_(any_of("codes")), _TOWN.district.in_(any_of("districts"))))
    .order_by(_TOWN.name)
)


@dataclass(frozen=True, slots=True)
class Account:
    """What signing in needs to know of a user."""

    user_id: str
    password_hash: str | None
    disabled: bool


def account_of(session: Session, email: str) -> Account | None:
    """The account with this e-mail address, whatever the case it is written in."""
    row = session.execute(
        select(UserRow.id, UserRow.password_hash, UserRow.disabled_at).where(UserRow.email == folded(email))
    ).one_or_none()
    return None if row is None else Account(row.id, row.password_hash, row.disabled_at is not None)


def principal_of(session: Session, user_id: str, today: date, *, shut_out: bool = False) -> Principal | None:
    """The user with the grants that hold today; None for an unknown one, and for one who is disabled.

    With `shut_out` it is the other way round: who they were, before they were disabled.
    """
    user = session.execute(_WHO_IS[shut_out], {"user": user_id}).one_or_none()
    if user is None:
        return None
    rows = session.execute(_HOLDING, {"user": user_id, "today": today}).all()
    reached = _reached(session, {row.municipality for row in rows}, {row.district for row in rows})
    grants = tuple(
        Grant(
            Role(row.role),
            row.municipality,
            row.district,
            frozenset(each.code for each in reached if row.district and each.district == row.district),
        )
        for row in rows
    )
    return Principal(user.id, user.name, user.organisation, grants, tuple(each.code for each in reached))


def _reached(session: Session, codes: set[str | None], districts: set[str | None]) -> list[Municipality]:
    named = {"codes": sorted(filter(None, codes)), "districts": sorted(filter(None, districts))}
    return [Municipality(*row) for row in session.execute(_REACHED, named)]


_MUNICIPALITY = (MunicipalityRow.code, MunicipalityRow.name, MunicipalityRow.slug, MunicipalityRow.district)


def municipalities(session: Session) -> list[Municipality]:
    """All municipalities of the installation, by name."""
    return [
        Municipality(*row) for row in session.execute(select(*_MUNICIPALITY).order_by(MunicipalityRow.name))
    ]


def municipality(session: Session, code: str) -> Municipality | None:
    """The municipality with this SCB code."""
    row = session.execute(select(*_MUNICIPALITY).where(MunicipalityRow.code == code)).one_or_none()
    return None if row is None else Municipality(*row)


def municipality_with_slug(session: Session, slug: str) -> Municipality | None:
    """The municipality whose public address has this slug."""
    row = session.execute(select(*_MUNICIPALITY).where(MunicipalityRow.slug == slug)).one_or_none()
    return None if row is None else Municipality(*row)


def current_municipality(session: Session, user_id: str) -> str | None:
    """The code of the municipality the user last worked in."""
    return session.scalar(select(UserRow.current_municipality).where(UserRow.id == user_id))


def set_current_municipality(session: Session, user_id: str, code: str) -> None:
    """Remember where the user works now."""
    row = session.get_one(UserRow, user_id)
    row.current_municipality = code


def colleagues(session: Session, organisation: str, codes: tuple[str, ...], today: date) -> list[Colleague]:
    """The people of an organisation whose grants reach one of the municipalities, by name."""
    districts = select(MunicipalityRow.district).where(MunicipalityRow.code.in_(codes))
    rows = session.execute(
        select(UserRow.id, UserRow.name)
        .distinct()
        .join(GrantRow, GrantRow.user_id == UserRow.id)
        .where(UserRow.organisation == organisation, UserRow.disabled_at.is_(None))
        .where(GrantRow.first <= today, or_(GrantRow.last.is_(None), GrantRow.last >= today))
        .where(or_(GrantRow.municipality.in_(codes), GrantRow.district.in_(districts)))
        .order_by(UserRow.name, UserRow.id)
    )
    return [Colleague(*row) for row in rows]


def names_in(session: Session, organisation: str, user_ids: set[str]) -> dict[str, str]:
    """The names by id of those of the users who work for the organisation; all others are left out."""
    rows = session.execute(
        select(UserRow.id, UserRow.name).where(UserRow.id.in_(user_ids), UserRow.organisation == organisation)
    )
    return {row.id: row.name for row in rows}


def is_administrator_there(session: Session) -> bool:
    """Whether anybody holds the administrator's role."""
    return session.scalar(select(GrantRow.id).where(GrantRow.role == Role.ADMINISTRATOR).limit(1)) is not None


def is_district(session: Session, district_id: str) -> bool:
    """Whether there is a local police district by this id."""
    return session.get(DistrictRow, district_id) is not None


def disable(session: Session, user_id: str, now: datetime) -> None:
    """Shut a user out; who was shut out before stays so from then on."""
    row = session.get_one(UserRow, user_id)
    row.disabled_at = row.disabled_at or now


def enable(session: Session, user_id: str) -> None:
    """Let a user in again; nothing happens to one who was not shut out."""
    session.get_one(UserRow, user_id).disabled_at = None


def email_of(session: Session, user_id: str) -> str:
    """The e-mail address that the user signs in with."""
    return session.get_one(UserRow, user_id).email


def set_details(session: Session, user_id: str, name: str, email: str) -> set[str]:
    """Call the user by this name and let them sign in with this address; which of the two were others."""
    row = session.get_one(UserRow, user_id)
    before = {"name": row.name, "email": row.email}
    row.name, row.email = name, folded(email)
    session.flush()
    return {field for field, was in before.items() if getattr(row, field) != was}


def set_password(session: Session, user_id: str, password_hash: str) -> None:
    """Let the user sign in by this password and no other."""
    session.get_one(UserRow, user_id).password_hash = password_hash


def add_district(session: Session, district_id: str, name: str) -> None:
    """Add a local police district; one that is there keeps its name."""
    if session.get(DistrictRow, district_id) is None:
        session.add(DistrictRow(id=district_id, name=name))
        session.flush()


def add_municipality(session: Session, new: Municipality) -> None:
    """Add a municipality; one that is there stays as it is."""
    if session.get(MunicipalityRow, new.code) is None:
        session.add(MunicipalityRow(code=new.code, name=new.name, slug=new.slug, district=new.district))
        session.flush()


@dataclass(frozen=True, slots=True)
class NewUser:
    """A user to be added, with the grants that hold from the first day."""

    id: str
    email: str
    name: str
    organisation: str
    password_hash: str | None
    grants: tuple[Grant, ...]
    current_municipality: str | None = None


def add_user(session: Session, new: NewUser, grant_ids: tuple[str, ...], now: datetime) -> None:
    """Add a user with grants from today on, one id for each grant."""
    session.add(
        UserRow(
            id=new.id,
            email=folded(new.email),
            name=new.name,
            organisation=new.organisation,
            password_hash=new.password_hash,
            current_municipality=new.current_municipality,
            created_at=now,
        )
    )
    session.flush()
    for grant_id, grant in zip(grant_ids, new.grants, strict=True):
        session.add(
            GrantRow(
                id=grant_id,
                user_id=new.id,
                role=grant.role,
                municipality=grant.municipality,
                district=grant.district,
                first=now.date(),
            )
        )
    session.flush()


def folded(email: str) -> str:
    """The form in which e-mail addresses are kept and compared."""
    return normalize("NFC", email.strip()).casefold()
