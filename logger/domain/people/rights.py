"""Who may do what: role × action × resource × reach, as data. What is not granted is denied.

The table is the one of the rights in the design; `policy` is asked, and it alone reads this.
"""

from collections.abc import Mapping
from enum import StrEnum

from logger.domain.people.people import Role


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

# Which roles each role hands out, in what it reaches itself, to people of its own organisation: to somebody
# who is new, and to somebody who is there already. An administrator hands out all, everywhere.
INVITES: Mapping[Role, frozenset[Role]] = {Role.COORDINATOR: frozenset({Role.OFFICER, Role.MUNICIPAL_WORKER})}
ASSIGNS: Mapping[Role, frozenset[Role]] = {Role.DISTRICT_CHIEF: frozenset({Role.OFFICER, Role.COORDINATOR})}
