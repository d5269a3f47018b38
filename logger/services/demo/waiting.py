"""What waits at the demo's desks: held entries, proposed places, one evening twice, phones to ask for."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any
from uuid import NAMESPACE_DNS, uuid5

from sqlalchemy.orm import Session

from logger.domain.activities import Activity
from logger.domain.entering.body_writer import body_bytes, facts_of
from logger.domain.entering.operations import PHONE, Operation
from logger.domain.periods import instant_of, local_date
from logger.domain.places import ProposedPlace
from logger.domain.records import Kind, Status
from logger.services.bookkeeping import Draft, enter
from logger.services.demo.people import PEOPLE, DemoPerson
from logger.services.recording import KeptEntry, keep_activities
from logger.store.syncing import streams
from logger.store.syncing.streams import Contact

SCHEMA = 1
FIRST_NUMBER = 13  # what each phone numbered before that is another story


@dataclass(frozen=True)
class Phone:
    """Somebody's phone: heard from so many days ago, one number lost before those that still wait on it."""

    of: str
    label: str
    days_ago: int = 0
    lost: bool = False
    waiting: int = 0
    clock_offset: int = 0


@dataclass(frozen=True)
class Held:
    """An entry that the sync door held for this reason, `days_ago`; made on somebody's phone."""

    of: str
    code: str
    type: str
    place: str
    hour: int
    days_ago: int = 1
    focus: tuple[str, ...] = ()
    counters: dict[str, int] = field(default_factory=dict)
    note: str = ""
    days_ahead: int = 0


@dataclass(frozen=True)
class Proposed:
    """A round at a place that is not listed."""

    of: str
    place: ProposedPlace
    days_ago: int


@dataclass(frozen=True)
class Desk:
    """All that waits in one municipality; `twice` are two people who logged one evening, at one place."""

    held: Sequence[Held]
    proposed: Sequence[Proposed] = ()
    phones: Sequence[Phone] = ()
    twice: tuple[str, str] | None = None
    twice_at: str = ""


LEKEBERG = Desk(
    held=(
        # A number of those that are kept free for inventions (PTS).
        Held(
            *("Samira Haddad", "personal_data", "foot_patrol", "fjugesta-centrum", 18),
            focus=("centre",),
            note="Ägaren nås på 070-174 06 05.",
        ),
        Held(
            *("Peter Öberg", "wild_clock", "outreach", "fjugesta-centrum", 20),
            days_ahead=400,
            note="Kvällsrunda efter fritidsgården.",
        ),
        Held(
            *("Johan Ek", "rescued", "traffic_check", "lannavagen", 9, 2),
            focus=("speed",),
            counters={"vehicles": 23, "offences": 1},
            note="Lugnt i trafiken.",
        ),
    ),
    proposed=(
        Proposed("Samira Haddad", ProposedPlace("Vändplanen vid Källtorp", (59.163, 14.832)), 2),
        Proposed("Peter Öberg", ProposedPlace("vändplanen vid Källtorp"), 4),
        Proposed("Peter Öberg", ProposedPlace("Badgruvan"), 6),
    ),
    phones=(
        Phone("Samira Haddad", "Android · Chrome"),
        Phone("Johan Ek", "iPhone · Safari", days_ago=9, lost=True, waiting=3),
        Phone("Elin Sandberg", "Android · Firefox", days_ago=3, clock_offset=2040),
    ),
    twice=("Johan Ek", "Peter Öberg"),
    twice_at="fjugesta-centrum",
)
OSKARSHAMN = Desk(
    held=(Held("Amir Karimi", "wild_clock", "outreach", "", 19, days_ahead=400, note="Lugn kväll."),),
)


def keep_waiting(session: Session, municipality: str, desk: Desk, now: datetime) -> None:
    """Let all of it wait, inside a deed that has begun."""
    numbers: dict[str, int] = {}
    drafts = [_draft(municipality, each, now, numbers) for each in desk.held]
    enter(session, drafts)
    for phone in desk.phones:
        _keep_phone(session, phone, now, numbers.get(phone.of, FIRST_NUMBER - 1))
    rounds = [_round(municipality, each, now) for each in desk.proposed]
    keep_activities(session, municipality, rounds, "demo")
    if desk.twice is not None:
        entries = [
            _evening(name, minutes, desk.twice_at, now)
            for name, minutes in zip(desk.twice, (0, 10), strict=True)
        ]
        keep_activities(session, municipality, entries, "demo")


