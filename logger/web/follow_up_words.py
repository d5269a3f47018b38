"""The words of follow-ups: periods, how a person judges, where one stands, what was corrected."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from logger.domain.answers import PeriodsProgress, TotalProgress
from logger.domain.follow_up_periods import FollowedPeriod, Rhythm
from logger.domain.follow_ups import Assessment
from logger.domain.places import Places
from logger.domain.terms import Vocabulary
from logger.services.board_rows import BoardRow
from logger.services.late_changes import Correction, How, LateEntry
from logger.web.activity_words import ActivityWords
from logger.web.dates import long_date, period_name
from logger.web.figures import figure, name_of, period_noun
from logger.web.words import ACTIVITY, amount, listed

RHYTHMS = {Rhythm.MONTH: "Månad", Rhythm.TERTIAL: "Tertial", Rhythm.YEAR: "År"}
ASSESSMENTS = {
    Assessment.GOOD: "Går bra",
    Assessment.MIXED: "Går delvis",
    Assessment.WANTING: "Behöver bli bättre",
}
PARTY_WORDS = {"police": "Polisen", "municipality": "kommunen"}
HOW = {How.CAME: "kom in", How.LEFT: "räknas inte längre, ändrad", How.CHANGED: "ändrad"}
NO_ENTRIES = "Uppgifter om platser, milstolpar eller månadssiffror har ändrats."


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """One corrected figure: what it is called, from what to what, and what is behind it."""

    commitment: str
    name: str
    change: str
    why: str
    entries: tuple[str, ...] = ()


def name_of_period(period: FollowedPeriod) -> str:
    """What the period is called: "oktober 2026", "tertial 2 2026", "2026"."""
    return period_name(period.rhythm.per, period.days)


def in_period(row: BoardRow, number: int | None, period: FollowedPeriod) -> str:
    """What the period itself gave: "5 i oktober 2026"."""
    if number is None:
        return ""
    kind = row.progress.kind if isinstance(row.progress, TotalProgress) else ""
    return f"{amount(kind, number) if number else 'Inget'} under {name_of_period(period)}"


def correction_view(
    correction: Correction, row: BoardRow, words: Vocabulary, places: Places, *, names_entries: bool
) -> CorrectionView:
    """A correction in words; the entries one by one only for those who may read them."""
    now = replace(row, progress=correction.now)
    entries = correction.entries
    said = ActivityWords(words, places)
    return CorrectionView(
        commitment=row.commitment.id,
        name=name_of(row.commitment),
        change=_change(row, now),
        why=why_corrected(entries),
        entries=tuple(_entry(each, said) for each in entries) if names_entries else (),
    )


def why_corrected(entries: Iterable[LateEntry]) -> str:
    """What is behind a correction: "1 aktivitet kom in efter frysningen, senast 20 november 2026."."""
    found = list(entries)
    if not found:
        return NO_ENTRIES
    parts = [
        f"{ACTIVITY.of(number)} {words}"
        for how, words in (
            (How.CAME, "kom in"),
            (How.LEFT, "räknas inte längre"),
            (How.CHANGED, "ändrades"),
        )
        if (number := sum(each.how is how for each in found))
    ]
    latest = max(each.known_at for each in found)
    return f"{listed(parts)} efter frysningen, senast {long_date(latest.date())}."


def _change(row: BoardRow, now: BoardRow) -> str:
    before, after = str(figure(row)), str(figure(now))
    if before != after:
        return f"{before} har blivit {after}"
    if isinstance(row.progress, PeriodsProgress) and isinstance(now.progress, PeriodsProgress):
        changed = sum(
            old != new for old, new in zip(row.progress.periods, now.progress.periods, strict=False)
        )
        return f"{before} står kvar, med en annan siffra i {period_noun(row).of(changed)}"
    return f"{before} står kvar, men läget är ett annat"


def _entry(entry: LateEntry, said: ActivityWords) -> str:
    where = said.place(entry.activity.place)
    what = ", ".join(
        filter(None, (said.type(entry.activity.type), where, long_date(entry.activity.local_date)))
    )
    return f"{what}: {HOW[entry.how]} {long_date(entry.known_at.date())}"
