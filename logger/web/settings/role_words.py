"""Roles and what they are held over, in words and as forms choose them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from logger.domain.people.people import ROLE_WORDS, Grant, Role
from logger.domain.terms import Term
from logger.services.people.people_list import Where
from logger.web.texts import spoken, t
from logger.web.words import capital

TOWN, DISTRICT = "kommun-", "omrade-"
EVERYWHERE = "allt"


@dataclass(frozen=True, slots=True)
class Choice:
    """What may be chosen from a list."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class RoleForm:
    """What may be chosen of roles and of what they are over."""

    roles: tuple[Choice, ...]
    places: tuple[Choice, ...]


def role_in_words(grant: Grant, where: Where) -> str:
    """A role with what it is held over: "Samordnare · Lekeberg"."""
    return " · ".join(filter(None, (t(ROLE_WORDS[grant.role]), place_name(grant, where))))


def place_name(grant: Grant, where: Where) -> str:
    """What the role is held over; empty for the whole installation."""
    if grant.municipality is not None:
        return where.municipalities[grant.municipality].name
    return where.districts[grant.district] if grant.district is not None else ""


def role_form(grants: Iterable[Grant], where: Where, typed: Mapping[str, str]) -> RoleForm:
    """What a form offers of the grants, as it was typed."""
    offered = tuple(grants)
    return RoleForm(
        _role_choices(offered, typed.get("role", "")),
        _place_choices(offered, where, typed.get("where", "")),
    )


def organisation_name(organisations: Mapping[str, Term], code: str) -> str:
    """What an organisation is called."""
    return capital(organisations[code].bare(spoken())) if code in organisations else code


def _role_choices(grants: Iterable[Grant], chosen: str) -> tuple[Choice, ...]:
    roles = dict.fromkeys(each.role for each in grants)
    return tuple(Choice(role.value, t(ROLE_WORDS[role]), role.value == chosen) for role in roles)


def _place_choices(grants: Iterable[Grant], where: Where, chosen: str) -> tuple[Choice, ...]:
    named = {_value(each): place_name(each, where) or t("Hela installationen") for each in grants}
    return tuple(Choice(value, text, value == chosen) for value, text in named.items())


def grant_typed(typed: Mapping[str, str]) -> Grant | None:
    """The role as a form says it; None for what no form of ours says."""
    role, where = typed.get("role", ""), typed.get("where", "")
    if role not in set(Role):
        return None
    if where.startswith(TOWN):
        return Grant(Role(role), municipality=where.removeprefix(TOWN))
    if where.startswith(DISTRICT):
        return Grant(Role(role), district=where.removeprefix(DISTRICT))
    return Grant(Role(role)) if where == EVERYWHERE else None


def _value(grant: Grant) -> str:
    if grant.municipality is not None:
        return TOWN + grant.municipality
    return DISTRICT + grant.district if grant.district is not None else EVERYWHERE
