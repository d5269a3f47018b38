"""One activity as its page prints it: the facts, what it counts towards and why not, and its history."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from logger.domain.activities import Activity, Outcome
from logger.domain.contributions import Contribution
from logger.domain.periods import local_date
from logger.domain.policy import Sight
from logger.domain.records import Kind, RecordedOperation, State, Status
from logger.domain.targets import kind_of
from logger.services.activity_lists import OpenedActivity, Toward
from logger.web.activity_words import REASONS, WHY, ActivityWords
from logger.web.dates import clock, span_of_clock, weekday_date
from logger.web.desk_frame import board_address
from logger.web.figures import name_of
from logger.web.words import PERSON, PROMISE, TIME, amount, capital, hours, listed, whole

KINDS: dict[Kind | None, str] = {
    Kind.CREATE: "Loggad",
    Kind.AMEND: "Ändrad",
    Kind.WITHDRAW: "Ångrad",
    Kind.VOID: "Struken",
    Kind.CORRECT: "Rättad",
    Kind.MERGE: "Sammanslagen med en annan",
    None: "Något som inte gick att läsa",
}
OUTCOMES: dict[Status, str] = {
    Status.STORED: "",
    Status.REJECTED: "togs inte emot",
    Status.CONFLICT: "krockade med en annan ändring",
    Status.HELD: "väntar på den som loggade",
}
ORIGINS = {"phone": "från telefon", "import": "inläst från fil", "demo": "påhittad för demon"}
STATES = {
    State.CURRENT: "",
    State.WITHDRAWN: "Aktiviteten är ångrad och räknas inte.",
    State.VOIDED: "Aktiviteten är struken och räknas inte.",
}


@dataclass(frozen=True, slots=True)
class TowardLine:
    """A commitment that the activity counts towards, or does not, and why."""

    href: str
    name: str
    pledge: str
    gave: str
    why: str


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One operation: when it was received, what it did, who did it."""

    when: str
    what: str
    who: str


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
    history: tuple[HistoryLine, ...]
    back: str


def activity_page(opened: OpenedActivity, back: str) -> ActivityPage:
    """The page in words; `back` is the address of the list."""
    words = ActivityWords(opened.words, opened.places)
    towards = [(each, _toward(each)) for each in opened.towards]
    not_counted = tuple(line for each, line in towards if not each.gave)
    return ActivityPage(
        title=words.title(opened.stored.activity),
        state=STATES[opened.stored.state],
        facts=tuple(_facts(opened, words)),
        bare=opened.sight is not Sight.WHOLE,
        counted=tuple(line for each, line in towards if each.gave),
        not_counted=not_counted,
        not_counted_heading=f"Därför räknas den inte mot {PROMISE.of(len(not_counted))}",
        history=tuple(_history(opened, words)),
        back=back,
    )


def _facts(opened: OpenedActivity, words: ActivityWords) -> Iterable[tuple[str, str]]:
    activity = opened.stored.activity
    given = (
        (
            "När",
            f"{weekday_date(activity.local_date)}, {span_of_clock(activity.started_at, activity.ended_at)}",
        ),
        ("Längd", _length(activity)),
        ("Plats", words.place(activity.place)),
        ("Fokus", capital(words.focus(activity))),
        ("Deltog", words.organisations(activity)),
        ("Riktad insats", "Ja" if activity.targeted else ""),
        ("Avbruten", "Ja" if activity.outcome is Outcome.INTERRUPTED else ""),
        *((name, whole(number)) for name, number in words.counters(activity)),
        *(_people(opened) if opened.sight is Sight.WHOLE else ()),
    )
    return ((name, value) for name, value in given if value)


def _length(activity: Activity) -> str:
    length = activity.duration
    return "" if length is None else hours(int(length.total_seconds()))


def _people(opened: OpenedActivity) -> tuple[tuple[str, str], ...]:
    activity = opened.stored.activity
    named = [opened.names[each] for each in dict.fromkeys(activity.participants) if each in opened.names]
    nameless = activity.people - len(named)
    unnamed = f"{PERSON.of(nameless)} utan namn" if nameless and named else ""
    return (
        ("Deltagare", listed([*named, unnamed] if unnamed else named) or PERSON.of(activity.people)),
        ("Anteckning", opened.note),
        ("Loggad av", opened.names.get(opened.stored.author or "", "")),
    )


def _toward(toward: Toward) -> TowardLine:
    board = board_address(toward.pledge)
    first = next((each.period.first.isoformat() for each in toward.gave if each.period), "")
    query = f"?{urlencode({'period': first})}" if first else ""
    return TowardLine(
        href=f"{board}/{toward.commitment.id}{query}",
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
        return f"{amount(kind, total)} timmar"
    return whole(total) if kind in ("sum", "coverage") else TIME.of(total)


def _why(toward: Toward) -> str:
    if toward.reason is not None:
        return capital(REASONS[toward.reason])
    if not toward.gave:
        return "Räknas redan mot det löfte som detta är utöver"
    return capital(listed(sorted({WHY[each.why] for each in toward.gave} - {""})))


def _history(opened: OpenedActivity, words: ActivityWords) -> Iterable[HistoryLine]:
    for each in opened.history:
        outcome = OUTCOMES[each.status]
        what = f"{KINDS[each.kind]}, {outcome}" if outcome else KINDS[each.kind]
        yield HistoryLine(
            when=f"{weekday_date(local_date(each.received_at))} {clock(each.received_at)}",
            what=what,
            who=_who(opened, each, words),
        )


def _who(opened: OpenedActivity, operation: RecordedOperation, words: ActivityWords) -> str:
    name = opened.names.get(operation.author or "")
    organisations = words.vocabulary.organisations
    term = organisations.get(opened.stored.author_organisation)
    of = term.in_text() if term else opened.stored.author_organisation
    origin = ORIGINS.get(opened.stored.origin, "") if operation.kind is Kind.CREATE else ""
    return ", ".join(part for part in (name or capital(of), origin) if part)
