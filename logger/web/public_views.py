"""The public page in words: promise, result, rule; no name, nothing finer than a week, no percentage."""

from collections.abc import Sequence
from dataclasses import dataclass

from logger.domain.answers import (
    MilestoneProgress,
    OngoingProgress,
    PeriodsProgress,
    ReportedProgress,
    TotalProgress,
)
from logger.domain.pace import Status
from logger.domain.periods import Per
from logger.domain.sensitivity import is_sensitive
from logger.domain.sentences import pause_sentence, rule_sentence, target_sentence
from logger.domain.targets import Increase
from logger.services.board_rows import BoardRow
from logger.services.pledges import StoredPledge
from logger.services.public_pages import PublicBoard, PublicIndex
from logger.web.board_views import CHECK_THE_RULE
from logger.web.dates import days, long_date, month_name
from logger.web.demo_notices import demo_notice, years
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
from logger.web.languages import in_language
from logger.web.monday import WITHOUT_GOAL, Phrase, outcome, without_goal
from logger.web.period_charts import PeriodState
from logger.web.row_charts import RowChart, StripChart, TicksChart, row_chart
from logger.web.texts import spoken, t
from logger.web.words import PROMISE, TIME, capital, listed, whole


@dataclass(frozen=True, slots=True)
class PublicPlace:
    """A place of a coverage."""

    name: str
    times: str
    reached: bool


@dataclass(frozen=True, slots=True)
class StripLineInWords:
    """A line of a strip as a row of a table: how many were held, how many missed, and which."""

    name: str
    kept: int
    missed: int
    which: str


@dataclass(frozen=True, slots=True)
class PublicPromise:
    """One promise: the words as signed, what came of it, and how it is counted."""

    id: str
    name: str
    wording: str
    status: StatusView
    figure: Figure
    chart: RowChart | None
    result: str
    places: tuple[PublicPlace, ...]
    rule: tuple[str, ...]
    table: tuple[StripLineInWords, ...]
    wide: bool


@dataclass(frozen=True, slots=True)
class PublicArea:
    """A focus area with its promises."""

    name: str
    promises: tuple[PublicPromise, ...]


@dataclass(frozen=True, slots=True)
class PublicLink:
    """Another pledge of the municipality."""

    text: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class PublicPage:
    """The whole page."""

    parties: str
    title: str
    signed_title: str
    sentence: tuple[Phrase, ...]
    as_of: str
    closed_weeks: str
    demo: str
    areas: tuple[PublicArea, ...]
    others: tuple[PublicLink, ...]
    home: str
    municipality: str


def public_page(board: PublicBoard) -> PublicPage:
    """The page of one pledge."""
    over = all(row.pace.over for row in board.rows)
    begun = any(row.pace.started for row in board.rows)
    municipality = board.municipality
    return PublicPage(
        parties=_parties(municipality.name),
        title=title_of(years(board.stored.pledge.valid), over=over),
        signed_title=board.stored.pledge.title,
        sentence=outcome(board.rows) if over else standing(board.rows),
        as_of=t("Till och med {0}.", long_date(board.as_of)) if begun else "",
        closed_weeks="" if over else t(CLOSED_WEEKS),
        demo=demo_notice(board.stored, [board.stored, *board.others]),
        areas=tuple(
            PublicArea(area.name, tuple(_promise(row, board) for row in area.rows)) for area in board.areas
        ),
        others=_links(municipality.slug, board.others),
        home=in_language(f"/lofte/{municipality.slug}"),
        municipality=municipality.name,
    )


CLOSED_WEEKS = (
    "Siffrorna gäller avslutade veckor och visas tidigast sju dagar efter att veckan är slut, "
    "tills en uppföljning är godkänd och publicerad."
)


def index_links(index: PublicIndex) -> tuple[PublicLink, ...]:
    """Every pledge of the municipality, the newest first."""
    return _links(index.municipality.slug, index.pledges)


def title_of(which: str, *, over: bool) -> str:
    """The heading: how it went, or how it goes."""
    return t("Medborgarlöfte {0}: så gick det", which) if over else t("Medborgarlöfte {0}: så går det", which)


