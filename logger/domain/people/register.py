"""A person as those who keep people see them: what they hold and whether they can come in, no more."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from logger.domain.people.invitations import Invitation, Purpose
from logger.domain.people.people import Grant


class Standing(StrEnum):
    """Whether somebody can come in, and if not, why."""

    IN = "in"
    INVITED = "invited"
    RESET = "reset"
    OUTLIVED = "outlived"
    NO_CODE = "no_code"
    SHUT_OUT = "shut_out"


@dataclass(frozen=True, slots=True)
class Held:
    """A role that somebody has, by its id."""

    id: str
    grant: Grant


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account; `has_come` says that they ever signed in."""

    id: str
    name: str
    email: str
    organisation: str
    disabled_at: datetime | None
    has_password: bool
    has_come: bool
    held: tuple[Held, ...]
    invitation: Invitation | None

    @property
    def grants(self) -> tuple[Grant, ...]:
        """The roles alone."""
        return tuple(each.grant for each in self.held)

    @property
    def version(self) -> str:
        """What changes whenever something is done about the person: nobody acts on what is no more."""
        told = (self.name, self.email, self.disabled_at, self.has_password, self.held, self.invitation)
        return sha256(repr(told).encode()).hexdigest()[:16]

    def standing(self, now: datetime) -> Standing:
        """Whether the person can come in now."""
        if self.disabled_at is not None:
            return Standing.SHUT_OUT
        if self.has_password:
            return Standing.IN
        if self.invitation is None:
            return Standing.NO_CODE
        if not self.invitation.holds(now):
            return Standing.OUTLIVED
        return Standing.RESET if self.invitation.purpose is Purpose.RESET else Standing.INVITED


@dataclass(frozen=True, slots=True)
class Trace:
    """What an administrator is told of an account's use: the last sign-in, and how many phones send."""

    last_sign_in: datetime | None = None
    phones: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody as they are sought by."""

    id: str
    name: str
    email: str
    has_password: bool
    disabled: bool


def matches(line: Line, words: str) -> bool:
    """Whether every word that is sought stands in the name or the address, in any case."""
    text = f"{line.name} {line.email}".casefold()
    return all(word in text for word in words.casefold().split())
