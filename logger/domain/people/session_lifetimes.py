"""How long a sign-in lasts, by what the person may do."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from logger.domain.people.people import Role


@dataclass(frozen=True)
class Lifetime:
    """The longest a session lasts, and the longest it may lie unused (None: no such limit)."""

    whole: timedelta
    idle: timedelta | None


_ONE_SHIFT = Lifetime(whole=timedelta(hours=12), idle=None)
_AT_A_DESK = Lifetime(whole=timedelta(hours=10), idle=timedelta(minutes=30))
_WITH_ALL_KEYS = Lifetime(whole=timedelta(hours=4), idle=timedelta(minutes=15))

_LIFETIMES = {
    Role.OFFICER: _ONE_SHIFT,
    Role.MUNICIPAL_WORKER: _ONE_SHIFT,
    Role.COORDINATOR: _AT_A_DESK,
    Role.DISTRICT_CHIEF: _AT_A_DESK,
    Role.ADMINISTRATOR: _WITH_ALL_KEYS,
}


def lifetime(roles: frozenset[Role]) -> Lifetime:
    """The strictest lifetime of the roles held; without any role, that of one shift."""
    return min((_LIFETIMES[role] for role in roles), key=lambda each: each.whole, default=_ONE_SHIFT)


def is_live(roles: frozenset[Role], *, created_at: datetime, seen_at: datetime, now: datetime) -> bool:
    """Whether a session begun and last seen then still holds now."""
    limits = lifetime(roles)
    if now - created_at >= limits.whole:
        return False
    return limits.idle is None or now - seen_at < limits.idle
