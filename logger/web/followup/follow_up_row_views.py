"""The commitments of a follow-up as its page prints them: figure, rule, what is entered and what is said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from logger.domain.follow_up.follow_ups import Note
from logger.domain.sentences.sentences import rule_sentence, target_sentence
from logger.services.follow_up.follow_up_approval import NEEDS_A_REASON
from logger.services.follow_up.follow_up_rows import FollowedRow
from logger.services.follow_up.follow_ups import OpenedFollowUp
from logger.web.activities.estimate_words import beside_sentence
from logger.web.board.monday import WITHOUT_GOAL
from logger.web.board.row_charts import RowChart, row_chart
from logger.web.correction_words import ASSESSMENTS
from logger.web.dates import long_date, month_name
from logger.web.desk_frame import board_address
from logger.web.figures import Figure, StatusView, figure, name_of, status_view
from logger.web.followup.follow_up_words import in_period
from logger.web.survey_words import answers, measured
from logger.web.texts import spoken, t
from logger.web.words import capital


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a list."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class RowView:
    """One commitment with what is said of it, or the fields to say it in."""

    id: str
    name: str
    wording: str
    status: StatusView
    judged: str
    figure: Figure
    opens: str
    in_period: str
    period_opens: str
    beside: str
    chart: RowChart | None
    rule: tuple[str, ...]
    entered: tuple[str, ...]
    note: Note
    is_late: bool
    assessments: tuple[Option, ...]
    numbers: str


@dataclass(frozen=True, slots=True)
class AreaView:
    """A focus area with its rows."""

    name: str
    rows: tuple[RowView, ...]


def row_view(told: FollowedRow, opened: OpenedFollowUp, base: str, typed: Mapping[str, Note]) -> RowView:
    """One commitment in words; `typed` is what stands in the fields where it could not be kept."""
    row, note = told.row, typed.get(told.commitment.id, told.note)
    without_goal = row.progress.status in WITHOUT_GOAL
    return RowView(
        id=told.commitment.id,
        name=name_of(told.commitment),
        wording=told.commitment.wording,
        status=status_view(row.progress.status),
        judged=t(ASSESSMENTS[note.assessment]) if note.assessment else "",
        figure=figure(row),
        opens=_opens(told, opened),
        in_period=in_period(row, told.in_period, opened.follow_up.period),
        period_opens=_opens(told, opened, opened.follow_up.period.days.first),
        beside=beside_sentence(opened.beside.get(told.commitment.id), told.commitment),
        chart=None if without_goal else row_chart(row, None),
        rule=_rule(told, opened),
        entered=tuple(_entered(told)),
        note=note,
        is_late=row.progress.status in NEEDS_A_REASON or bool(note.deviation),
        assessments=_assessments(note) if without_goal else (),
        numbers=f"{base}/uppgifter/{told.commitment.id}",
    )


def _opens(told: FollowedRow, opened: OpenedFollowUp, first: date | None = None) -> str:
    """Where the activities behind the figure are, or the period's; empty once it is promised no more."""
    if told.commitment.id not in {each.id for each in opened.stored.pledge.commitments}:
        return ""
    asked = {"from": first.isoformat()} if first else {}
    query = urlencode({**asked, "as_of": opened.as_of.isoformat()})
    return f"{board_address(opened.stored)}/{told.commitment.id}?{query}"


def _rule(told: FollowedRow, opened: OpenedFollowUp) -> tuple[str, ...]:
    """The rule and the goal in the words that were frozen; in another language, said of the same version."""
    language, its = spoken(), told.commitment
    if language == "sv":
        return (f"{told.rule}.", f"{told.goal}.")
    rule = rule_sentence(its, opened.words, opened.places, language, opened.pledge)
    return (f"{rule}.", f"{target_sentence(its, opened.words, language)}.")


def _assessments(note: Note) -> tuple[Option, ...]:
    chosen = Option("", t("Ingen bedömning"), note.assessment is None)
    return (
        chosen,
        *(Option(str(each), t(text), each is note.assessment) for each, text in ASSESSMENTS.items()),
    )


def _entered(told: FollowedRow) -> list[str]:
    marks = [t("Klart {0}. {1}", long_date(each.date), each.evidence).strip() for each in told.marks]
    reports = [
        f"{capital(month_name(each.month))}: {each.value}. {each.source}".strip() for each in told.reports
    ]
    numbers = [
        t("{0}: {1} ({2} svar, {3}). {4}", each.name, value, answers(each.sample), day, each.source)
        for each in told.indicators
        for value, day in [(measured(each.value, each.sample), long_date(each.measured_on))]
    ]
    return marks + reports + numbers