def standing(rows: Sequence[BoardRow]) -> tuple[Phrase, ...]:
    """How a running pledge stands: "2 av 9 löften med mål är redan hållna. 4 är i takt …"."""
    if not any(row.pace.started for row in rows):
        first = min(row.pace.valid.first for row in rows)
        return (Phrase(t("Löftet har inte börjat."), t("Det börjar {0}.", long_date(first))),)
    with_goal = [row.progress.status for row in rows if row.progress.status not in WITHOUT_GOAL]
    kept = with_goal.count(Status.MET)
    strong = _kept_of(kept, len(with_goal)) if with_goal else ""
    said = [t(words, whole(number)) for words, number in _others(with_goal) if number]
    rest = f"{listed(said)}." if said else ""
    without = len(rows) - len(with_goal)
    return (Phrase(strong, " ".join(part for part in (rest, without_goal(without)) if part)),)


def _kept_of(kept: int, number: int) -> str:
    those = whole(kept), PROMISE.of(number)
    if kept == 1:
        return t("{0} av {1} med mål är redan hållet.", *those)
    return t("{0} av {1} med mål är redan hållna.", *those)


def _others(statuses: Sequence[Status]) -> tuple[tuple[str, int], ...]:
    return (
        ("{0} är i takt", statuses.count(Status.ON_PACE)),
        ("{0} pågår", statuses.count(Status.IN_PROGRESS)),
        ("{0} behöver bevakas", statuses.count(Status.WATCH)),
        ("{0} ligger efter", statuses.count(Status.BEHIND)),
        ("{0} hölls delvis", statuses.count(Status.PARTLY_MET)),
        ("{0} hölls inte", statuses.count(Status.NOT_MET)),
        ("{0} har inte börjat", statuses.count(Status.NOT_STARTED)),
    )


def _links(slug: str, pledges: Sequence[StoredPledge]) -> tuple[PublicLink, ...]:
    return tuple(
        PublicLink(
            text=t("Medborgarlöfte {0}", years(each.pledge.valid)),
            title=each.pledge.title,
            href=in_language(f"/lofte/{slug}/{each.key}"),
        )
        for each in pledges
    )


def _promise(row: BoardRow, board: PublicBoard) -> PublicPromise:
    told_in_number = is_sensitive(row.commitment, board.words)
    chart = None if told_in_number else _chart(row)
    return PublicPromise(
        id=row.commitment.id,
        name=name_of(row.commitment),
        wording=row.commitment.wording,
        status=status_view(row.progress.status),
        figure=_figure(row),
        chart=chart,
        result=_result(row, dated=not told_in_number),
        places=() if told_in_number else _places(row),
        rule=tuple(_rule(row, board)),
        table=_table(chart) if isinstance(chart, StripChart) and row.pace.started else (),
        wide=row.per is Per.ISO_WEEK,
    )


def _chart(row: BoardRow) -> RowChart | None:
    """The chart of a row, unless it tells days by ticks or cells; a milestone is said in words."""
    if row.per is Per.DAY or isinstance(row.progress, MilestoneProgress):
        return None
    chart = row_chart(row, None)
    return None if isinstance(chart, TicksChart) else chart


def _places(row: BoardRow) -> tuple[PublicPlace, ...]:
    return tuple(PublicPlace(each.place.name, TIME.of(each.occasions), each.reached) for each in row.places)


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
    match row.progress:
        case TotalProgress(kind="coverage", at_least=int(goal)):
            return Figure(shown.value, f"{shown.of} {places_noun(row).alone(goal)}")
        case TotalProgress(kind="hours", at_least=int()):
            return Figure(shown.value, t("{0} timmar", shown.of))
        case _:
            return shown


def _result(row: BoardRow, *, dated: bool) -> str:
    """One sentence beside the figure, where a figure alone would not say enough.

    Unless it is `dated` it tells no month or week in which something was done.
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
    year, week, _ = row.last_activity.isocalendar()
    return t("Löftet har ingen siffra att nå. Senast vecka {0}, {1}.", week, year)


def _rule(row: BoardRow, board: PublicBoard) -> list[str]:
    commitment = row.commitment
    pledge, language = board.stored.pledge, spoken()
    counted_to = min(board.as_of, commitment.valid.last)
    return [
        f"{rule_sentence(commitment, board.words, board.places, language, pledge)}.",
        f"{target_sentence(commitment, board.words, language)}.",
        *(f"{pause_sentence(pause, language)}." for pause in commitment.pauses),
        t("Gäller {0}.", days(commitment.valid)),
        *([t("Räknat till och med {0}.", long_date(counted_to))] if row.pace.started else []),
    ]


def _parties(name: str) -> str:
    genitive = name if name.endswith(("s", "x", "z")) else f"{name}s"
    return t("{0} kommun och Polisen", genitive if spoken() == "sv" else name)
