"""What is typed into a plan, as the item that its deeds take; nothing is judged here."""

from datetime import date

from logger.domain.periods import Days, Season
from logger.domain.places import Places, id_now
from logger.domain.planning.plans import PlanItem
from logger.domain.planning.recurrence import EachTerm, InSeason, Monthly, Once, Recurrence, Weekly
from logger.domain.refusing.plan_refusals import PlanFaulty
from logger.web.followup.follow_up_form import whole_in
from logger.web.pledges.typed import Typed, month_day, shown_month_day, text
from logger.web.whole_numbers import whole

ONCE, WEEK, MONTH, TERM, SEASON = "once", "week", "month", "term", "season"
NO_DAY = (0, 0)
DAY_WRONG = "Välj en dag."
ORDER_WRONG = "Kommer före första dagen."


def item_in(form: Typed, item_id: str = "") -> PlanItem:
    """The item as it was typed. Raises PlanFaulty for days that are none, or in the wrong order."""
    return PlanItem(
        id=item_id,
        organisation=text(form, "organisation"),
        title=text(form, "title"),
        recurs=_recurs_in(form),
        days=_days_in(form),
        unit=text(form, "unit"),
        type=text(form, "type") or None,
        place=text(form, "place") or None,
        commitment=text(form, "commitment") or None,
    )


def typed_of(item: PlanItem, places: Places) -> dict[str, str]:
    """What stands in the fields for an item that is there; its place by the id that it goes by now."""
    shown = {
        "organisation": item.organisation,
        "title": item.title,
        "unit": item.unit,
        "type": item.type or "",
        "place": id_now(item.place, places) if item.place else "",
        "commitment": item.commitment or "",
        "first": item.days.first.isoformat(),
        "last": item.days.last.isoformat(),
    }
    match item.recurs:
        case Weekly(weekday):
            return {**shown, "recurs": WEEK, "weekday": str(weekday)}
        case Monthly(times):
            return {**shown, "recurs": MONTH, "times": str(times)}
        case EachTerm():
            return {**shown, "recurs": TERM}
        case InSeason(season, times):
            opens, closes = (
                shown_month_day(f"{month:02}-{day:02}") for month, day in (season.opens, season.closes)
            )
            return {**shown, "recurs": SEASON, "times": str(times), "opens": opens, "closes": closes}
        case _:
            return {**shown, "recurs": ONCE}


def _recurs_in(form: Typed) -> Recurrence:
    match form.get("recurs", ""):
        case "week":
            return Weekly(whole_in(form, "weekday"))
        case "month":
            return Monthly(whole_in(form, "times"))
        case "term":
            return EachTerm()
        case "season":
            season = Season(month_day_in(form, "opens"), month_day_in(form, "closes"))
            return InSeason(season, whole_in(form, "times"))
        case _:
            return Once()


def _days_in(form: Typed) -> Days:
    found: dict[str, date] = {}
    for name in ("first", "last"):
        try:
            found[name] = date.fromisoformat(text(form, name))
        except ValueError:
            raise PlanFaulty(fields={name: DAY_WRONG}) from None
    if found["last"] < found["first"]:
        raise PlanFaulty(fields={"last": ORDER_WRONG})
    return Days(found["first"], found["last"])


def month_day_in(form: Typed, name: str) -> tuple[int, int]:
    """A day of the year; one that is none where it cannot be read."""
    month, _, day = (whole(each, 2) for each in month_day(form, name).partition("-"))
    return NO_DAY if month is None or day is None else (month, day)
