"""One activity as its page prints it: the facts, what it counts towards and why not, and its history."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from logger.domain.counting.contributions import Contribution
from logger.domain.people.policy import Sight
from logger.domain.records import State
from logger.domain.targets import kind_of
from logger.services.activities.activity_lists import OpenedActivity, Toward
from logger.services.activities.beside import Beside
from logger.web.activities.activity_choices import Choices, choices_of
from logger.web.activities.activity_facts import Facts, bare_facts, told
from logger.web.activities.activity_history import (
    CorrectedLine,
    HistoryLine,
    corrected_in,
    history_of,
    merged_into,
)
from logger.web.activities.activity_words import REASONS, WHY, ActivityWords
from logger.web.dates import long_date
from logger.web.desk_frame import board_address
from logger.web.figures import name_of
from logger.web.texts import t
from logger.web.words import PERSON, PROMISE, TIME, amount, capital, listed, whole

STATES = {
    State.CURRENT: "",
    State.WITHDRAWN: "Aktiviteten är ångrad och räknas inte.",
    State.VOIDED: "Aktiviteten är struken och räknas inte.",
}


@dataclass(frozen=True, slots=True)
class TowardLine:
    """A commitment that the activity counts towards, or does not, why; `weighed` shows every condition."""

    href: str
    weighed: str
    name: str
    pledge: str
    gave: str
    why: str


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """The whole page."""

    title: str
    state: str
    facts: tuple[tuple[str, str], ...]
    bare: bool
    counted: tuple[TowardLine, ...]
    not_counted: tuple[TowardLine, ...]
    not_counted_heading: str
    corrected: tuple[CorrectedLine, ...]
    history: tuple[HistoryLine, ...]
    choices: Choices | None
    merged_into: str
    back: str


def activity_page(opened: OpenedActivity, back: str, alike: Sequence[Beside] | None = None) -> ActivityPage:
    """The page in words; `back` is the address of the list.

    `alike` are those that may be the same, for one who may put the activity right; None for all others.
    """
    words = ActivityWords(opened.words, opened.places)
    towards = [(each, _toward(each, opened.stored.activity.id)) for each in opened.towards]
    not_counted = tuple(line for each, line in towards if not each.gave)
    return ActivityPage(
        title=words.title(opened.stored.activity),
        state=t(STATES[opened.stored.state]),
        facts=_facts(opened, words),
        bare=opened.sight is not Sight.WHOLE,
        counted=tuple(line for each, line in towards if each.gave),
        not_counted=not_counted,
        not_counted_heading=t("Därför räknas den inte mot {0}", PROMISE.of(len(not_counted))),
        corrected=tuple(corrected_in(opened, words)),
        history=tuple(history_of(opened, words)),
        choices=None if alike is None else choices_of(opened, words, back, alike),
        merged_into=merged_into(opened, back),
        back=back,
    )


def _facts(opened: OpenedActivity, words: ActivityWords) -> Facts:
    people = _people(opened) if opened.sight is Sight.WHOLE else ()
    return told((*bare_facts(opened.stored.activity, words), *people))


def _people(opened: OpenedActivity) -> Facts:
    activity = opened.stored.activity
    named = [opened.names[each] for each in dict.fromkeys(activity.participants) if each in opened.names]
    nameless = activity.people - len(named)
    unnamed = t("{0} utan namn", PERSON.of(nameless)) if nameless and named else ""
    return (
        (t("Deltagare"), listed([*named, unnamed] if unnamed else named) or PERSON.of(activity.people)),
        (t("Anteckning"), opened.note),
        (t("Loggad av"), opened.names.get(opened.stored.author or "", "")),
        (t("Namn och anteckning"), _gone(opened)),
    )


def _gone(opened: OpenedActivity) -> str:
    """Since when, and by what decision, they are not there; empty where they may be."""
    gone = opened.disposal
    return t("Gallrade {0} enligt {1}", long_date(gone.on), gone.decision) if gone else ""


def _toward(toward: Toward, activity_id: str) -> TowardLine:
    board = board_address(toward.pledge)
    first = next((each.period.first.isoformat() for each in toward.gave if each.period), "")
    query = f"?{urlencode({'period': first})}" if first else ""
    return TowardLine(
        href=f"{board}/{toward.commitment.id}{query}",
        weighed=f"{board}/{toward.commitment.id}/{activity_id}",
        name=name_of(toward.commitment),
        pledge=toward.pledge.pledge.title,
        gave=_gave(toward, toward.gave),
        why=_why(toward),
    )


def _gave(toward: Toward, gave: tuple[Contribution, ...]) -> str:
    if not gave:
        return ""
    total, kind = sum(each.amount for each in gave), kind_of(toward.commitment.target)
    if kind == "hours":
        return t("{0} timmar", amount(kind, total))
    return whole(total) if kind in ("sum", "coverage") else TIME.of(total)


def _why(toward: Toward) -> str:
    if toward.reason is not None:
        return capital(t(REASONS[toward.reason]))
    if not toward.gave:
        return t("Räknas redan mot det löfte som detta är utöver")
    return capital(listed(sorted({t(WHY[each.why]) for each in toward.gave} - {""})))
