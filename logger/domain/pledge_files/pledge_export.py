"""A pledge as plain data in the form of the pledge file."""

from decimal import Decimal
from typing import Any, assert_never

from logger.domain.periods import Days, Season
from logger.domain.pledge_files.rule_file import WEEKDAYS
from logger.domain.pledges import Commitment, FocusArea, Pledge, Rule
from logger.domain.targets import (
    Amount,
    Count,
    Coverage,
    EachPeriod,
    Goal,
    Hours,
    HoursAs,
    Increase,
    InTotal,
    Judged,
    Milestone,
    OnAverage,
    Ongoing,
    Pause,
    Reported,
    Revision,
    Sum,
    Target,
    Unit,
    kind_of,
)

Document = dict[str, Any]


def pledge_document(pledge: Pledge) -> Document:
    """The pledge as a file says it: what is not given is left out. Reading it gives the same pledge."""
    return _given(
        format=1,
        municipality=pledge.municipality,
        local_police_district=pledge.local_police_district,
        title=pledge.title,
        valid=_days(pledge.valid),
        signed=pledge.signed and pledge.signed.isoformat(),
        parties=list(pledge.parties),
        focus_areas=[_area(area, pledge) for area in pledge.focus_areas],
    )


def rule_document(rule: Rule) -> Document:
    """The value of `counts` for the rule."""
    return _given(
        types=list(rule.types),
        focus=list(rule.focus),
        performed_by=list(rule.performed_by),
        jointly=list(rule.jointly),
        targeted=rule.targeted,
        min_people=rule.min_people,
        min_minutes=rule.min_minutes,
        places=list(rule.places),
        place_kinds=list(rule.place_kinds),
        flagged=rule.flagged,
        any_of=[rule_document(option) for option in rule.any_of],
        weekdays=[WEEKDAYS[day] for day in rule.weekdays],
        clock=rule.clock and {"from": f"{rule.clock.opens:%H:%M}", "to": f"{rule.clock.closes:%H:%M}"},
        seasons=[_season(season) for season in rule.seasons],
    ) | ({} if rule.excluded is None else {"except": rule_document(rule.excluded)})


def target_document(commitment: Commitment) -> Document:
    """The value of `target` for the commitment, with its pauses and what it is in addition to."""
    return {
        "kind": kind_of(commitment.target),
        **_of_kind(commitment.target),
        **_given(
            in_addition_to=commitment.in_addition_to,
            pauses=[_pause(pause) for pause in commitment.pauses],
        ),
    }


def _area(area: FocusArea, pledge: Pledge) -> Document:
    return {
        "name": area.name,
        "commitments": [_commitment(commitment, pledge) for commitment in area.commitments],
    }


def _commitment(commitment: Commitment, pledge: Pledge) -> Document:
    return _given(
        id=commitment.id,
        wording=commitment.wording,
        label=commitment.label,
        performers=list(commitment.performers),
        responsible=list(commitment.responsible),
        valid=None if commitment.valid == pledge.valid else _days(commitment.valid),
        counts=rule_document(commitment.counts),
        target=target_document(commitment),
    )


def _of_kind(target: Target) -> Document:
    match target:
        case Count(goal=goal, judged=judged, unit=unit):
            other = None if unit is Unit.OCCASION else str(unit)
            return _goal(goal) | _judged(judged) | _given(unit=other)
        case Sum(counter=counter, goal=goal, judged=judged):
            return {"counter": counter} | _goal(goal) | _judged(judged)
        case Hours(goal=goal, judged=judged, hours_as=hours_as):
            other = None if hours_as is HoursAs.PRESENCE else str(hours_as)
            return _goal(goal) | _judged(judged) | _given(hours_as=other)
        case Coverage(at_least=at_least, judged=judged):
            return {"at_least": at_least} | _judged(judged)
        case Increase(baseline=baseline):
            return {} if baseline is None else {"baseline": baseline}
        case Reported(at_least=at_least):
            return _given(at_least=at_least)
        case Milestone() | Ongoing():
            return {}
        case _:
            assert_never(target)


def _goal(goal: Goal) -> Document:
    revisions = [_revision(revision) for revision in goal.revisions]
    return {"at_least": _number(goal.at_least)} | _given(revisions=revisions)


def _revision(revision: Revision) -> Document:
    first, at_least = revision.first.isoformat(), _number(revision.at_least)
    return {"from": first, "at_least": at_least} | _given(reason=revision.reason)


def _pause(pause: Pause) -> Document:
    return _days(pause.days) | _given(reason=pause.reason)


def _judged(judged: Judged) -> Document:
    match judged:
        case InTotal():
            return {}
        case EachPeriod(per=per):
            return {"per": str(per)}
        case OnAverage(per=per):
            return {"per": str(per), "judged": "average"}
        case _:
            assert_never(judged)


def _days(days: Days) -> Document:
    return {"from": days.first.isoformat(), "to": days.last.isoformat()}


def _season(season: Season) -> Document:
    opens, closes = ("{:02}-{:02}".format(*bound) for bound in (season.opens, season.closes))
    return {"from": opens, "to": closes}


def _number(amount: Amount) -> int | float:
    """Amounts have at most fifteen digits in all, so that a float's shortest form is exact."""
    return float(amount) if isinstance(amount, Decimal) else amount


def _given(**values: Any) -> Document:
    return {key: value for key, value in values.items() if value or (value == 0 and value is not False)}
