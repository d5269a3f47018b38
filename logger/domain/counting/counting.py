"""Whether an activity counts for a commitment, and if not, why not."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from logger.domain.activities import Activity, Outcome
from logger.domain.counting.presence import clip
from logger.domain.counting.windows import Interval, inside, rule_date
from logger.domain.periods import ONE_DAY, Days, instant_of
from logger.domain.places import Places
from logger.domain.pledges import Commitment, Rule
from logger.domain.targets import Hours, Reported


class Reason(StrEnum):
    """Why an activity does not count: the condition that does not hold."""

    VOIDED = "voided"
    INTERRUPTED = "interrupted"
    OTHER_TYPE = "other_type"
    OTHER_FOCUS = "other_focus"
    OTHER_PERFORMER = "other_performer"
    NOT_JOINT = "not_joint"
    NOT_TARGETED = "not_targeted"
    TOO_FEW_PEOPLE = "too_few_people"
    TOO_SHORT = "too_short"
    OTHER_PLACE = "other_place"
    OTHER_PLACE_KIND = "other_place_kind"
    NOT_FLAGGED = "not_flagged"
    NO_ALTERNATIVE = "no_alternative"
    EXCEPTED = "excepted"
    OUTSIDE_WINDOWS = "outside_windows"
    OUTSIDE_VALIDITY = "outside_validity"
    NO_END = "no_end"
    NUMBER_REPORTED = "number_reported"


@dataclass(frozen=True, slots=True)
class Counts:
    """It counts, on this date."""

    rule_date: date


@dataclass(frozen=True, slots=True)
class DoesNot:
    """It does not count; the first condition that does not hold."""

    reason: Reason


Verdict = Counts | DoesNot
Condition = tuple[Reason, Callable[[Activity, Places], bool]]


def verdict(commitment: Commitment, activity: Activity, places: Places) -> Verdict:
    """Whether the activity counts for the commitment over its validity, and if not, why not.

    One activity is judged by itself: what `in_addition_to` uses up depends on all the others and is decided
    where they are counted together (`occasions`).
    """
    return judge(commitment, places)(activity)


def judge(commitment: Commitment, places: Places) -> Callable[[Activity], Verdict]:
    """The verdict on any activity, for judging many of them."""
    required = conditions(commitment.counts)
    match commitment.target:
        case Reported():
            return lambda _: DoesNot(Reason.NUMBER_REPORTED)
        case Hours():
            return lambda activity: _as_presence(commitment, required, activity, places)
        case _:
            return lambda activity: _as_occasion(commitment, required, activity, places)


def unmet(rule: Rule, activity: Activity, places: Places) -> Reason | None:
    """The first condition of the rule, its time keys aside, that the activity does not meet."""
    return first_unmet(conditions(rule), activity, places)


def first_unmet(required: Iterable[Condition], activity: Activity, places: Places) -> Reason | None:
    """The same of a rule's conditions, for judging many activities."""
    for reason, holds in required:
        if not holds(activity, places):
            return reason
    return None


def attended(rule: Rule, activity: Activity, days: Days) -> list[Interval]:
    """The activity's time inside the rule's windows on these local days; none without an end."""
    if activity.ended_at is None:
        return []
    bounds = instant_of(days.first), instant_of(days.last + ONE_DAY)
    clipped = clip((activity.started_at, activity.ended_at), bounds)
    return list(inside(rule, clipped)) if clipped else []


@lru_cache(maxsize=1024)
def conditions(rule: Rule) -> tuple[Condition, ...]:
    """The conditions that the rule gives, in the order of its description, each with its reason."""
    return (*_what(rule), *_who(rule), *_where(rule), *_nested(rule))


def _as_occasion(
    commitment: Commitment, required: Iterable[Condition], activity: Activity, places: Places
) -> Verdict:
    if activity.voided:
        return DoesNot(Reason.VOIDED)
    if activity.outcome is Outcome.INTERRUPTED:
        return DoesNot(Reason.INTERRUPTED)
    if reason := first_unmet(required, activity, places):
        return DoesNot(reason)
    day = rule_date(commitment.counts, activity)
    if day is None:
        return DoesNot(Reason.OUTSIDE_WINDOWS)
    return Counts(day) if day in commitment.valid else DoesNot(Reason.OUTSIDE_VALIDITY)


def _as_presence(
    commitment: Commitment, required: Iterable[Condition], activity: Activity, places: Places
) -> Verdict:
    if activity.voided:
        return DoesNot(Reason.VOIDED)
    if reason := first_unmet(required, activity, places):
        return DoesNot(reason)
    if activity.ended_at is None:
        return DoesNot(Reason.NO_END)
    if attended(commitment.counts, activity, commitment.valid):
        return Counts(rule_date(commitment.counts, activity) or activity.local_date)
    outside_windows = not any(inside(commitment.counts, (activity.started_at, activity.ended_at)))
    return DoesNot(Reason.OUTSIDE_WINDOWS if outside_windows else Reason.OUTSIDE_VALIDITY)


def _what(rule: Rule) -> Iterator[Condition]:
    if rule.types:
        yield Reason.OTHER_TYPE, lambda activity, _: activity.type in rule.types
    if rule.focus:
        yield Reason.OTHER_FOCUS, lambda activity, _: not activity.focus.isdisjoint(rule.focus)
    if rule.targeted:
        yield Reason.NOT_TARGETED, lambda activity, _: activity.targeted
    if rule.min_minutes is not None:
        least = timedelta(minutes=rule.min_minutes)
        yield Reason.TOO_SHORT, lambda activity, _: (activity.duration or timedelta.min) >= least


def _who(rule: Rule) -> Iterator[Condition]:
    performers = rule.performed_by
    if performers:
        yield Reason.OTHER_PERFORMER, lambda activity, _: not activity.organisations.isdisjoint(performers)
    if rule.jointly:
        yield Reason.NOT_JOINT, lambda activity, _: activity.organisations.issuperset(rule.jointly)
    if rule.min_people is not None:
        least = rule.min_people
        yield Reason.TOO_FEW_PEOPLE, lambda activity, _: activity.people >= least


def _where(rule: Rule) -> Iterator[Condition]:
    if rule.places:
        yield Reason.OTHER_PLACE, lambda activity, places: _is_at(activity, places, rule.places)
    if rule.place_kinds:
        yield Reason.OTHER_PLACE_KIND, lambda activity, places: _has_kind(activity, places, rule.place_kinds)
    if rule.flagged:
        yield Reason.NOT_FLAGGED, _was_flagged


def _nested(rule: Rule) -> Iterator[Condition]:
    if rule.any_of:
        options = [conditions(option) for option in rule.any_of]
        yield (
            Reason.NO_ALTERNATIVE,
            lambda activity, places: any(first_unmet(each, activity, places) is None for each in options),
        )
    if rule.excluded is not None:
        excluded = conditions(rule.excluded)
        yield Reason.EXCEPTED, lambda activity, places: first_unmet(excluded, activity, places) is not None


def _is_at(activity: Activity, places: Places, ids: tuple[str, ...]) -> bool:
    if activity.place in ids:
        return True
    place = places.get(activity.place or "")
    return place is not None and place.is_among(ids)


def _has_kind(activity: Activity, places: Places, kinds: tuple[str, ...]) -> bool:
    place = places.get(activity.place or "")
    return place is not None and not place.kinds.isdisjoint(kinds)


def _was_flagged(activity: Activity, places: Places) -> bool:
    place = places.get(activity.place or "")
    return place is not None and place.flagged_on(activity.local_date)
