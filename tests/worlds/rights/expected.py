"""Who comes to the doors, and what each of them is answered there."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.worlds.town import EVERYBODY

SIGNED_OUT = ("anonymous", "disabled", "expired")
OFFICERS = ("officer", "colleague", "worker")
OVERVIEW = ("coordinator", "town coordinator", "chief", "token")
OF_OURS = (*OFFICERS, *OVERVIEW)
DECIDERS = ("coordinator", "town coordinator", "chief")
THOSE_WHO_LOG = (*OFFICERS, *DECIDERS[:2], "foreign officer", "foreign coordinator")
STRANGERS = ("administrator", "foreign officer", "foreign coordinator", "foreign token")
WITH_TOKENS = ("token", "foreign token")
PEOPLE_SIGNED_IN = (*OFFICERS, *DECIDERS, *STRANGERS[:3])


@dataclass(frozen=True)
class Expected:
    """What each person is answered: one status for all, but for the named."""

    all: int
    but: Mapping[str, int] = field(default_factory=dict)

    def of(self, who: str) -> int:
        return self.but.get(who, self.all)


def everybody(status: int) -> Expected:
    return Expected(status)


def only(allowed: tuple[str, ...], *, signed_out: int, status: int = 200, others: int = 404) -> Expected:
    """Those who may get in; the signed out are led to sign in; to all others it does not exist."""
    return Expected(others, dict.fromkeys(allowed, status) | dict.fromkeys(SIGNED_OUT, signed_out))


def program(allowed: tuple[str, ...] = OF_OURS, *, status: int = 200) -> Expected:
    return only(allowed, signed_out=401, status=status)


def misshapen(*besides: str) -> Expected:
    """Whoever is signed in, and those besides, is told what is wrong with the body."""
    heard = only(EVERYBODY[1:], signed_out=401, status=400)
    return Expected(heard.all, {**heard.but, **dict.fromkeys(besides, 400)})


def page(allowed: tuple[str, ...] = OF_OURS, *, status: int = 200) -> Expected:
    """A page is for people: a program with a key is led to sign in like anybody signed out."""
    of_people = only(allowed, signed_out=303, status=status)
    return Expected(of_people.all, {**of_people.but, **dict.fromkeys(WITH_TOKENS, 303)})


def correcting(*readers: str) -> Expected:
    """For the municipality's coordinators; those who may only read are told so."""
    of_coordinators = page(("coordinator", "town coordinator"))
    return Expected(of_coordinators.all, {**of_coordinators.but, **dict.fromkeys(readers, 403)})


def correcting_nothing(*readers: str) -> Expected:
    """What is not there is told so to those who may write; those who only read are stopped before."""
    return Expected(404, {**page(()).but, **dict.fromkeys(readers, 403)})


def writing_pledges(*readers: str) -> Expected:
    """The same for those who write pledges, and those who read what is being written."""
    return correcting(*readers)


def inviting() -> Expected:
    """For those who coordinate and administrators; a chief, who gives roles alone, is told so."""
    inviters = page(("coordinator", "town coordinator", "foreign coordinator", "administrator"))
    return Expected(inviters.all, {**inviters.but, "chief": 403})
