"""One promise as every paper tells it, from the public page or from the page of the follow-up."""

from dataclasses import dataclass

from logger.web.board.row_charts import RowChart
from logger.web.figures import Figure, StatusView
from logger.web.followup.follow_up_row_views import RowView
from logger.web.public.public_places import PublicPlace
from logger.web.public.public_promises import PublicPromise
from logger.web.texts import t


@dataclass(frozen=True, slots=True)
class PaperPromise:
    """One promise; `lines` are single facts beside the figure, `said` is a person's judgement and comment."""

    name: str
    wording: str
    status: StatusView
    figure: Figure
    chart: RowChart | None
    lines: tuple[str, ...]
    deviation: str
    judged: str
    said: str
    rule: tuple[str, ...]
    places: tuple[PublicPlace, ...] = ()
    pointed_out: tuple[PublicPlace, ...] = ()
    signed_by: str = ""


@dataclass(frozen=True, slots=True)
class PaperArea:
    """A focus area with its promises."""

    name: str
    promises: tuple[PaperPromise, ...]


def of_the_public_page(each: PublicPromise, beside: str = "") -> PaperPromise:
    """A promise as it was published; `beside` is what an old book estimates."""
    assert each.status is not None
    assert each.figure is not None
    return PaperPromise(
        name=each.name,
        wording=each.wording,
        status=each.status,
        figure=each.figure,
        chart=each.chart,
        lines=tuple(line for line in (each.result, _apart(beside), *each.indicators) if line),
        deviation=each.deviation,
        judged=each.judged,
        said=each.comment,
        rule=(*each.rule, *each.pauses),
        places=each.places,
        pointed_out=each.pointed_out,
        signed_by=each.signed_by,
    )


def of_the_follow_up(row: RowView) -> PaperPromise:
    """A promise as its follow-up has it, with what the period gave and what was entered by hand."""
    return PaperPromise(
        name=row.name,
        wording=row.wording,
        status=row.status,
        figure=row.figure,
        chart=row.chart,
        lines=tuple(line for line in (row.in_period, _apart(row.beside), *row.entered) if line),
        deviation=row.note.deviation,
        judged=row.judged,
        said=" ".join(part for part in (row.note.because, row.note.comment) if part),
        rule=row.rule,
    )


def _apart(beside: str) -> str:
    """What stands beside a figure and never in it."""
    return t("{0}. De räknas inte in i siffran.", beside) if beside else ""
