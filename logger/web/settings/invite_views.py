"""Inviting as its pages print it: the form for somebody new, and the code that is shown once."""

from collections.abc import Mapping
from dataclasses import dataclass

from logger.domain.people.invitations import MadeCode, Purpose
from logger.domain.periods import local_date
from logger.services.people.people_list import Inviting
from logger.web.dates import clock, weekday_date
from logger.web.own_addresses import site_address
from logger.web.settings.role_words import Choice, RoleForm, organisation_name, role_form
from logger.web.settings.word_views import Told


@dataclass(frozen=True, slots=True)
class InvitePage:
    """The form for somebody new, as it was typed."""

    typed: Mapping[str, str]
    organisations: tuple[Choice, ...]
    roles: RoleForm
    told: Told


@dataclass(frozen=True, slots=True)
class CodePage:
    """A code that is shown this once, and what whoever gets it must know."""

    code: str
    name: str
    email: str
    address: str
    until: str
    reset: bool
    back: str


def invite_page(choosing: Inviting, typed: Mapping[str, str], told: Told) -> InvitePage:
    """The form for somebody new."""
    chosen = typed.get("organisation", "")
    organisations = choosing.organisations
    return InvitePage(
        typed=typed,
        organisations=tuple(
            Choice(c, organisation_name(organisations, c), c == chosen) for c in organisations
        ),
        roles=role_form(choosing.gives, choosing.where, typed),
        told=told,
    )


def code_page(made: MadeCode, back: str) -> CodePage:
    """The code with all that belongs to it."""
    until = local_date(made.expires_at)
    return CodePage(
        code=made.text,
        name=made.name,
        email=made.email,
        address=f"{site_address()}/kod",
        until=f"{weekday_date(until)} {clock(made.expires_at)}",
        reset=made.purpose is Purpose.RESET,
        back=back,
    )
