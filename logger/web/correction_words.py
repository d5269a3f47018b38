"""What was corrected after a figure was frozen, and how a person judges what no number judges, in words."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from logger.domain.follow_up.follow_ups import Assessment
from logger.domain.periods import local_date
from logger.domain.progress.answers import PeriodsProgress
from logger.services.boards.board_rows import BoardRow
from logger.services.follow_up.late_changes import Correction, How, LateEntry
from logger.web.dates import long_date
from logger.web.figures import figure, name_of, period_noun
from logger.web.texts import t
from logger.web.words import ACTIVITY, listed

ASSESSMENTS = {
    Assessment.GOOD: "Går bra",
    Assessment.MIXED: "Går delvis",
    Assessment.WANTING: "Behöver bli bättre",
}
WHAT = {
    How.CAME: "{0} kom in efter frysningen",
    How.LEFT: "{0} räknas inte längre",
    How.CHANGED: "{0} ändrades efter frysningen",
}


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """One corrected figure: what it is called, from what to what, what is behind it, since when."""

    commitment: str
    name: str
    change: str
    why: str
    since: str
    entries: tuple[str, ...] = ()


def correction_view(correction: Correction, row: BoardRow, entries: tuple[str, ...] = ()) -> CorrectionView:
    """A correction in words; the entries one by one only for those who may read them."""
    found = correction.entries
    return CorrectionView(
        commitment=row.commitment.id,
        name=name_of(row.commitment),
        change=_change(row, replace(row, progress=correction.now)),
        why=why_corrected(found),
        since=long_date(local_date(max(each.known_at for each in found))) if found else "",
        entries=entries,
    )


def why_corrected(entries: Iterable[LateEntry]) -> str:
    """What is behind a correction: "1 aktivitet kom in efter frysningen."."""
    found = list(entries)
    if not found:
        return t("Uppgifter om platser, milstolpar eller månadssiffror har ändrats.")
    parts = [
        t(words, ACTIVITY.of(number))
        for how, words in WHAT.items()
        if (number := sum(each.how is how for each in found))
    ]
    return t("{0}.", listed(parts))


def _change(row: BoardRow, now: BoardRow) -> str:
    before, after = str(figure(row)), str(figure(now))
    if before != after:
        return t("{0} har blivit {1}.", before, after)
    if isinstance(row.progress, PeriodsProgress) and isinstance(now.progress, PeriodsProgress):
        then = {each.days: each for each in row.progress.periods}
        changed = sum(then.get(each.days, each) != each for each in now.progress.periods)
        return t("{0} står kvar, med en annan siffra i {1}.", before, period_noun(row).of(changed))
    return t("{0} står kvar, men läget är ett annat.", before)
