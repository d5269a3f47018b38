"""Which roles go together with which organisation, over what each is held, and with which other roles."""

from collections.abc import Collection

from logger.domain.people.parties import POLICE
from logger.domain.people.people import Grant, Role

_OF_THE_POLICE = frozenset({Role.OFFICER, Role.DISTRICT_CHIEF})


def role_fault(grant: Grant, organisation: str) -> dict[str, str]:
    """What is wrong with a role for somebody of this organisation, in Swedish by field; empty for nothing."""
    if grant.role in _OF_THE_POLICE and organisation != POLICE:
        return {"role": "Rollen är bara för Polisens egna."}
    if grant.role is Role.MUNICIPAL_WORKER and organisation == POLICE:
        return {"role": "Rollen är inte för Polisens egna."}
    where = _place_fault(grant)
    return {"where": where} if where else {}


def beside_fault(grant: Grant, held: Collection[Grant]) -> dict[str, str]:
    """What is wrong with a role beside those that somebody holds already."""
    if any((each.role, each.municipality, each.district) == _key(grant) for each in held):
        return {"role": "Personen har redan den rollen där."}
    roles = {each.role for each in held}
    if roles and (grant.role is Role.ADMINISTRATOR) is not (Role.ADMINISTRATOR in roles):
        # Whoever keeps people sees nothing of what they log.
        return {"role": "En administratör har inga andra roller."}
    return {}


def _key(grant: Grant) -> tuple[Role, str | None, str | None]:
    return grant.role, grant.municipality, grant.district


def _place_fault(grant: Grant) -> str:
    in_town, in_district = grant.municipality is not None, grant.district is not None
    match grant.role:
        case Role.ADMINISTRATOR:
            return "En administratör har hela installationen." if in_town or in_district else ""
        case Role.DISTRICT_CHIEF:
            return "" if in_district and not in_town else "Välj ett lokalpolisområde."
        case Role.OFFICER:
            return "" if in_town is not in_district else "Välj en kommun eller ett lokalpolisområde."
        case Role.MUNICIPAL_WORKER | Role.COORDINATOR:
            return "" if in_town and not in_district else "Välj en kommun."
