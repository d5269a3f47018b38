"""Which logged activity may be the one that was planned: the product proposes, a person confirms."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

from logger.domain.activities import Activity, Outcome
from logger.domain.periods import Days
from logger.domain.places import Places, id_now
from logger.domain.planning.plans import Key, Planned

GRACE = timedelta(days=3)
"""So long beside its days a thing may have been done: half a week, so that no two weeks want the same."""


def proposals(
    planned: Iterable[Planned],
    activities: Iterable[Activity],
    places: Places,
    taken: Collection[str] = (),
) -> Mapping[Key, Activity]:
    """For each time that nothing has become of, the activity that fits it best; each activity but once.

    Those on the right days come before those just beside them, and what was to be done first before the rest.
    `taken` are the ids of activities that are confirmed for another time.
    """
    free = [each for each in activities if each.id not in taken]
    pairs = [
        (_days_beside(each.occurrence.days, activity.local_date), each, activity)
        for each in planned
        if each.outcome is None
        for activity in free
        if fits(each, activity, places)
    ]
    pairs.sort(key=lambda pair: (pair[0], pair[1].occurrence.days.last, pair[1].key, pair[2].started_at))
    found: dict[Key, Activity] = {}
    used: set[str] = set()
    for _, each, activity in pairs:
        if each.key not in found and activity.id not in used:
            found[each.key] = activity
            used.add(activity.id)
    return found


def fits(planned: Planned, activity: Activity, places: Places) -> bool:
    """Whether the activity may be what was planned: its type, performer and place, on about those days.

    Whichever of its ids a place was named by, then or now, it is the same place.
    """
    item, days = planned.item, planned.occurrence.days
    return (
        item.type == activity.type
        and item.organisation in activity.organisations
        and (item.place is None or _is_there(item.place, activity.place, places))
        and not activity.voided
        and activity.outcome is Outcome.COMPLETED
        and days.first <= activity.local_date + GRACE
        and activity.local_date - GRACE <= days.last
    )


def _is_there(planned: str, place: str | None, places: Places) -> bool:
    return place is not None and id_now(planned, places) == id_now(place, places)


def _days_beside(days: Days, day: date) -> int:
    return 0 if day in days else min(abs((day - days.first).days), abs((day - days.last).days))
