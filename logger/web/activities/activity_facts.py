"""An activity fact by fact, as its page and the comparisons on it print it."""

from collections.abc import Iterable

from logger.domain.activities import Activity, Outcome
from logger.web.activities.activity_words import ActivityWords
from logger.web.dates import span_of_clock, weekday_date
from logger.web.texts import t
from logger.web.words import NO_BREAK, PERSON, capital, hours, whole

Facts = tuple[tuple[str, str], ...]


def bare_facts(activity: Activity, words: ActivityWords) -> Iterable[tuple[str, str]]:
    """What was done, fact by fact; those that say nothing are empty."""
    return (
        (
            t("När"),
            f"{_day(activity)}, {span_of_clock(activity.started_at, activity.ended_at)}",
        ),
        (t("Längd"), _length(activity)),
        (t("Plats"), words.place(activity.place)),
        (t("Föreslagen plats"), activity.proposed.name if activity.proposed else ""),
        (t("Fokus"), capital(words.focus(activity))),
        (t("Deltog"), words.organisations(activity)),
        (t("Riktad insats"), t("Ja") if activity.targeted else ""),
        (t("Avbruten"), t("Ja") if activity.outcome is Outcome.INTERRUPTED else ""),
        *((name, whole(number)) for name, number in words.counters(activity)),
    )


def _day(activity: Activity) -> str:
    """With a space where a line may end: beside another in a narrow column it is too long for one."""
    return weekday_date(activity.local_date).replace(NO_BREAK, " ", 1)


def _length(activity: Activity) -> str:
    length = activity.duration
    return "" if length is None else hours(int(length.total_seconds()))


def compared(activity: Activity, words: ActivityWords) -> Facts:
    """The same with how many took part, for holding one beside another."""
    return told((*bare_facts(activity, words), (t("Deltagare"), PERSON.of(activity.people))))


def told(facts: Iterable[tuple[str, str]]) -> Facts:
    """Those that say something."""
    return tuple((name, value) for name, value in facts if value)
