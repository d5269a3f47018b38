"""Places that turned out to be doubles: what was said of one is said of the place that it is."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from logger.domain.activities import Activity
from logger.domain.places import Places, id_now
from logger.domain.pledges import Rule


def at_places_now(activities: Iterable[Activity], places: Places) -> Iterable[Activity]:
    """The activities at the places that they were at, by the ids that those go by now."""
    if not any(place.former for place in places.values()):
        return activities
    return map(partial(at_place_now, places=places), activities)


def at_place_now(activity: Activity, places: Places) -> Activity:
    """The same of one activity."""
    if activity.place is None or (now := id_now(activity.place, places)) == activity.place:
        return activity
    return replace(activity, place=now)


def with_former_ids(rule: Rule, places: Places) -> Rule:
    """The rule with every id that its places go by or went by: whoever looks for one by any id finds it."""
    return replace(
        rule,
        places=tuple(dict.fromkeys(each for named in rule.places for each in _ids_of(named, places))),
        any_of=tuple(with_former_ids(each, places) for each in rule.any_of),
        excluded=None if rule.excluded is None else with_former_ids(rule.excluded, places),
    )


def _ids_of(place_id: str, places: Places) -> tuple[str, ...]:
    place = places.get(place_id)
    return (place_id,) if place is None else (place.id, *place.former)
