"""The measurability coach: what a commitment comes to, and what will keep it from being judged."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from logger.domain.drafting.pledge_warnings import (
    NO_BASELINE,
    NO_ELIGIBLE_DAY,
    NO_PLACES,
    NO_REASON,
    NO_WHOLE_PERIOD,
    warnings_of,
)
from logger.domain.drafting.wording_hints import says_more
from logger.domain.periods import Per, calendar_periods
from logger.domain.places import Places
from logger.domain.pledges import Commitment, Rule
from logger.domain.progress.judging import goal_of, scorable
from logger.domain.targets import (
    Amount,
    Count,
    EachPeriod,
    Hours,
    InTotal,
    Milestone,
    Ongoing,
    Reported,
    Sum,
)
from logger.domain.terms import Vocabulary


class Snag(StrEnum):
    """Something that a coordinator should see before signing."""

    NO_BASELINE = "no_baseline"
    SAYS_MORE = "says_more"
    NO_WHOLE_PERIOD = "no_whole_period"
    NO_ELIGIBLE_DAY = "no_eligible_day"
    NO_PLACES = "no_places"
    NO_SUCH_PLACE = "no_such_place"
    NO_TYPE_HAS_FOCUS = "no_type_has_focus"
    NO_TYPE_HAS_COUNTER = "no_type_has_counter"
    EXCEPTS_ALL = "excepts_all"
    COUNTS_EVERYTHING = "counts_everything"
    COUNTS_ALL_OF_SOME = "counts_all_of_some"
    NO_REASON = "no_reason"
    FIRST_OUT_OF_REACH = "first_out_of_reach"


@dataclass(frozen=True, slots=True)
class EveryPeriod:
    """So many whole periods are judged, and that is the goals of all of them together (hours in seconds)."""

    per: Per
    periods: int
    whole: int


@dataclass(frozen=True, slots=True)
class OverTime:
    """The goal spread over the validity: so many days, and so much to reach."""

    days: int
    at_least: Amount


Scale = EveryPeriod | OverTime

_OF_WARNINGS = {
    NO_BASELINE: Snag.NO_BASELINE,
    NO_ELIGIBLE_DAY: Snag.NO_ELIGIBLE_DAY,
    NO_WHOLE_PERIOD: Snag.NO_WHOLE_PERIOD,
    NO_PLACES: Snag.NO_PLACES,
    NO_REASON: Snag.NO_REASON,
}


def scale_of(commitment: Commitment) -> Scale | None:
    """What the goal comes to over the validity; None where there is no number to reach."""
    match commitment.target:
        case Count(goal=goal, judged=EachPeriod(per=per)) | Sum(goal=goal, judged=EachPeriod(per=per)):
            pass
        case Hours(goal=goal, judged=EachPeriod(per=per)):
            pass
        case Count(goal=goal, judged=InTotal()) | Sum(goal=goal, judged=InTotal()):
            return OverTime(len(commitment.valid), goal.on(commitment.valid.last))
        case _:
            return None
    every = calendar_periods(per, commitment.valid, commitment.counts.seasons)
    whole = [each for each in every if scorable(commitment, per, each)]
    return EveryPeriod(per, len(whole), sum(goal_of(commitment, goal, each) for each in whole))


def snags(commitment: Commitment, words: Vocabulary, places: Places) -> list[Snag]:
    """What should be seen: what can never be judged, what counts nothing, what is vague."""
    found = [_OF_WARNINGS[each] for each in warnings_of(commitment, places)]
    found += _matches_nothing(commitment, words, places)
    if says_more(commitment.wording) and isinstance(commitment.target, Ongoing):
        found.append(Snag.SAYS_MORE)
    found += _counts_too_much(commitment)
    if _first_is_out_of_reach(commitment):
        found.append(Snag.FIRST_OUT_OF_REACH)
    return list(dict.fromkeys(found))


def _counts_too_much(commitment: Commitment) -> Iterator[Snag]:
    """A rule that asks for nothing, or for nothing but who: presence alone is meant so."""
    rule, target = commitment.counts, commitment.target
    if rule == Rule():
        if not isinstance(target, Reported | Milestone):
            yield Snag.COUNTS_EVERYTHING
    elif rule == Rule(performed_by=rule.performed_by) and not isinstance(target, Reported | Hours):
        yield Snag.COUNTS_ALL_OF_SOME


def _first_is_out_of_reach(commitment: Commitment) -> bool:
    """Whether each period is to have a follow-up: one is approved when it is over, so none in the first."""
    match commitment.target:
        case Count(judged=EachPeriod(per=per)) if commitment.counts.types == ("follow_up",):
            first = next(calendar_periods(per, commitment.valid, commitment.counts.seasons))
            rests = any(pause.days.touches(first) for pause in commitment.pauses)
            return scorable(commitment, per, first) and not rests
        case _:
            return False


def _matches_nothing(commitment: Commitment, words: Vocabulary, places: Places) -> Iterator[Snag]:
    rule = commitment.counts
    types = [words.types[code] for code in rule.types if code in words.types]
    if types and rule.focus:
        offered = {focus.code for each in types for focus in each.focuses}
        if offered.isdisjoint(rule.focus):
            yield Snag.NO_TYPE_HAS_FOCUS
    if types and isinstance(commitment.target, Sum):
        counted = {counter.code for each in types for counter in each.counters}
        if commitment.target.counter not in counted:
            yield Snag.NO_TYPE_HAS_COUNTER
    if (rule.places or rule.place_kinds or rule.flagged) and not _any_place(commitment, places):
        yield Snag.NO_SUCH_PLACE
    if rule.excluded is not None and rule.excluded in (Rule(), Rule(types=rule.types)):
        yield Snag.EXCEPTS_ALL


def _any_place(commitment: Commitment, places: Places) -> bool:
    rule = commitment.counts
    return any(
        (not rule.places or place.id in rule.places)
        and (not rule.place_kinds or not place.kinds.isdisjoint(rule.place_kinds))
        and (not rule.flagged or place.flagged_in(commitment.valid))
        for place in places.values()
    )