def _draft(municipality: str, held: Held, now: datetime, numbers: dict[str, int]) -> Draft:
    who = _person(held.of)
    numbers[held.of] = number = numbers.get(held.of, FIRST_NUMBER - 1) + 1
    done = _done(f"{municipality} {held.of} {held.code}", held, now)
    body: dict[str, Any] = {
        "kind": "create",
        "activity_id": done.id,
        "municipality": municipality,
        **facts_of(done),
        "participants": [],
        "note": held.note,
        "captured": {},
    }
    operation = Operation(
        municipality=municipality,
        server_seq=0,
        op_id=_id(f"operation {done.id}"),
        stream_id=_stream(held.of),
        seq=number,
        kind=Kind.CREATE,
        activity_id=done.id,
        base_rev=None,
        rev=None,
        author=who.id,
        received_at=_on(now, held.days_ago, held.hour) + timedelta(minutes=47),
        status=Status.HELD,
        code=held.code,
        schema=SCHEMA,
        digest="",
        facts={"author_organisation": who.organisation, "origin": PHONE},
    )
    return Draft(operation, body_bytes(body))


def _done(name: str, held: Held, now: datetime) -> Activity:
    started_at = _on(now, held.days_ago - held.days_ahead, held.hour)
    return Activity(
        id=_id(name),
        type=held.type,
        started_at=started_at,
        ended_at=started_at + timedelta(minutes=40),
        organisations=frozenset({_person(held.of).organisation}),
        focus=frozenset(held.focus),
        place=held.place or None,
        counters=held.counters,
    )


def _round(municipality: str, proposed: Proposed, now: datetime) -> KeptEntry:
    who, started_at = _person(proposed.of), _on(now, proposed.days_ago, 14)
    done = Activity(
        id=_id(f"{municipality} {proposed.of} {proposed.place.name}"),
        type="site_round",
        started_at=started_at,
        ended_at=started_at + timedelta(minutes=20),
        organisations=frozenset({who.organisation}),
        participants=(who.id,),
        proposed=proposed.place,
    )
    return KeptEntry(done, who.id, who.organisation, started_at + timedelta(minutes=22))


def _evening(name: str, minutes: int, place: str, now: datetime) -> KeptEntry:
    """Both walked the same round, and both wrote it down."""
    who, started_at = _person(name), _on(now, 2, 18) + timedelta(minutes=minutes)
    walk = Activity(
        id=_id(f"{name} {place}"),
        type="foot_patrol",
        started_at=started_at,
        ended_at=started_at + timedelta(minutes=45),
        organisations=frozenset({who.organisation}),
        focus=frozenset({"centre"}),
        participants=(who.id,),
        others=1,
        place=place,
    )
    return KeptEntry(walk, who.id, who.organisation, started_at + timedelta(minutes=50))


def _keep_phone(session: Session, phone: Phone, now: datetime, received: int) -> None:
    heard = now - timedelta(days=phone.days_ago, minutes=17)
    floor = received + 1 + phone.lost
    contact = Contact(
        stream_id=_stream(phone.of),
        user_id=_person(phone.of).id,
        app_build="demo",
        label=phone.label,
        first_seq=FIRST_NUMBER,
        highest_seq=floor - 1 + phone.waiting,
        floor=floor,
        clock_offset=phone.clock_offset,
        at=heard,
    )
    streams.claim(session, contact)


def _on(now: datetime, days_ago: int, hour: int) -> datetime:
    return instant_of(local_date(now) - timedelta(days=days_ago), time(hour, 10))


def _person(name: str) -> DemoPerson:
    return next(each for each in PEOPLE if each.name == name)


def _stream(name: str) -> str:
    return _id(f"phone of {name}")


def _id(name: str) -> str:
    return str(uuid5(NAMESPACE_DNS, f"{name}.waiting.demo.faltlogg.example"))
