"""The periods of an opened figure as a list to pick one from."""

from dataclasses import dataclass
from urllib.parse import urlencode

from logger.domain.periods import Days, Per
from logger.domain.progress.answers import PeriodsProgress
from logger.services.boards.drilldown import Drilldown
from logger.web.board.period_charts import Mark, PeriodState, strip
from logger.web.board.strip_views import grouped, state_word
from logger.web.dates import period_name
from logger.web.words import amount, capital


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """One period of a promise for each period; `state` names its shape."""

    name: str
    href: str
    picked: bool
    state: PeriodState
    share: float
    word: str
    value: str
    at_least: str


@dataclass(frozen=True, slots=True)
class PeriodGroup:
    """The periods of a year, or of a month for days."""

    name: str
    lines: tuple[PeriodLine, ...]


def period_groups(opened: Drilldown) -> tuple[PeriodGroup, ...]:
    """The periods to pick from, the newest first, under their year where there are several."""
    row = opened.row
    if not isinstance(row.progress, PeriodsProgress) or row.per is None:
        return ()
    pauses = [pause.days for pause in row.commitment.pauses]
    newest_first = tuple(reversed(row.progress.periods))
    marks = strip(newest_first, [each.days for each in newest_first], opened.as_of, pauses)
    lines = {mark.days: _period_line(opened, row.per, mark) for mark in marks}
    groups = grouped(tuple(reversed(marks)), row.per)
    return tuple(
        PeriodGroup(name if len(groups) > 1 else "", tuple(lines[mark.days] for mark in reversed(its)))
        for name, its in reversed(groups.items())
    )


def _period_line(opened: Drilldown, per: Per, mark: Mark) -> PeriodLine:
    kind = opened.row.progress.kind
    return PeriodLine(
        name=capital(period_name(per, mark.days)),
        href=_to_period(opened, mark.days),
        picked=mark.days == opened.period,
        state=mark.state,
        share=mark.share,
        word=capital(state_word(mark.state, per)),
        value=amount(kind, mark.value),
        at_least=amount(kind, mark.at_least),
    )


def _to_period(opened: Drilldown, period: Days) -> str:
    asked = {"as_of": opened.as_of.isoformat(), "period": period.first.isoformat()}
    return f"?{urlencode(asked)}#bakom"
