"""One promise on the public page: promise, result, comment, rule; no name, no day, no part of a week."""

from dataclasses import dataclass
from datetime import date

from logger.domain.follow_up.follow_ups import Assessment
from logger.domain.periods import Per
from logger.domain.pledges import Commitment
from logger.domain.progress.answers import (
    MilestoneProgress,
    OngoingProgress,
    PeriodsProgress,
    ReportedProgress,
    TotalProgress,
)
from logger.domain.progress.steady_facts import moves_in_steps
from logger.domain.sentences.sentences import pause_sentence, rule_sentence, target_sentence
from logger.domain.targets import Increase
from logger.domain.terms import Lang
from logger.services.boards.board_rows import BoardRow
from logger.services.publishing.public_pages import PublicBoard, Told
from logger.services.publishing.published_rows import day_of
from logger.web.board.board_views import CHECK_THE_RULE
from logger.web.board.period_charts import PeriodState
from logger.web.board.row_charts import RowChart, StripChart, TicksChart, row_chart
from logger.web.correction_words import ASSESSMENTS
from logger.web.dates import days, long_date, month_name
from logger.web.figures import (
    Figure,
    StatusView,
    check_the_rule,
    expected_in_words,
    figure,
    name_of,
    period_noun,
    places_noun,
    status_view,
)
from logger.web.public.public_places import PublicPlace, covered_places, pointed_out
from logger.web.signed_by import signed_by
from logger.web.survey_words import answers, measured
from logger.web.texts import spoken, t
from logger.web.words import capital, listed

STEPS_OF_PLACES = (
    "En plats får en ny siffra när minst tre gånger har tillkommit, så att ingen enskild gång syns."
)
STEPS_OF_WORK = "Siffran ändras när minst tre gånger har tillkommit, så att ingen enskild gång syns."
STEPS_OF_NUMBERS = "Siffran ändras när minst tre har tillkommit, så att inget enskilt fall syns."


@dataclass(frozen=True, slots=True)
class StripLineInWords:
    """A line of a strip as a row of a table: how many were held, how many missed, and which."""

    name: str
    kept: int
    missed: int
    which: str


@dataclass(frozen=True, slots=True)
class PublicPromise:
    """One promise: the words as signed, how it is counted; once published, what came of it and what is said.

    `pointed_out` are the places that citizens pointed out, with what was done there.
    """

    id: str
    name: str
    wording: str
    rule: tuple[str, ...]
    pauses: tuple[str, ...] = ()
    signed_by: str = ""
    status: StatusView | None = None
    figure: Figure | None = None
    chart: RowChart | None = None
    result: str = ""
    judged: str = ""
    comment: str = ""
    deviation: str = ""
    indicators: tuple[str, ...] = ()
    places: tuple[PublicPlace, ...] = ()
    pointed_out: tuple[PublicPlace, ...] = ()
    table: tuple[StripLineInWords, ...] = ()
    wide: bool = False


def bare_promise(commitment: Commitment, board: PublicBoard) -> PublicPromise:
    """A promise of which nothing is published yet: its words and its rule."""
    return PublicPromise(
        commitment.id,
        name_of(commitment),
        commitment.wording,
        tuple(_rule(commitment, board)),
        _pauses(commitment),
        signed_by(commitment, board.words),
    )


def promise(row: BoardRow, board: PublicBoard) -> PublicPromise:
    """A promise as it was published."""
    told = board.said_of(row.commitment)
    whole_story = not told["sensitive"]
    chart = _chart(row) if whole_story and not told["one_number"] else None
    return PublicPromise(
        id=row.commitment.id,
        name=name_of(row.commitment),
        wording=row.commitment.wording,
        rule=(*_rule(row.commitment, board), *_counted_to(row, board)),
        pauses=_pauses(row.commitment),
        signed_by=signed_by(row.commitment, board.words),
        status=status_view(row.progress.status),
        figure=_figure(row),
        chart=chart,
        result=_result(row, dated=whole_story),
        judged=t(ASSESSMENTS[Assessment(told["assessment"])]) if told["assessment"] else "",
        comment=_said(told),
        deviation=told["deviation"],
        indicators=tuple(_indicator(each) for each in told["indicators"]),
        places=covered_places(row, told) if whole_story else (),
        pointed_out=tuple(pointed_out(row, told)),
        table=_table(chart) if isinstance(chart, StripChart) and row.pace.started else (),
        wide=row.per is Per.ISO_WEEK,
    )


def _said(told: Told) -> str:
    return " ".join(each for each in (told["because"], told["comment"]) if each)


def _indicator(told: Told) -> str:
    month = month_name(day_of(told["month"]) or date.min)
    asked, source, sample = told["name"], told["source"], told["sample"]
    value = measured(told["value"], sample)
    return t("{0}: {1} ({2} svar, {3}). Källa: {4}", asked, value, answers(sample), month, source)


