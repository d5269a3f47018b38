"""The rows of a plan as its pages print them: one time with what may be said, one item with its year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from logger.domain.activities import Activity
from logger.domain.planning.plans import Done, NotDone, PlanItem, Planned, Standing
from logger.services.plan.plans import OpenedPlan
from logger.web.activities.activity_words import ActivityWords
from logger.web.board.period_charts import PeriodState
from logger.web.board.strip_views import CellView, StripLine
from logger.web.dates import weekday_date
from logger.web.figures import name_of
from logger.web.plan.plan_words import CELLS, SYMBOLS, how_often, span_words, standing_word, tally, when
from logger.web.texts import spoken


@dataclass(frozen=True, slots=True)
class Candidate:
    """An activity that may be what was planned."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class TimeView:
    """One time of an item; `candidates` begin with the one that is proposed."""

    item: str
    key: str
    title: str
    second: str
    when: str
    symbol: str
    word: str
    outcome: str
    activity: str
    says: bool
    is_open: bool
    is_logged: bool
    candidates: tuple[Candidate, ...]

    @property
    def anchor(self) -> str:
        """Where on the page it is."""
        return f"{self.item}-{self.key}".replace(".", "-")


@dataclass(frozen=True, slots=True)
class StripView:
    """The times of an item in a row."""

    label: str
    lines: tuple[StripLine, ...]
    columns: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """One item with its year."""

    id: str
    title: str
    second: str
    tally: str
    strip: StripView
    href: str


def time_view(opened: OpenedPlan, planned: Planned, today: date) -> TimeView:
    """One time in words."""
    item, standing = planned.item, planned.standing(today)
    outcome = planned.outcome
    done_by = opened.activities.get(outcome.activity or "") if isinstance(outcome, Done) else None
    return TimeView(
        item=item.id,
        key=planned.occurrence.key,
        title=item.title,
        second=" · ".join(filter(None, (_performer(opened, item), item.unit, _place(opened, item)))),
        when=when(planned),
        symbol=SYMBOLS[standing],
        word=standing_word(standing),
        outcome=_outcome(opened, planned, done_by),
        activity=done_by.id if done_by else "",
        says=item.organisation in opened.says and standing is not Standing.COMING,
        is_open=outcome is None,
        is_logged=item.type is not None,
        candidates=_candidates(opened, planned),
    )


def item_view(opened: OpenedPlan, item: PlanItem, planned: Sequence[Planned], today: date) -> ItemView:
    """One item in words, with a cell for each of its times in the year."""
    names = {each.id: name_of(each) for each in opened.stored.pledge.commitments}
    parts = [
        how_often(item.recurs),
        span_words(item.days, opened.year),
        _place(opened, item),
        item.unit,
        names.get(item.commitment or "", ""),
    ]
    words = tally(planned, today)
    cells = tuple(_cell(each, today) for each in planned)
    return ItemView(
        id=item.id,
        title=item.title,
        second=" · ".join(filter(None, parts)),
        tally=words,
        strip=StripView(
            f"{item.title}: {words}", (StripLine("", cells),), "iso_week" if len(cells) > 20 else "few"
        ),
        href=f"{address_of(opened)}/{item.id}?ar={opened.year}",
    )


def address_of(opened: OpenedPlan) -> str:
    """Where the plan's page is."""
    return f"/plan/{opened.stored.municipality}/{opened.stored.key}"


def _cell(planned: Planned, today: date) -> CellView:
    standing = planned.standing(today)
    name = when(planned)
    state = PeriodState(CELLS[standing])
    return CellView(state, 0.0, f"{name}: {standing_word(standing)}", planned.occurrence.days.first, name)


def _outcome(opened: OpenedPlan, planned: Planned, done_by: Activity | None) -> str:
    match planned.outcome:
        case NotDone(reason=reason):
            return reason
        case Done() if done_by is not None:
            return _activity(opened, done_by)
        case _:
            return ""


def _candidates(opened: OpenedPlan, planned: Planned) -> tuple[Candidate, ...]:
    proposed = opened.proposals.get(planned.key)
    elsewhere = {each.id for key, each in opened.proposals.items() if key != planned.key}
    every = [each for each in opened.candidates.get(planned.key, ()) if each.id not in elsewhere]
    in_order = sorted(every, key=lambda each: (each is not proposed, each.started_at))
    return tuple(Candidate(each.id, _activity(opened, each)) for each in in_order)


def _activity(opened: OpenedPlan, activity: Activity) -> str:
    said = ActivityWords(opened.words, opened.places)
    return f"{said.title(activity)}, {weekday_date(activity.local_date)}"


def _performer(opened: OpenedPlan, item: PlanItem) -> str:
    term = opened.words.organisations.get(item.organisation)
    return term.title(spoken()) if term else item.organisation


def _place(opened: OpenedPlan, item: PlanItem) -> str:
    return ActivityWords(opened.words, opened.places).place(item.place)
