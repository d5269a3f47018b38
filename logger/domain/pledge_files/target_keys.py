"""The kinds of target and the keys that each of them may have in a pledge file."""

from enum import StrEnum


class Kind(StrEnum):
    """The kinds of target, as written."""

    COUNT = "count"
    SUM = "sum"
    HOURS = "hours"
    COVERAGE = "coverage"
    MILESTONE = "milestone"
    INCREASE = "increase"
    ONGOING = "ongoing"
    REPORTED = "reported"


class CountUnit(StrEnum):
    """What a count may count instead of occasions."""

    DAY = "day"
    PLACE = "place"


class CountedAs(StrEnum):
    """What hours may be counted as instead of presence."""

    PERSON = "person"


class JudgedAs(StrEnum):
    """How a target with periods may be judged instead of each period by itself."""

    AVERAGE = "average"


_OF_EVERY_KIND = ("kind", "pauses")
_OF_ACTIVITIES = (*_OF_EVERY_KIND, "in_addition_to")
KEYS = {
    Kind.COUNT: (*_OF_ACTIVITIES, "at_least", "per", "judged", "revisions", "unit"),
    Kind.SUM: (*_OF_ACTIVITIES, "at_least", "per", "judged", "revisions", "counter"),
    Kind.HOURS: (*_OF_ACTIVITIES, "at_least", "per", "judged", "revisions", "hours_as"),
    Kind.COVERAGE: (*_OF_ACTIVITIES, "at_least", "per"),
    Kind.MILESTONE: _OF_ACTIVITIES,
    Kind.INCREASE: (*_OF_ACTIVITIES, "baseline"),
    Kind.ONGOING: _OF_ACTIVITIES,
    Kind.REPORTED: (*_OF_EVERY_KIND, "at_least"),
}
EVERY_KEY = tuple(dict.fromkeys(key for keys in KEYS.values() for key in keys))
