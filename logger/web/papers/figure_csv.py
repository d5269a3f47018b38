"""A follow-up as text: for Swedish Excel as its page says it, for other programs as the API does."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from logger.domain.progress.answers import PeriodsProgress, three_decimals
from logger.services.follow_up.follow_ups import OpenedFollowUp
from logger.web.csv_text import PROGRAM, SPREADSHEET, Cell, csv_text
from logger.web.figures import figure, name_of, status_view
from logger.web.papers.figure_rows import FigureRow, expected_of, goal_of, share_of, unit_of, value_of
from logger.web.papers.figure_tables import of_the_follow_up
from logger.web.texts import t
from logger.web.words import NO_BREAK, THIN

HEADS = (
    "Fokusområde", "Åtagande", "Lydelse", "Läge", "Utfall", "Siffra", "Mål", "Enhet", "Procent av målet",
    "Väntat", "Under perioden", "Inte genomfört – därför", "Bedömning", "Därför att", "Kommentar",
    "Så räknar vi",
)  # fmt: skip
KEYS = (
    "municipality", "pledge", "period", "as_of", "commitment", "kind", "status", "value", "at_least",
    "periods_met", "periods_scored", "expected", "in_period", "assessment", "deviation", "because", "comment",
)  # fmt: skip
AN_HOUR = 3600


def for_a_spreadsheet(opened: OpenedFollowUp) -> str:
    """One line a commitment: a mark for the encoding, semicolons, decimal commas; time in hours."""
    rows = (list(_in_words(each)) for each in of_the_follow_up(opened))
    return csv_text(SPREADSHEET, [[t(each) for each in HEADS], *rows])


def for_programs(opened: OpenedFollowUp) -> str:
    """One line a commitment: commas, decimal points, codes, and values in the units of the API."""
    rows = (list(_in_codes(each, opened)) for each in of_the_follow_up(opened))
    return csv_text(PROGRAM, [KEYS, *rows])


def _in_words(each: FigureRow) -> Iterator[Cell]:
    progress, said = each.progress, each.said
    share = share_of(progress)
    yield from (each.area, name_of(each.commitment), each.commitment.wording)
    yield from (_plain(status_view(progress.status).word), _plain(str(figure(each.row))))
    yield _number(each, value_of(progress))
    yield _number(each, goal_of(progress))
    yield unit_of(each.row)
    yield _decimal(share.of * 100) if share else ""
    yield _number(each, expected_of(progress))
    yield _number(each, said.in_period)
    yield from (said.deviation, said.judged, said.because, said.comment, said.rule)


def _in_codes(each: FigureRow, opened: OpenedFollowUp) -> Iterable[Cell]:
    stored, answer, said = opened.stored, each.progress.answer(), each.said
    period, as_of = opened.follow_up.period.address, opened.as_of.isoformat()
    told = {
        **answer,
        "municipality": stored.municipality,
        "pledge": stored.key,
        "period": period,
        "as_of": as_of,
        "commitment": each.commitment.id,
        "in_period": said.in_period,
        "assessment": said.assessment,
        "deviation": said.deviation,
        "because": said.because,
        "comment": said.comment,
    }
    return (_coded(told.get(key)) for key in KEYS)


def _coded(value: object) -> Cell:
    match value:
        case None:
            return ""
        case int():
            return value
        case _:
            return str(value)


def _number(each: FigureRow, number: Fraction | int | None) -> Cell:
    """A number of the figure as Swedish Excel reads it."""
    if number is None:
        return ""
    if each.progress.kind == "hours" and not isinstance(each.progress, PeriodsProgress):
        return _decimal(Fraction(number) / AN_HOUR)
    return number if isinstance(number, int) else _decimal(number)


def _decimal(number: Fraction) -> str:
    return f"{three_decimals(number):.10g}".replace(".", ",")


def _plain(text: str) -> str:
    return text.replace(NO_BREAK, " ").replace(THIN, " ")
