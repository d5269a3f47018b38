"""Why a commitment is behind, in words."""

from collections.abc import Iterable
from fractions import Fraction
from math import ceil
from typing import assert_never

from logger.domain.periods import Per
from logger.domain.places import Places
from logger.domain.progress.causes import Cause, Missed, Near, Quiet, Remaining, Slow, Undone
from logger.domain.progress.outlook import Rest
from logger.services.boards.board_rows import BoardRow
from logger.web.activities.activity_words import REASONS
from logger.web.board.pace_words import rest_sentence
from logger.web.board.trend_view import NUMBERS
from logger.web.dates import long_date, period_name
from logger.web.texts import t
from logger.web.words import decimal, hours, listed, whole


def cause_lines(causes: Iterable[Cause], row: BoardRow, places: Places) -> tuple[str, ...]:
    """A line for each, in the order given."""
    return tuple(_line(cause, row, places) for cause in causes)


def near_line(near: Near) -> str:
    """How many came close and do not count, and of which time: a figure opened has all of them."""
    why, number = t(REASONS[near.reason]), whole(near.number)
    if near.weeks is None:
        if near.number == 1:
            return t("1 liknande aktivitet räknas inte: {0}", why)
        return t("{0} liknande aktiviteter räknas inte, oftast: {1}", number, why)
    weeks = t(NUMBERS[near.weeks])
    if near.number == 1:
        return t("1 liknande aktivitet de senaste {0} veckorna räknas inte: {1}", weeks, why)
    return t("{0} liknande aktiviteter de senaste {1} veckorna räknas inte, oftast: {2}", number, weeks, why)


def _line(cause: Cause, row: BoardRow, places: Places) -> str:
    match cause:
        case Quiet(since=since):
            return (
                t("Inget är gjort sedan {0}", long_date(since, row.pace.as_of))
                if since
                else t("Inget är gjort än")
            )
        case Slow(a_week=a_week, needed=needed, weeks=weeks):
            kind = row.progress.kind
            number = t(NUMBERS[weeks])
            return t(
                "{0} i veckan de senaste {1} veckorna, {2} behövs",
                _rate(kind, a_week),
                number,
                _rate(kind, needed),
            )
        case Remaining(places=ids):
            return t("Kvar: {0}", listed([places[each].name if each in places else each for each in ids]))
        case Missed() as missed:
            return _missed(missed, row.per)
        case Undone(last=last):
            return t("Ska vara genomfört senast {0}", long_date(last, row.pace.as_of))
        case Near() as near:
            return near_line(near)
        case Rest():
            return rest_sentence(row).rstrip(".")
        case _:
            assert_never(cause)


def _rate(kind: str, a_week: Fraction) -> str:
    return hours(ceil(a_week)) if kind == "hours" else decimal(a_week)


def _missed(missed: Missed, per: Per | None) -> str:
    if per is None or not missed.periods:
        return ""
    names = [period_name(per, days) for days in missed.periods]
    return t("Missades senast: {0}", listed(names))
