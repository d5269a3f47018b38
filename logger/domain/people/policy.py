"""Who may do what: role × action × resource × reach, asked by every deed; what is not granted is denied.

The table is the one of the rights in the design: a denied object is answered like one that does not exist.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import assert_never

from logger.domain.people.people import Principal, Role
from logger.domain.refusing.refusals import NotAllowed, NotFound, SignInNeeded


class Action(StrEnum):
    """What is done to a resource."""

    READ = "read"
    LOG = "log"
    AMEND = "amend"
    WITHDRAW = "withdraw"
    CORRECT = "correct"
    VOID = "void"
    MERGE = "merge"
    DECIDE = "decide"
    EDIT = "edit"
    APPROVE = "approve"
    PUBLISH = "publish"


class Resource(StrEnum):
    """What it is done to. PLEDGE stands for all that is promised and named: rules, places, types.

    A HELD entry is one that the sync door kept for a person to look at: it is taken in or refused. A DRAFT is
    a pledge, or a version of one, that has not been approved. PLACES are the register of them, PROPOSALS
    those that entries name and that are not in it. A FOLLOW_UP is what is said of a pledge for a period. A
    PLAN is a performer's: OWN is the own organisation's, and to LOG in it is to say what became of it.
    """

    ACTIVITY = "activity"
    HELD = "held"
    FIGURES = "figures"
    PLEDGE = "pledge"
    DRAFT = "draft"
    COLLEAGUES = "colleagues"
    SIGNS = "signs"
    DEVICES = "devices"
    PLACES = "places"
    PROPOSALS = "proposals"
    FOLLOW_UP = "follow_up"
    PLAN = "plan"


class Reach(StrEnum):
    """How far a right goes inside a municipality that the grant reaches."""

    OWN = "own"
    OTHERS = "others"
    ALL = "all"


class Sight(StrEnum):
    """How much of one activity a person may see: BARE is without note and people."""

    NONE = "none"
    BARE = "bare"
    WHOLE = "whole"


_OWN_FOR_THOSE_WHO_LOG = {
    Role.OFFICER: Reach.OWN,
    Role.MUNICIPAL_WORKER: Reach.OWN,
    Role.COORDINATOR: Reach.OWN,
}
_ALL_FOR_ALL_BUT_ADMINISTRATORS = {
    Role.OFFICER: Reach.ALL,
    Role.MUNICIPAL_WORKER: Reach.ALL,
    Role.COORDINATOR: Reach.ALL,
    Role.DISTRICT_CHIEF: Reach.ALL,
}

_ALL_FOR_COORDINATORS = {Role.COORDINATOR: Reach.ALL}

RIGHTS: Mapping[tuple[Action, Resource], Mapping[Role, Reach]] = {
    (Action.LOG, Resource.ACTIVITY): _OWN_FOR_THOSE_WHO_LOG,
    (Action.AMEND, Resource.ACTIVITY): _OWN_FOR_THOSE_WHO_LOG,
    (Action.WITHDRAW, Resource.ACTIVITY): _OWN_FOR_THOSE_WHO_LOG,
    (Action.READ, Resource.ACTIVITY): {
        Role.OFFICER: Reach.OWN,
        Role.MUNICIPAL_WORKER: Reach.OWN,
        Role.COORDINATOR: Reach.ALL,
        Role.DISTRICT_CHIEF: Reach.ALL,
    },
    (Action.CORRECT, Resource.ACTIVITY): _ALL_FOR_COORDINATORS,
    (Action.VOID, Resource.ACTIVITY): _ALL_FOR_COORDINATORS,
    (Action.MERGE, Resource.ACTIVITY): _ALL_FOR_COORDINATORS,
    (Action.READ, Resource.HELD): {Role.COORDINATOR: Reach.ALL, Role.DISTRICT_CHIEF: Reach.ALL},
    # Nobody lets their own entry past what stopped it.
    (Action.DECIDE, Resource.HELD): {Role.COORDINATOR: Reach.OTHERS, Role.DISTRICT_CHIEF: Reach.OTHERS},
    (Action.READ, Resource.FIGURES): _ALL_FOR_ALL_BUT_ADMINISTRATORS,
    (Action.READ, Resource.PLEDGE): _ALL_FOR_ALL_BUT_ADMINISTRATORS,
    # What is promised is written by those who coordinate, and approved by another.
    (Action.READ, Resource.DRAFT): {Role.COORDINATOR: Reach.ALL, Role.DISTRICT_CHIEF: Reach.ALL},
    (Action.EDIT, Resource.DRAFT): _ALL_FOR_COORDINATORS,
    (Action.APPROVE, Resource.DRAFT): {Role.DISTRICT_CHIEF: Reach.ALL},
    (Action.READ, Resource.COLLEAGUES): _OWN_FOR_THOSE_WHO_LOG,
    # What is put up at the places is printed by those who answer for them.
    (Action.READ, Resource.SIGNS): {Role.COORDINATOR: Reach.ALL, Role.DISTRICT_CHIEF: Reach.ALL},
    (Action.READ, Resource.PLACES): _ALL_FOR_ALL_BUT_ADMINISTRATORS,
    (Action.EDIT, Resource.PLACES): _ALL_FOR_COORDINATORS,
    # What others' entries propose is for those who may read others' entries.
    (Action.READ, Resource.PROPOSALS): {Role.COORDINATOR: Reach.ALL, Role.DISTRICT_CHIEF: Reach.ALL},
    (Action.DECIDE, Resource.PROPOSALS): _ALL_FOR_COORDINATORS,
    # Everybody reads what is frozen; those who coordinate write it. One person of each party approves.
    (Action.READ, Resource.FOLLOW_UP): _ALL_FOR_ALL_BUT_ADMINISTRATORS,
    (Action.EDIT, Resource.FOLLOW_UP): _ALL_FOR_COORDINATORS,
    (Action.APPROVE, Resource.FOLLOW_UP): {Role.COORDINATOR: Reach.ALL, Role.DISTRICT_CHIEF: Reach.ALL},
    (Action.PUBLISH, Resource.FOLLOW_UP): {Role.COORDINATOR: Reach.ALL, Role.DISTRICT_CHIEF: Reach.ALL},
    (Action.READ, Resource.PLAN): {
        Role.OFFICER: Reach.OWN,
        Role.MUNICIPAL_WORKER: Reach.OWN,
        Role.COORDINATOR: Reach.ALL,
        Role.DISTRICT_CHIEF: Reach.ALL,
    },
    (Action.LOG, Resource.PLAN): {
        Role.OFFICER: Reach.OWN,
        Role.MUNICIPAL_WORKER: Reach.OWN,
        Role.COORDINATOR: Reach.ALL,
    },
    (Action.EDIT, Resource.PLAN): _ALL_FOR_COORDINATORS,
    (Action.APPROVE, Resource.PLAN): {Role.COORDINATOR: Reach.ALL, Role.DISTRICT_CHIEF: Reach.ALL},
    # Those of the own organisation, to find lost entries by. One's own devices are seen without a right.
    (Action.READ, Resource.DEVICES): {Role.COORDINATOR: Reach.ALL, Role.DISTRICT_CHIEF: Reach.ALL},
}


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
