"""Who acts: roles, the grants that give them a reach, and the principal that deeds are asked by."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Role(StrEnum):
    """What a person is here for; the words of the rights table."""

    OFFICER = "officer"
    MUNICIPAL_WORKER = "municipal_worker"
    COORDINATOR = "coordinator"
    DISTRICT_CHIEF = "district_chief"
    ADMINISTRATOR = "administrator"


ROLE_WORDS: dict[Role, str] = {
    Role.OFFICER: "Polis i yttre tjänst",
    Role.MUNICIPAL_WORKER: "Fältarbetare i kommunen",
    Role.COORDINATOR: "Samordnare",
    Role.DISTRICT_CHIEF: "Lokalpolisområdeschef",
    Role.ADMINISTRATOR: "Administratör",
}


@dataclass(frozen=True)
class Grant:
    """A role within one municipality, one district, or (both absent) the installation.

    `covers` are the codes of the municipalities that a district grant reaches, filled in by the store.
    """

    role: Role
    municipality: str | None = None
    district: str | None = None
    covers: frozenset[str] = frozenset()

    def reaches(self, municipality: str) -> bool:
        """Whether the grant's role is held in the municipality with this code."""
        return municipality == self.municipality or municipality in self.covers


@dataclass(frozen=True)
class Principal:
    """A signed-in user or a machine's token, with everything that decides what it may do.

    `user_id` is the user's id, or the token's; `municipalities` are the codes that any grant reaches,
    in the order of their names.
    """

    user_id: str
    name: str
    organisation: str
    grants: tuple[Grant, ...]
    municipalities: tuple[str, ...]
    kind: Literal["user", "token"] = "user"

    def roles_in(self, municipality: str) -> frozenset[Role]:
        """The roles held in one municipality."""
        return frozenset(grant.role for grant in self.grants if grant.reaches(municipality))

    @property
    def roles(self) -> frozenset[Role]:
        """All roles held anywhere."""
        return frozenset(grant.role for grant in self.grants)


@dataclass(frozen=True)
class Colleague:
    """A person of the same organisation and district, as the phone names them."""

    id: str
    name: str


@dataclass(frozen=True)
class Municipality:
    """A municipality by its SCB code, with its slug in public addresses and its district's id."""

    code: str
    name: str
    slug: str
    district: str
