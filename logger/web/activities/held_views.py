"""Att avgöra as its page prints it: what each entry says, when it came, and why it is held."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from logger.domain.entering.held_entries import PERSONAL_DATA, WILD_CLOCK
from logger.domain.people.policy import Sight
from logger.domain.periods import local_date
from logger.domain.records import Kind
from logger.services.activities.held import HeldPage, Waiting
from logger.web.activities.activity_facts import Facts, compared
from logger.web.activities.activity_words import ActivityWords
from logger.web.dates import clock, weekday_date
from logger.web.texts import spoken, t
from logger.web.words import Noun, capital

ENTRY = Noun("post", "poster", "entry", "entries")
# Why an entry is held, in one sentence.
WHY: Mapping[str, str] = {
    PERSONAL_DATA: "Anteckningen ser ut att innehålla en personuppgift. Den är förseglad och visas inte här.",
    WILD_CLOCK: "Telefonens klocka gick fel, så tiden stämmer inte.",
    "waits_for_its_entry": "Den ändrar en post som själv har väntat.",
    "rescued": "Den kommer ur en räddningsfil från en annan telefon.",
    "user_disabled": "Den kommer från någon vars konto är avstängt.",
}
WITH_A_NAME = (
    "Anteckningen eller namnet på den föreslagna platsen ser ut att innehålla en personuppgift. "
    "Båda är förseglade och visas inte här."
)
SEALED = "Anteckningen är förseglad: den ser ut att innehålla en personuppgift."
ITS_AUTHOR = "Väntar också på den som loggade, som kan skriva om den på telefonen."
OWN = "Du har loggat den själv. Någon annan får avgöra den."
NOT_THERE = "Det den ändrar finns inte här än."
OTHER_STANDS = "Posten har ändrats sedan dess. Titta på den som gäller innan du avvisar den här."
DOES: Mapping[Kind | None, str] = {
    Kind.CREATE: "Ny post",
    Kind.AMEND: "Ändring",
    Kind.WITHDRAW: "Ångrar en post",
    Kind.VOID: "Kastar en post",
}


@dataclass(frozen=True, slots=True)
class HeldLine:
    """One entry of the list. `takes` says that it can be taken in, `decides` that the reader may refuse it.

    `both` offers to leave the note out; `times` asks when it was, with what is known of it.
    """

    op_id: str
    title: str
    does: str
    came: str
    by: str
    facts: Facts
    note: str
    why: tuple[str, ...]
    stands: str
    takes: bool
    decides: bool
    both: bool
    sealed: bool
    times: tuple[str, str] | None
    reason: str = ""
    faults: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tried:
    """What was sent for one entry and not done: the times and the reason as typed, and what was wrong."""

    op_id: str
    started: str
    ended: str
    reason: str
    faults: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class HeldListPage:
    """The whole page. `next` is empty on the last page, `start` on the first."""

    count: str
    lines: tuple[HeldLine, ...]
    action: str
    after: int
    next: str
    start: str


def held_page(found: HeldPage, address: str, after: int, tried: Tried | None = None) -> HeldListPage:
    """The page in words; `address` is its own, without a query."""
    words = ActivityWords(found.words, found.places)
    activities = address.replace("/att-avgora/", "/aktiviteter/")
    return HeldListPage(
        count=t("{0} att avgöra", ENTRY.of(found.total)),
        lines=tuple(_line(each, words, activities, _of(each, tried)) for each in found.waiting),
        action=address,
        after=after,
        next="" if found.next is None else f"{address}?after={found.next}",
        start=address if after else "",
    )


def _of(waiting: Waiting, tried: Tried | None) -> Tried | None:
    return tried if tried is not None and tried.op_id == waiting.entry.operation.op_id else None


def _line(waiting: Waiting, words: ActivityWords, activities: str, tried: Tried | None) -> HeldLine:
    entry, operation = waiting.entry, waiting.entry.operation
    done = entry.done or (waiting.standing.activity if waiting.standing else None)
    facts = compared(done, words) if done is not None else ()
    if not entry.times_known:
        facts = tuple((name, value) for name, value in facts if name not in (t("När"), t("Längd")))
    return HeldLine(
        op_id=operation.op_id,
        title=words.title(done) if done is not None else t("En post som inte finns här"),
        does=t(DOES[operation.kind]),
        came=f"{weekday_date(local_date(operation.received_at))} {clock(operation.received_at)}",
        by=_by(waiting, words),
        facts=facts,
        note=entry.note if waiting.sight is Sight.WHOLE else "",
        why=tuple(_why(waiting)),
        stands=f"{activities}/{operation.activity_id}" if waiting.standing else "",
        takes=waiting.fits and not waiting.own,
        decides=not waiting.own,
        both=bool(entry.note),
        sealed=entry.sealed,
        times=_times(waiting, tried),
        reason=tried.reason if tried else "",
        faults=tried.faults if tried else {},
    )


def _why(waiting: Waiting) -> Iterator[str]:
    operation = waiting.entry.operation
    if operation.code == PERSONAL_DATA and waiting.entry.raw.get("proposed_place"):
        yield t(WITH_A_NAME)
    else:
        yield t(WHY.get(operation.code or "", "Den väntar på ett beslut."))
    if waiting.entry.sealed and operation.code != PERSONAL_DATA:
        yield t(SEALED)
    if waiting.entry.sealed and not waiting.own:
        yield t(ITS_AUTHOR)
    if waiting.own:
        yield t(OWN)
    elif not waiting.fits:
        yield t(NOT_THERE if waiting.standing is None else OTHER_STANDS)


def _by(waiting: Waiting, words: ActivityWords) -> str:
    organisation = str(waiting.entry.operation.facts["author_organisation"])
    term = words.vocabulary.organisations.get(organisation)
    return waiting.author or capital(term.in_text(spoken()) if term else organisation)


def _times(waiting: Waiting, tried: Tried | None) -> tuple[str, str] | None:
    """What is typed so far: nobody should take the phone's own time for right without thinking."""
    entry = waiting.entry
    if entry.operation.code != WILD_CLOCK or entry.content is None:
        return None
    return (tried.started, tried.ended) if tried is not None else ("", "")
