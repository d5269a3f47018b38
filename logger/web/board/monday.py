"""The Monday sentence: what is behind and by how much, before any figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from logger.domain.progress.answers import MilestoneProgress, OngoingProgress, PeriodsProgress, TotalProgress
from logger.domain.progress.pace import Status
from logger.services.boards.board_rows import BoardRow
from logger.web.dates import long_date, short_date
from logger.web.figures import lacking_today, name_of, period_noun
from logger.web.texts import t
from logger.web.words import PROMISE, amount, whole

NAMED = 3
"""So many commitments are named; the rest are counted."""

WITHOUT_GOAL = (Status.NO_NUMBER, Status.NOT_SCORED)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of the sentence, its first words strong: "Fotpatrull vid skolorna" and "ligger efter: …"."""

    strong: str
    rest: str


def monday_sentence(rows: Sequence[BoardRow], as_of: date, today: date) -> tuple[Phrase, ...]:
    """What a coordinator must know first, the worst first; for a pledge that is over, how it went."""
    if all(not row.pace.started for row in rows):
        first = min(row.pace.valid.first for row in rows)
        return (Phrase(t("Löftet har inte börjat."), t("Det börjar {0}.", long_date(first))),)
    if all(row.pace.over for row in rows):
        return outcome(rows)
    late = [row for status in (Status.BEHIND, Status.WATCH) for row in rows if row.progress.status is status]
    if late:
        when = t("i dag") if as_of == today else short_date(as_of)
        phrases = [_late(row, when, first=number == 0) for number, row in enumerate(late[:NAMED])]
        return (*phrases, *_rest(len(late) - NAMED))
    return _nothing_late(rows)


def outcome(rows: Sequence[BoardRow]) -> tuple[Phrase, ...]:
    """How a pledge that is over went: "7 av 9 löften med mål hölls."."""
    with_goal = [row for row in rows if row.progress.status not in WITHOUT_GOAL]
    kept = sum(row.progress.status is Status.MET for row in with_goal)
    partly = sum(row.progress.status is Status.PARTLY_MET for row in with_goal)
    missed = len(with_goal) - kept - partly
    parts = [
        t("{0} hölls delvis.", whole(partly)) if partly else "",
        t("{0} hölls inte.", whole(missed)) if missed else "",
        without_goal(len(rows) - len(with_goal)),
    ]
    strong = t("{0} av {1} med mål hölls.", whole(kept), PROMISE.of(len(with_goal))) if with_goal else ""
    return (Phrase(strong, " ".join(part for part in parts if part)),)


def without_goal(number: int) -> str:
    """How many have no goal; empty for none."""
    return t("{0} saknar mål och redovisas i ord.", whole(number)) if number else ""


def _late(row: BoardRow, when: str, *, first: bool) -> Phrase:
    much = _by_how_much(row, when, first=first)
    behind = row.progress.status is Status.BEHIND
    return Phrase(
        name_of(row.commitment),
        t("ligger efter: {0}.", much) if behind else t("behöver bevakas: {0}.", much),
    )


def _by_how_much(row: BoardRow, when: str, *, first: bool) -> str:
    match row.progress:
        case TotalProgress(kind="hours"):
            return t("{0} mindre än väntat {1}", amount("hours", lacking_today(row)), when)
        case TotalProgress():
            fewer = whole(lacking_today(row))
            return t("{0} färre än väntat {1}", fewer, when) if first else t("{0} färre", fewer)
        case PeriodsProgress(periods_met=met, periods_scored=scored):
            return t("{0} av {1} missades", whole(scored - met), period_noun(row).of(scored))
        case MilestoneProgress() | OngoingProgress():
            return t("inte klart, senast {0}", long_date(row.pace.valid.last, row.pace.as_of))
        case _:
            return t("efter")


def _rest(number: int) -> tuple[Phrase, ...]:
    return (
        (Phrase("", t("{0} till ligger efter eller behöver bevakas.", PROMISE.of(number))),)
        if number > 0
        else ()
    )


def _nothing_late(rows: Sequence[BoardRow]) -> tuple[Phrase, ...]:
    if all(row.last_activity is None for row in rows):
        return (Phrase(t("Inget är loggat än."), t("Siffrorna kommer med den första aktiviteten.")),)
    kept = sum(row.progress.status is Status.MET for row in rows)
    return (Phrase(t("Inget löfte med mål ligger efter."), already_kept(kept)),)


def already_kept(kept: int) -> str:
    """How many are kept before the time is over; empty for none."""
    if not kept:
        return ""
    said = PROMISE.of(kept)
    return t("{0} är redan hållet.", said) if kept == 1 else t("{0} är redan hållna.", said)