def _chart(row: BoardRow) -> RowChart | None:
    """The chart of a row, unless it tells days by ticks or cells; a milestone is said in words."""
    if row.per is Per.DAY or isinstance(row.progress, MilestoneProgress):
        return None
    chart = row_chart(row, None)
    return None if isinstance(chart, TicksChart) else chart


def _table(chart: StripChart) -> tuple[StripLineInWords, ...]:
    rows = []
    for line in chart.lines:
        missed = [cell.name for cell in line.cells if cell.state is PeriodState.MISSED]
        kept = sum(cell.state is PeriodState.KEPT for cell in line.cells)
        rows.append(
            StripLineInWords(line.name or t("Hela tiden"), kept, len(missed), listed(missed) or t("inga"))
        )
    return tuple(rows)


def _figure(row: BoardRow) -> Figure:
    shown = figure(row)
    if row.few:
        return shown
    match row.progress:
        case TotalProgress(kind="coverage", at_least=int(goal)):
            return Figure(shown.value, f"{shown.of} {places_noun(row).alone(goal)}")
        case TotalProgress(kind="hours", at_least=int()):
            return Figure(shown.value, t("{0} timmar", shown.of))
        case _:
            return shown


def _result(row: BoardRow, *, dated: bool) -> str:
    """One sentence beside the figure, where a figure alone would not say enough.

    Unless it is `dated` it tells no month in which something was done.
    """
    if check_the_rule(row):
        return t("{0}.", t(CHECK_THE_RULE))
    match row.progress:
        case TotalProgress(at_least=None) if isinstance(row.commitment.target, Increase):
            return t("Bedöms inte: det finns inget utgångsvärde att jämföra med.")
        case TotalProgress(kind="coverage"):
            return ""
        case TotalProgress() as total:
            expected = expected_in_words(total, row.pace)
            return t("Väntat hittills: {0}.", expected) if expected else ""
        case MilestoneProgress(value=1):
            known = dated and row.last_activity
            return t("Genomfört i {0}.", month_name(known)) if known else t("Genomfört.")
        case MilestoneProgress():
            last = long_date(row.pace.valid.last)
            return "" if row.pace.over else t("Ska vara genomfört senast {0}.", last)
        case PeriodsProgress():
            return _of_periods(row)
        case OngoingProgress() | ReportedProgress():
            return _without_number(row, dated=dated)


def _of_periods(row: BoardRow) -> str:
    assert isinstance(row.progress, PeriodsProgress)
    if row.per is Per.DAY:
        return ""
    noun, missed = period_noun(row), row.progress.periods_scored - row.progress.periods_met
    return t("{0} missades.", capital(noun.of(missed))) if missed else ""


def _without_number(row: BoardRow, *, dated: bool) -> str:
    if row.last_activity is None or not dated:
        return t("Löftet har ingen siffra att nå.")
    return t("Löftet har ingen siffra att nå. Senast i {0}.", month_name(row.last_activity))


def _rule(commitment: Commitment, board: PublicBoard) -> list[str]:
    return [*_frozen_rule(commitment, board, spoken()), t("Gäller {0}.", days(commitment.valid))]


def _pauses(commitment: Commitment) -> tuple[str, ...]:
    return tuple(f"{pause_sentence(pause, spoken())}." for pause in commitment.pauses)


def _frozen_rule(commitment: Commitment, board: PublicBoard, language: Lang) -> list[str]:
    """The rule and the goal in the words that were frozen; in another language, in words of today."""
    if board.told and language == "sv":
        told = board.said_of(commitment)
        return [f"{told['rule']}.", f"{told['goal']}."]
    rule = rule_sentence(commitment, board.words, board.places, language, board.stored.pledge)
    return [f"{rule}.", f"{target_sentence(commitment, board.words, language)}."]


def _counted_to(row: BoardRow, board: PublicBoard) -> list[str]:
    if board.edition is None or not row.pace.started:
        return []
    until = min(board.edition.as_of, row.pace.valid.last)
    told = board.said_of(row.commitment)
    if (told["sensitive"] or moves_in_steps(told)) and (cells := told["facts"]["by_period"]):
        until = min(until, date.fromisoformat(cells[-1]["to"]))
    return [t("Räknat till och med {0}.", long_date(until)), *_stood(row, told)]


def _stood(row: BoardRow, told: Told) -> list[str]:
    """Why a number is from an earlier publication."""
    if moves_in_steps(told) and not row.pace.over:
        return [t(STEPS_OF_NUMBERS if isinstance(row.progress, ReportedProgress) else STEPS_OF_WORK)]
    if told["sensitive"]:
        return []
    places = (*covered_places(row, told), *pointed_out(row, told))
    return [t(STEPS_OF_PLACES)] if any(each.stands for each in places) else []
