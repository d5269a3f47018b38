"""The words of follow-ups at the desk: rhythms, parties, what a period gave, entries that came late."""

from logger.domain.answers import TotalProgress
from logger.domain.follow_up_periods import FollowedPeriod, Rhythm
from logger.services.board_rows import BoardRow
from logger.services.late_changes import How, LateEntry
from logger.web.activity_words import ActivityWords
from logger.web.dates import long_date
from logger.web.period_names import name_of_period
from logger.web.words import amount

RHYTHMS = {Rhythm.MONTH: "Månad", Rhythm.TERTIAL: "Tertial", Rhythm.YEAR: "År"}
PARTY_WORDS = {"police": "Polisen", "municipality": "kommunen"}
HOW = {How.CAME: "kom in", How.LEFT: "räknas inte längre, ändrad", How.CHANGED: "ändrad"}


def in_period(row: BoardRow, number: int | None, period: FollowedPeriod) -> str:
    """What the period itself gave: "5 under oktober 2026"."""
    if number is None:
        return ""
    kind = row.progress.kind if isinstance(row.progress, TotalProgress) else ""
    return f"{amount(kind, number) if number else 'Inget'} under {name_of_period(period)}"


def late_entry(entry: LateEntry, said: ActivityWords) -> str:
    """An entry that came late, for those who may read it: what, where, when, and since when it is known."""
    activity = entry.activity
    facts = (said.type(activity.type), said.place(activity.place), long_date(activity.local_date))
    what = ", ".join(each for each in facts if each)
    return f"{what}: {HOW[entry.how]} {long_date(entry.known_at.date())}"
