"""What somebody is called and signs in with, as it was typed, and what is wrong with it."""

import re
from dataclasses import dataclass

from logger.domain.people.people import Grant
from logger.domain.said import Said

LONGEST_NAME, LONGEST_EMAIL = 120, 254
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


@dataclass(frozen=True, slots=True)
class Details:
    """What somebody who is there is to be called, and the address to sign in with."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody to be invited: as `Details`, with whom they work for and a first role."""

    name: str
    email: str
    organisation: str
    grant: Grant


def details_fault(new: Details | NewPerson) -> dict[str, str]:
    """What is wrong with name and address, in Swedish by field; empty for nothing."""
    faults: dict[str, str] = {}
    if not new.name:
        faults["name"] = "Skriv vad personen heter."
    elif len(new.name) > LONGEST_NAME:
        faults["name"] = Said("Högst {0} tecken.", LONGEST_NAME)
    if not _EMAIL.fullmatch(new.email) or len(new.email) > LONGEST_EMAIL:
        faults["email"] = "Skriv en e-postadress, till exempel namn@polisen.se."
    return faults
