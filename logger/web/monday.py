"""The Monday sentence: what is behind and by how much, before any figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from logger.domain.answers import MilestoneProgress, OngoingProgress, PeriodsProgress, TotalProgress
from logger.domain.pace import Status
from logger.services.board_rows import BoardRow
from logger.web.dates import long_date, short_date
from logger.web.figures import lacking_today, name_of, period_noun
from logger.web.words import NO_BREAK, PROMISE, amount, whole

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
        return (Phrase("Löftet har inte börjat.", f"Det börjar {long_date(first)}."),)
    if all(row.pace.over for row in rows):
        return outcome(rows)
    late = [row for status in (Status.BEHIND, Status.WATCH) for row in rows if row.progress.status is status]
    if late:
        when = "i dag" if as_of == today else short_date(as_of)
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
        f"{whole(partly)}{NO_BREAK}hölls delvis." if partly else "",
        f"{whole(missed)}{NO_BREAK}hölls inte." if missed else "",
        _without_goal(len(rows) - len(with_goal)),
    ]
    strong = f"{whole(kept)} av {PROMISE.of(len(with_goal))} med mål hölls." if with_goal else ""
    return (Phrase(strong, " ".join(part for part in parts if part)),)


def _without_goal(number: int) -> str:
    return f"{whole(number)}{NO_BREAK}saknar mål och redovisas i ord." if number else ""


def _late(row: BoardRow, when: str, *, first: bool) -> Phrase:
    verb = "ligger efter" if row.progress.status is Status.BEHIND else "behöver bevakas"
    return Phrase(name_of(row.commitment), f"{verb}: {_by_how_much(row, when, first=first)}.")


def _by_how_much(row: BoardRow, when: str, *, first: bool) -> str:
    match row.progress:
        case TotalProgress(kind="hours"):
            return f"{amount('hours', lacking_today(row))} mindre än väntat {when}"
        case TotalProgress():
            than = f" än väntat {when}" if first else ""
            return f"{whole(lacking_today(row))}{NO_BREAK}färre{than}"
        case PeriodsProgress(periods_met=met, periods_scored=scored):
            return f"{whole(scored - met)} av {period_noun(row).of(scored)} missades"
        case MilestoneProgress() | OngoingProgress():
            return f"inte klart, senast {long_date(row.pace.valid.last, row.pace.as_of)}"
        case _:
            return "efter"


def _rest(number: int) -> tuple[Phrase, ...]:
    return (
        (Phrase("", f"{PROMISE.of(number)} till ligger efter eller behöver bevakas."),) if number > 0 else ()
    )


def _nothing_late(rows: Sequence[BoardRow]) -> tuple[Phrase, ...]:
    if all(row.last_activity is None for row in rows):
        return (Phrase("Inget är loggat än.", "Siffrorna kommer med den första aktiviteten."),)
    kept = sum(row.progress.status is Status.MET for row in rows)
    rest = f"{PROMISE.of(kept)} är redan {'hållet' if kept == 1 else 'hållna'}." if kept else ""
    return (Phrase("Inget löfte med mål ligger efter.", rest),)
