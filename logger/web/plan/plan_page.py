"""The plans of a pledge as their page prints them: what is late, due and coming, then each year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from logger.domain.periods import local_date
from logger.domain.planning.plans import Planned
from logger.services.plan.plans import OpenedPlan, PerformerPlan
from logger.web.dates import long_date
from logger.web.figures import name_of
from logger.web.plan.due import due_of, lead
from logger.web.plan.plan_units import UnitWay, of_unit, unit_ways, units_of
from logger.web.plan.plan_views import ItemView, TimeView, address_of, item_view, time_view
from logger.web.plan.plan_words import HIDDEN, approved, terms_address, terms_words
from logger.web.texts import spoken, t

MOST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a list."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class TimesView:
    """Some times under a heading; `more` is how many are not shown."""

    id: str
    heading: str
    times: tuple[TimeView, ...]
    more: str


@dataclass(frozen=True, slots=True)
class PerformerView:
    """One performer's year."""

    code: str
    name: str
    symbol: str
    approved: str
    items: tuple[ItemView, ...]
    hidden: str
    sha256: str
    may_approve: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen for an item."""

    performers: tuple[Option, ...]
    types: tuple[Option, ...]
    places: tuple[Option, ...]
    commitments: tuple[Option, ...]
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The whole page."""

    title: str
    base: str
    year: int
    earlier: str
    later: str
    lead: str
    sections: tuple[TimesView, ...]
    performers: tuple[PerformerView, ...]
    edits: bool
    choices: Choices
    first: str
    last: str
    feed: str
    terms: str
    terms_address: str
    units: tuple[UnitWay, ...]
    unit: str


def plan_page(whole: OpenedPlan, today: date, asked: str = "") -> PlanPage:
    """The page in words, of all that is planned or, where a unit is asked for, of its rows."""
    unit = asked if asked in units_of(whole) else ""
    opened = of_unit(whole, unit) if unit else whole
    base = address_of(opened)
    due = due_of(opened.planned, today)
    reach = opened.stored.pledge.reach
    return PlanPage(
        title=t("Aktivitetsplan {0}", opened.year),
        base=base,
        year=opened.year,
        earlier=_year(opened, opened.year - 1),
        later=_year(opened, opened.year + 1),
        lead=lead(due),
        sections=(
            _times(opened, "sent", t("Sent"), due.late[::-1], today),
            _times(opened, "veckan", t("Den här veckan"), due.week, today),
            _times(opened, "pagar", t("Kan göras nu"), due.open, today),
            _times(opened, "kommande", t("Kommande"), due.coming, today),
        ),
        performers=tuple(_performer(opened, each, today) for each in opened.performers),
        edits=opened.edits,
        choices=choices_of(whole),
        first=max(reach.first, min(today, date(opened.year, 12, 31)), date(opened.year, 1, 1)).isoformat(),
        last=min(reach.last, date(opened.year, 12, 31)).isoformat(),
        feed=long_date(local_date(opened.feed_made_at)) if opened.feed_made_at else "",
        terms=terms_words(opened.terms),
        terms_address=terms_address(opened.stored.municipality),
        units=tuple(unit_ways(whole, unit)),
        unit=unit,
    )


def choices_of(opened: OpenedPlan) -> Choices:
    """What can be chosen for an item of this pledge."""
    words = opened.words
    mine = [each.organisation for each in opened.performers]
    others = [code for code in words.organisations if code not in mine]
    places = sorted(opened.places.values(), key=lambda each: each.name)
    return Choices(
        tuple(Option(code, _name(opened, code)) for code in (*mine, *others)),
        tuple(
            Option(each.code, each.title(spoken()))
            for each in words.types.values()
            if not each.made_by_product
        ),
        tuple(Option(each.id, each.name) for each in places),
        tuple(Option(each.id, name_of(each)) for each in opened.stored.pledge.commitments),
        units_of(opened),
    )


def _times(opened: OpenedPlan, name: str, heading: str, found: list[Planned], today: date) -> TimesView:
    rest = len(found) - MOST_SHOWN
    return TimesView(
        name,
        heading,
        tuple(time_view(opened, each, today) for each in found[:MOST_SHOWN]),
        t("{0} till. De står under varje rad i året.", rest) if rest > 0 else "",
    )


def _performer(opened: OpenedPlan, plan: PerformerPlan, today: date) -> PerformerView:
    symbol, sentence = approved(plan)
    return PerformerView(
        code=plan.organisation,
        name=_name(opened, plan.organisation),
        symbol=symbol,
        approved=sentence,
        items=tuple(
            item_view(opened, item, [each for each in plan.planned if each.item is item], today)
            for item in plan.items
        ),
        hidden=t("{0} visas bara inom den egna organisationen.", HIDDEN.of(plan.hidden))
        if plan.hidden
        else "",
        sha256=plan.sha256,
        may_approve=plan.may_approve
        and bool(plan.planned)
        and opened.year >= today.year
        and not plan.stands_as_approved,
    )


def _year(opened: OpenedPlan, year: int) -> str:
    return f"{address_of(opened)}?ar={year}" if year in opened.years else ""


def _name(opened: OpenedPlan, code: str) -> str:
    term = opened.words.organisations.get(code)
    return term.title(spoken()) if term else code


def typed_at_first(page: PlanPage) -> Mapping[str, str]:
    """What stands in the fields of a new item."""
    return {"first": page.first, "last": page.last, "unit": page.unit}
