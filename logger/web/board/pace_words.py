"""The pace of a commitment in words: how what is waited for comes about, and when nothing is."""

from logger.domain.progress.answers import TotalProgress
from logger.domain.progress.outlook import Rest, resting
from logger.domain.sentences.sentences import pause_sentence
from logger.services.boards.board_rows import BoardRow
from logger.web.dates import long_date, short_date
from logger.web.figures import expected_in_words
from logger.web.texts import spoken, t
from logger.web.words import DAY, amount, capital, listed


def expected_how(row: BoardRow) -> str:
    """How that comes about: "47,4 är 52 × 333 av 365 dagar"; empty where nothing is expected."""
    progress, pace = row.progress, row.pace
    if not isinstance(progress, TotalProgress) or progress.at_least is None:
        return ""
    expected = expected_in_words(progress, pace)
    if not expected:
        return ""
    goal, rule = amount(progress.kind, progress.at_least), row.commitment.counts
    left_out = [
        "paus" if row.commitment.pauses else "",
        t("tid utanför säsongen") if rule.seasons else "",
        t("andra veckodagar") if rule.weekdays else "",
    ]
    said = listed([each for each in left_out if each])
    without = t(". {0} räknas inte", capital(said)) if said else ""
    return t("{0} är {1} × {2} av {3}{4}", expected, goal, pace.elapsed, DAY.of(pace.eligible), without)


def rest_of(row: BoardRow) -> Rest | None:
    """Why and until when, for one that is under way."""
    return None if row.pace.over else resting(row.commitment, row.pace.as_of)


def rest_in_short(row: BoardRow) -> str:
    """For a narrow column: "paus t.o.m. 15 aug", "säsong från 1 jun"; empty when it is open."""
    rest = rest_of(row)
    if rest is None:
        return ""
    if rest.until is None:
        return t("paus") if rest.pause else t("säsongen är slut")
    until = short_date(rest.until, row.pace.as_of)
    return t("paus t.o.m. {0}", until) if rest.pause else t("ej säsong t.o.m. {0}", until)


def rest_sentence(row: BoardRow) -> str:
    """The same in whole, with the reason that is public; empty when it is open."""
    rest = rest_of(row)
    if rest is None:
        return ""
    if rest.pause:
        return t("{0}. Dagarna räknas inte i takten.", pause_sentence(rest.pause, spoken()))
    until = t(" till och med {0}", long_date(rest.until)) if rest.until else t(" resten av löftet")
    return t("Utanför säsongen{0}. Dagarna räknas inte i takten.", until)
