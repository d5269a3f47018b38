"""The words of follow-ups at the desk: rhythms, parties, what a period gave, entries that came late."""

from logger.domain.follow_up.follow_up_periods import FollowedPeriod, Rhythm
from logger.domain.periods import local_date
from logger.domain.progress.answers import TotalProgress
from logger.services.boards.board_rows import BoardRow
from logger.services.follow_up.late_changes import How, LateEntry
from logger.web.activities.activity_words import ActivityWords
from logger.web.dates import long_date
from logger.web.period_names import name_of_period
from logger.web.texts import t
from logger.web.words import amount

RHYTHMS = {Rhythm.MONTH: "Månad", Rhythm.TERTIAL: "Tertial", Rhythm.YEAR: "År"}
PARTY_WORDS = {"police": "Polisen", "municipality": "kommunen"}
HOW = {
    How.CAME: "{0}: kom in {1}",
    How.LEFT: "{0}: räknas inte längre, ändrad {1}",
    How.CHANGED: "{0}: ändrad {1}",
}


def in_period(row: BoardRow, number: int | None, period: FollowedPeriod) -> str:
    """What the period itself gave: "5 under oktober 2026"."""
    if number is None:
        return ""
    kind = row.progress.kind if isinstance(row.progress, TotalProgress) else ""
    if not number:
        return t("Inget under {0}", name_of_period(period))
    return t("{0} under {1}", amount(kind, number), name_of_period(period))


def late_entry(entry: LateEntry, said: ActivityWords) -> str:
    """An entry that came late, for those who may read it: what, where, when, and since when it is known."""
    activity = entry.activity
    facts = (said.type(activity.type), said.place(activity.place), long_date(activity.local_date))
    what = ", ".join(each for each in facts if each)
    return t(HOW[entry.how], what, long_date(local_date(entry.known_at)))
