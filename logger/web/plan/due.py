"""What of a plan is late, due this week, open for longer and coming, and the sentence that says so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from logger.domain.periods import week_of
from logger.domain.planning.plans import Planned, Standing
from logger.web.dates import long_date
from logger.web.plan.plan_words import LATE
from logger.web.texts import t
from logger.web.words import Noun, capital

AHEAD = timedelta(weeks=4)
PLANNED = Noun("planerad", "planerade", "planned", "planned")


@dataclass(frozen=True, slots=True)
class Due:
    """What is late; what is for this week, done or not; what is begun and ends later; what comes soon."""

    late: list[Planned] = field(default_factory=list)
    week: list[Planned] = field(default_factory=list)
    open: list[Planned] = field(default_factory=list)
    coming: list[Planned] = field(default_factory=list)


def due_of(planned: Iterable[Planned], today: date) -> Due:
    """The times by when they are due; those that are answered for stand in this week alone."""
    week, due = week_of(today), Due()
    for each in planned:
        days = each.occurrence.days
        if each.standing(today) is Standing.LATE:
            due.late.append(each)
        elif days.last in week:
            due.week.append(each)
        elif each.standing(today) is Standing.NOW:
            due.open.append(each)
        elif each.outcome is None and week.last < days.last and days.first <= week.last + AHEAD:
            due.coming.append(each)
    return due


def lead(due: Due) -> str:
    """What is to be done, in a sentence or three."""
    waits = [each for each in due.week if each.outcome is None]
    behind = t("{0} är inte besvarade.", capital(LATE.of(len(due.late)))) if due.late else ""
    here = t("Den här veckan återstår {0}.", PLANNED.of(len(waits))) if waits else ""
    if not behind and not here:
        calm = "Inget är sent." if due.open else "Inget är sent, och inget återstår den här veckan."
        behind = t(calm)
    return " ".join(filter(None, (behind, here, _open(due.open))))


def _open(found: Sequence[Planned]) -> str:
    """What has longer than the week: how many, and until when the first of them."""
    if not found:
        return ""
    first = min(each.occurrence.days.last for each in found)
    return t(
        "{0} kan göras nu, senast {1} för den första.", capital(PLANNED.of(len(found))), long_date(first)
    )
