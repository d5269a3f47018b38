"""Who may do what, asked by every deed: what the table of `rights` does not grant is denied.

A denied object is answered like one that does not exist.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from logger.domain.people.people import Grant, Principal, Role
from logger.domain.people.rights import ASSIGNS, INVITES, RIGHTS, Action, Reach, Resource, Sight
from logger.domain.people.role_checks import role_fault
from logger.domain.refusing.refusals import NotAllowed, NotFound, SignInNeeded

__all__ = [
    "RIGHTS",
    "Action",
    "Circle",
    "Reach",
    "Resource",
    "Sight",
    "allowed",
    "assigns_any",
    "circle_of",
    "invites_any",
    "keeps_people",
    "may_assign",
    "may_end",
    "may_invite",
    "may_revoke",
    "reach",
    "require",
    "sight",
]


def reach(principal: Principal, action: Action, resource: Resource, municipality: str) -> Reach | None:
    """How far the principal's right goes in one municipality; None where there is no right at all.

    A machine's token reads; it logs nothing, for an entry has a person behind it.
    """
    if principal.kind == "token" and action is not Action.READ:
        return None
    by_role = RIGHTS.get((action, resource), {})
    held = {by_role[role] for role in principal.roles_in(municipality) if role in by_role}
    return next((each for each in (Reach.ALL, Reach.OTHERS, Reach.OWN) if each in held), None)


def allowed(
    principal: Principal | None,
    action: Action,
    resource: Resource,
    municipality: str,
    *,
    author: str | None = None,
) -> bool:
    """Whether the principal may do this here; `author` is the user id of the one who made the object.

    Without an author the question is about the kind of thing: may any of it be read, may one be made.
    """
    if principal is None:
        return False
    match reach(principal, action, resource, municipality):
        case None:
            return False
        case Reach.ALL:
            return True
        case Reach.OWN:
            return author is None or author == principal.user_id
        case Reach.OTHERS:
            return author is None or author != principal.user_id
        case other:
            assert_never(other)


def require(
    principal: Principal | None,
    action: Action,
    resource: Resource,
    municipality: str,
    *,
    author: str | None = None,
) -> Principal:
    """Return the principal who may do this, or raise: SignInNeeded, NotAllowed or NotFound.

    NotAllowed is only told to one who may see the object; to all others it does not exist.
    """
    if principal is None:
        raise SignInNeeded
    if allowed(principal, action, resource, municipality, author=author):
        return principal
    if action is not Action.READ and allowed(principal, Action.READ, resource, municipality, author=author):
        raise NotAllowed
    raise NotFound


def may_revoke(principal: Principal, owner: str) -> bool:
    """Whether the principal may let the device of this user send no more."""
    if principal.kind != "user":
        return False
    return owner == principal.user_id or Role.ADMINISTRATOR in principal.roles


def sight(principal: Principal, municipality: str, *, author: str | None, author_organisation: str) -> Sight:
    """How much of one activity the principal may see.

    Officers' names never leave their organisation's own views, so another organisation's activity is BARE.
    """
    if not allowed(principal, Action.READ, Resource.ACTIVITY, municipality, author=author or ""):
        return Sight.NONE
    if author == principal.user_id or author_organisation == principal.organisation:
        return Sight.WHOLE
    return Sight.BARE


@dataclass(frozen=True, slots=True)
class Circle:
    """The people that somebody may see: those of an organisation with a role in certain municipalities.

    Without an organisation it is everybody.
    """

    organisation: str | None
    municipalities: frozenset[str] = frozenset()


def circle_of(principal: Principal) -> Circle | None:
    """Whose names and roles the principal may see; None for those who keep nobody.

    An administrator sees all, for somebody must; everybody else their own organisation's alone.
    """
    if principal.kind != "user":
        return None
    if Role.ADMINISTRATOR in principal.roles:
        return Circle(None)
    keepers = [grant for grant in principal.grants if grant.role in INVITES or grant.role in ASSIGNS]
    reached = {code for code in principal.municipalities if any(each.reaches(code) for each in keepers)}
    return Circle(principal.organisation, frozenset(reached)) if reached else None


def keeps_people(principal: Principal) -> bool:
    """Whether the principal shuts out, lets in, resets, and hands out everything."""
    return principal.kind == "user" and Role.ADMINISTRATOR in principal.roles


def invites_any(principal: Principal) -> bool:
    """Whether the principal may bring anybody in at all."""
    return keeps_people(principal) or (principal.kind == "user" and bool(principal.roles & INVITES.keys()))


def assigns_any(principal: Principal) -> bool:
    """Whether the principal may change any role at all."""
    return keeps_people(principal) or (principal.kind == "user" and bool(principal.roles & ASSIGNS.keys()))


def may_invite(principal: Principal, grant: Grant, organisation: str) -> bool:
    """Whether the principal may bring somebody new of this organisation in by this role."""
    return not role_fault(grant, organisation) and _hands_out(INVITES, principal, grant, organisation)


def may_assign(principal: Principal, grant: Grant, organisation: str) -> bool:
    """Whether the principal may give this role to somebody who is there."""
    return not role_fault(grant, organisation) and may_end(principal, grant, organisation)


def may_end(principal: Principal, grant: Grant, organisation: str) -> bool:
    """Whether the principal may take this role from somebody."""
    return _hands_out(ASSIGNS, principal, grant, organisation)


def _hands_out(
    table: Mapping[Role, frozenset[Role]], principal: Principal, grant: Grant, organisation: str
) -> bool:
    if keeps_people(principal):
        return True
    return (
        principal.kind == "user"
        and organisation == principal.organisation
        and any(grant.role in table.get(own.role, ()) and _is_within(grant, own) for own in principal.grants)
    )


def _is_within(grant: Grant, own: Grant) -> bool:
    if grant.district is not None:
        return grant.district == own.district
    return grant.municipality is not None and own.reaches(grant.municipality)
