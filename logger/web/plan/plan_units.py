"""A plan as one unit reads it: the rows that name it, in the words that its people use."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from logger.services.plan.plans import OpenedPlan
from logger.web.plan.plan_views import address_of
from logger.web.texts import t


@dataclass(frozen=True, slots=True)
class UnitWay:
    """A unit whose rows can be seen alone, or all of them."""

    text: str
    href: str
    current: bool
    swedish: bool


def units_of(opened: OpenedPlan) -> tuple[str, ...]:
    """The units that the plans name."""
    return tuple(sorted({item.unit for each in opened.performers for item in each.items if item.unit}))


def unit_ways(opened: OpenedPlan, chosen: str) -> Iterator[UnitWay]:
    """The ways to see one unit's rows, where units are named."""
    units, base = units_of(opened), f"{address_of(opened)}?ar={opened.year}"
    if units:
        yield UnitWay(t("Alla enheter"), base, not chosen, swedish=False)
    for unit in units:
        yield UnitWay(unit, f"{base}&{urlencode({'enhet': unit})}", unit == chosen, swedish=True)


def of_unit(opened: OpenedPlan, unit: str) -> OpenedPlan:
    """The plans with the rows of the unit alone; a performer that has none of them is left out."""
    plans = (
        replace(
            each,
            items=tuple(item for item in each.items if item.unit == unit),
            planned=tuple(time for time in each.planned if time.item.unit == unit),
            hidden=0,
            may_approve=False,
        )
        for each in opened.performers
    )
    return replace(opened, performers=tuple(each for each in plans if each.items))
