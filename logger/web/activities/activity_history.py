"""What became of an activity: its operations one by one, what was put right, and where it went."""

from collections.abc import Iterable
from dataclasses import dataclass

from logger.domain.entering.upcasting import FILE_SCHEMA
from logger.domain.periods import local_date
from logger.domain.personal_data import presentable
from logger.domain.records import Kind, RecordedOperation, Status
from logger.services.activities.activity_lists import OpenedActivity
from logger.web.activities.activity_facts import compared
from logger.web.activities.activity_words import ActivityWords
from logger.web.dates import clock, weekday_date
from logger.web.texts import t
from logger.web.words import capital

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
TAKEN_IN = "Mottagen efter att ha väntat på beslut"
TAKEN_UP = "Uppgått i en annan"
ORIGINS = {"phone": "från telefon", "import": "inläst från fil", "demo": "påhittad för demon"}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One operation: when it was received, what it did, who did it, and a coordinator's reason."""

    when: str
    what: str
    who: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class CorrectedLine:
    """A fact that somebody at a desk put right: as its author gave it, and as it stands."""

    name: str
    logged: str
    stands: str


def history_of(opened: OpenedActivity, words: ActivityWords) -> Iterable[HistoryLine]:
    """Its operations in the order they were received."""
    for each in opened.history:
        outcome = t(OUTCOMES[each.status])
        done = _done(each)
        what = f"{done}, {outcome}" if outcome else done
        yield HistoryLine(
            when=f"{weekday_date(local_date(each.received_at))} {clock(each.received_at)}",
            what=what,
            who=_who(opened, each, words),
            why=_why_done(each),
        )


def _done(operation: RecordedOperation) -> str:
    body = operation.body or {}
    if operation.kind is Kind.CORRECT and "takes_in" in body:
        return t(TAKEN_IN)
    if operation.kind is Kind.MERGE and "into" in body:
        return t(TAKEN_UP)
    return t(KINDS[operation.kind])


def _why_done(operation: RecordedOperation) -> str:
    """The words of whoever did it at a desk; what a phone says with a void, nobody has judged."""
    if operation.schema != FILE_SCHEMA:
        return ""
    return presentable(str((operation.body or {}).get("reason") or ""))


def _who(opened: OpenedActivity, operation: RecordedOperation, words: ActivityWords) -> str:
    name = opened.names.get(operation.author or "")
    of = words.organisation(operation.author_organisation or opened.stored.author_organisation)
    origin = t(ORIGINS.get(opened.stored.origin, "")) if operation.kind is Kind.CREATE else ""
    return ", ".join(part for part in (name or capital(of), origin) if part)


def corrected_in(opened: OpenedActivity, words: ActivityWords) -> Iterable[CorrectedLine]:
    """What somebody at a desk put right since the author's last word."""
    if opened.as_logged is None:
        return
    logged = dict(compared(opened.as_logged, words))
    stands = dict(compared(opened.stored.activity, words))
    for name in dict.fromkeys((*stands, *logged)):
        before, after = logged.get(name, ""), stands.get(name, "")
        if before != after:
            yield CorrectedLine(name, before or "–", after or "–")


def merged_into(opened: OpenedActivity, back: str) -> str:
    """Where the activity that took this one up is; empty for one that stands by itself."""
    last = next((each for each in reversed(opened.history) if each.rev == opened.stored.rev), None)
    into = last.body.get("into") if last is not None and last.body is not None else None
    return f"{back}/{into}" if isinstance(into, str) else ""
