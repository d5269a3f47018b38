"""The people that somebody keeps: found by name, opened one by one, each with what may be done about them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from logger.domain.people import policy
from logger.domain.people.people import Grant, Municipality, Principal, Role
from logger.domain.people.policy import Circle
from logger.domain.people.register import Line, Person, Trace, matches
from logger.domain.refusing.refusals import NotAllowed, NotFound
from logger.domain.terms import Term
from logger.services.people.people_rights import may_make_code
from logger.store import vocabulary
from logger.store.people import people, register

PAGE = 50
_IN_ORDER = str.maketrans("åäö", "{|}")


class Shown(StrEnum):
    """Which people are listed."""

    ALL = "alla"
    NOT_COME = "inbjudna"
    SHUT_OUT = "utestangda"


@dataclass(frozen=True, slots=True)
class Sought:
    """Which people, with which words in name or address, and which page of them; 1 is the first."""

    words: str = ""
    shown: Shown = Shown.ALL
    page: int = 1


@dataclass(frozen=True, slots=True)
class Where:
    """Where roles are held: the municipalities and districts of the installation."""

    municipalities: Mapping[str, Municipality]
    districts: Mapping[str, str]

    def grants(self) -> list[Grant]:
        """Every role over everything that it could be held over."""
        over: list[tuple[str | None, str | None]] = [(None, None)]
        over += [(code, None) for code in self.municipalities]
        over += [(None, each) for each in self.districts]
        return [Grant(role, town, district) for role in Role for town, district in over]


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of the people found; `traces` are for administrators, `not_come` counts the whole circle."""

    people: tuple[Person, ...]
    traces: Mapping[str, Trace] | None
    found: int
    not_come: int
    where: Where
    organisations: Mapping[str, Term]
    invites: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """One person; `gives` are the roles that may be given, `ends` the ids of those that may be ended."""

    person: Person
    trace: Trace | None
    where: Where
    organisations: Mapping[str, Term]
    own: bool
    keeps: bool
    names: bool
    makes_code: bool
    gives: tuple[Grant, ...]
    ends: frozenset[str]


@dataclass(frozen=True, slots=True)
class Inviting:
    """What whoever invites may choose from; without an organisation to choose, it is their own."""

    gives: tuple[Grant, ...]
    where: Where
    organisations: Mapping[str, Term]


def listed(session: Session, principal: Principal, sought: Sought, now: datetime) -> Listed:
    """The people in the principal's circle. Raises NotFound for one who keeps nobody."""
    circle = _circle(principal)
    everybody = register.lines(session, circle, now.date())
    found = [each for each in everybody if _is_shown(each, sought.shown) and matches(each, sought.words)]
    first = (sought.page - 1) * PAGE
    ids = [each.id for each in sorted(found, key=_in_order)][first : first + PAGE]
    known = register.people(session, ids, now.date())
    return Listed(
        people=tuple(known[each] for each in ids),
        traces=register.traces(session, ids) if policy.keeps_people(principal) else None,
        found=len(found),
        not_come=sum(_is_shown(each, Shown.NOT_COME) for each in everybody),
        where=where_roles_are(session),
        organisations=_organisations(session),
        invites=policy.invites_any(principal),
    )


def opened(session: Session, principal: Principal, user_id: str, now: datetime) -> Opened:
    """One person of the circle. Raises NotFound."""
    if not register.is_in(session, _circle(principal), user_id, now.date()):
        raise NotFound
    person = register.people(session, {user_id}, now.date())[user_id]
    own, keeps, where = user_id == principal.user_id, policy.keeps_people(principal), where_roles_are(session)
    gives = (each for each in where.grants() if policy.may_assign(principal, each, person.organisation))
    ends = (h.id for h in person.held if policy.may_end(principal, h.grant, person.organisation))
    return Opened(
        person=person,
        trace=register.traces(session, {user_id}).get(user_id, Trace()) if keeps else None,
        where=where,
        organisations=_organisations(session),
        own=own,
        keeps=keeps and not own,
        names=not own and may_make_code(principal, person),
        makes_code=not own and person.disabled_at is None and may_make_code(principal, person),
        gives=() if own else tuple(gives),
        ends=frozenset() if own else frozenset(ends),
    )


def inviting(session: Session, principal: Principal) -> Inviting:
    """What may be chosen for somebody new. Raises NotFound, and NotAllowed for one who invites nobody."""
    _circle(principal)
    if not policy.invites_any(principal):
        raise NotAllowed
    where, organisations = where_roles_are(session), _organisations(session)
    if not policy.keeps_people(principal):
        own = principal.organisation
        organisations = {code: term for code, term in organisations.items() if code == own}
    gives = (each for each in where.grants() if _may_invite(principal, each, organisations))
    return Inviting(tuple(gives), where, organisations)


def _may_invite(principal: Principal, grant: Grant, organisations: Collection[str]) -> bool:
    return any(policy.may_invite(principal, grant, each) for each in organisations)


def _circle(principal: Principal) -> Circle:
    circle = policy.circle_of(principal)
    if circle is None:
        raise NotFound
    return circle


def _is_shown(line: Line, shown: Shown) -> bool:
    match shown:
        case Shown.ALL:
            return True
        case Shown.NOT_COME:
            return not line.has_password and not line.disabled
        case Shown.SHUT_OUT:
            return line.disabled


def _in_order(line: Line) -> tuple[str, str]:
    return line.name.casefold().translate(_IN_ORDER), line.id


def where_roles_are(session: Session) -> Where:
    """The municipalities and districts of the installation."""
    return Where({each.code: each for each in people.municipalities(session)}, register.districts(session))


def _organisations(session: Session) -> dict[str, Term]:
    return {term.code: term for term in vocabulary.organisations(session)}
