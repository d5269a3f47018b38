"""A filter of activities as the store is asked: as far as its asker may read, by every id of a place."""

from dataclasses import replace

from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Reach, Resource, reach
from logger.domain.places import Places
from logger.domain.records import ActivityFilter, Sought


def as_asked(
    principal: Principal,
    municipality: str,
    wanted: ActivityFilter,
    sought: tuple[Sought, ...],
    listed: Places,
) -> ActivityFilter:
    """The filter with what was searched for, a place's former ids, and one's own entries alone for some."""
    wanted = replace(wanted, sought=sought)
    if reach(principal, Action.READ, Resource.ACTIVITY, municipality) is Reach.OWN:
        wanted = replace(wanted, author=principal.user_id)
    if (place := listed.get(wanted.place or "")) is not None:
        wanted = replace(wanted, place=place.id, former=place.former)
    return wanted
