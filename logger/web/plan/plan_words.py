"""The words of plans: how often something recurs, when one time is due, how it stands, who approved."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import assert_never

from logger.domain.periods import Days, local_date
from logger.domain.planning.plans import Planned, Standing
from logger.domain.planning.recurrence import EachTerm, InSeason, Monthly, Once, Recurrence, Weekly
from logger.domain.planning.school_terms import SchoolTerms
from logger.services.plan.plans import PerformerPlan
from logger.web.dates import (
    WEEKDAYS_WHOLE,
    days,
    long_date,
    month_in_words,
    month_name,
    short_date,
    weekday_date,
)
from logger.web.texts import t
from logger.web.words import BETWEEN, NO_BREAK, TIME, Noun, whole

DONE = Noun("gjord", "gjorda", "done", "done")
LATE = Noun("sen", "sena", "late", "late")
NOT_DONE = Noun("inte genomförd", "inte genomförda", "not carried out", "not carried out")
HIDDEN = Noun("rad till", "rader till", "more row", "more rows")
SYMBOLS: Mapping[Standing, str] = {
    Standing.DONE: "kept",
    Standing.NOT_DONE: "missed",
    Standing.LATE: "watch",
    Standing.NOW: "going",
    Standing.COMING: "notyet",
}
CELLS: Mapping[Standing, str] = {
    Standing.DONE: "kept",
    Standing.NOT_DONE: "missed",
    Standing.LATE: "unscored",
    Standing.NOW: "current",
    Standing.COMING: "future",
}


def standing_word(standing: Standing) -> str:
    """The word beside the symbol."""
    match standing:
        case Standing.DONE:
            return t("Gjord")
        case Standing.NOT_DONE:
            return t("Inte genomförd")
        case Standing.LATE:
            return t("Sen")
        case Standing.NOW:
            return t("Nu")
        case Standing.COMING:
            return t("Kommer")
        case _:
            assert_never(standing)


def how_often(recurs: Recurrence) -> str:
    """How often it recurs: "Varje onsdag", "2 gånger i månaden"."""
    match recurs:
        case Once():
            return t("En gång")
        case Weekly(weekday):
            return t("Varje {0}", t(WEEKDAYS_WHOLE[weekday]))
        case Monthly(times):
            return t("{0} i månaden", TIME.of(times))
        case EachTerm():
            return t("En gång varje skoltermin")
        case InSeason(season, times):
            return t(
                "{0} från {1} till {2}", TIME.of(times), _month_day(season.opens), _month_day(season.closes)
            )
        case _:
            assert_never(recurs)


def when(planned: Planned) -> str:
    """When one time is due: "ons 4 mars 2026", "mars 2026, 1 av 2", "vårterminen 2026"."""
    due, key = planned.occurrence.days, planned.occurrence.key
    match planned.item.recurs:
        case Once():
            return days(due)
        case Weekly():
            return weekday_date(due.first)
        case Monthly(times):
            return _numbered(month_name(due.first), key, times)
        case EachTerm():
            term = t("vårterminen") if key.endswith("spring") else t("höstterminen")
            return f"{term}{NO_BREAK}{due.first.year}"
        case InSeason(_, times):
            span = f"{short_date(due.first, due.last)}{BETWEEN}{short_date(due.last)}"
            return _numbered(span, key, times)
        case other:
            assert_never(other)


def tally(planned: Iterable[Planned], today: date) -> str:
    """How the times of an item stand: "14 av 46 gjorda, 2 inte genomförda, 1 sen"."""
    every = [each.standing(today) for each in planned]
    done, missed, late = (every.count(each) for each in (Standing.DONE, Standing.NOT_DONE, Standing.LATE))
    parts = [t("{0} av {1}", whole(done), whole(len(every))) + f"{NO_BREAK}{DONE.alone(len(every))}"]
    parts += [NOT_DONE.of(missed)] if missed else []
    parts += [LATE.of(late)] if late else []
    return ", ".join(parts)


def approved(plan: PerformerPlan) -> tuple[str, str]:
    """Whether the plan is approved: the symbol and the sentence."""
    if plan.approval is None:
        return "notyet", t("Inte godkänd än")
    day = long_date(local_date(plan.approval.at))
    by = t("{0} av {1}", day, plan.approver) if plan.approver else day
    if plan.stands_as_approved:
        return "kept", t("Godkänd {0}", by)
    return "watch", t("Godkänd {0}, ändrad sedan dess", by)


def span_words(span: Days, year: int) -> str:
    """The days that an item holds, where they are not the whole year."""
    whole_year = Days(date(year, 1, 1), date(year, 12, 31))
    return "" if span.covers(whole_year) else days(span)


def terms_words(terms: SchoolTerms) -> str:
    """When the schools are open: "8 januari – 15 juni och 15 augusti – 20 december"."""
    spring, autumn = (
        f"{_month_day(term.opens)}{BETWEEN}{_month_day(term.closes)}" for term in (terms.spring, terms.autumn)
    )
    return t("{0} och {1}", spring, autumn)


def terms_address(municipality: str) -> str:
    """Where a municipality's school terms are changed."""
    return f"/installningar/skolterminer/{municipality}"


def _numbered(name: str, key: str, times: int) -> str:
    number = key.rpartition(".")[2]
    return t("{0}, {1} av {2}", name, number, times) if times > 1 else name


def _month_day(month_day: tuple[int, int]) -> str:
    month, day = month_day
    return f"{day}{NO_BREAK}{month_in_words(month)}"
