"""Codes by which whoever is invited, or lost a password, chooses one: how they read, how long they hold.

Twelve letters and digits of Crockford's alphabet are 60 bits; signs that look alike are read as one.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 12
LASTS = timedelta(days=7)

_GROUP = 4
_MEANT = str.maketrans({"O": "0", "I": "1", "L": "1"})


class Purpose(StrEnum):
    """Why a code was made: somebody is to come for the first time, or lost the password."""

    INVITE = "invite"
    RESET = "reset"


@dataclass(frozen=True, slots=True)
class Invitation:
    """A code that somebody has been given and not used yet."""

    purpose: Purpose
    created_at: datetime
    expires_at: datetime

    def holds(self, now: datetime) -> bool:
        """Whether it still opens."""
        return now < self.expires_at


@dataclass(frozen=True, slots=True)
class MadeCode:
    """A code just made, which is shown once; `text` is how it is read aloud and typed."""

    text: str = field(repr=False)
    purpose: Purpose
    name: str
    email: str
    expires_at: datetime


def grouped(code: str) -> str:
    """As it is written: K7QM-2XFD-9RTA."""
    return "-".join(code[at : at + _GROUP] for at in range(0, len(code), _GROUP))


def as_typed(text: str) -> str:
    """The code that somebody meant: in any case, with or without dashes, O for 0 and I or L for 1."""
    bare = "".join(char for char in text.upper() if char.isascii() and char.isalnum())
    return bare.translate(_MEANT)
