"""The two parties of a follow-up, and for which of them a person may approve."""

from logger.domain.people.people import Principal, Role

POLICE, MUNICIPALITY = "police", "municipality"
PARTIES = (POLICE, MUNICIPALITY)
"""Those who must approve, one person of each."""


def party_of(principal: Principal, municipality: str) -> str | None:
    """The party that the principal may approve for in the municipality; None for everybody else.

    The Police approve by the chief of the district, the municipality by a coordinator of its own.
    """
    if principal.kind != "user":
        return None
    roles = principal.roles_in(municipality)
    if Role.DISTRICT_CHIEF in roles and principal.organisation == POLICE:
        return POLICE
    if Role.COORDINATOR in roles and principal.organisation == MUNICIPALITY:
        return MUNICIPALITY
    return None
