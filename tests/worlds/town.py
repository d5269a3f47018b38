"""A town to try the doors in: two municipalities, one person of every kind, and something of everything."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pytest
from flask import Flask
from sqlalchemy import select

from logger import clock
from logger.config import PasswordCost, Settings
from logger.domain.activities import Activity
from logger.domain.counting.ledger import Mark
from logger.domain.drafting.pledge_versions import PledgeDraft
from logger.domain.follow_up.follow_up_periods import period_at
from logger.domain.follow_up.follow_ups import Note, Stand
from logger.domain.people.people import Grant, Municipality, Role
from logger.domain.places import Flag, Place
from logger.domain.pledge_files.pledge_export import pledge_document
from logger.domain.words.vocabulary import BUILT_IN
from logger.extensions import db
from logger.factory import create_app
from logger.services.files.pledge_files import read_pledge_text
from logger.services.follow_up.follow_up_approval import frozen
from logger.services.follow_up.follow_up_rows import known_now
from logger.services.people import tokens
from logger.services.people.password_hashing import PasswordHashing
from logger.services.people.users import NewAccount, disable_user, keep_user
from logger.services.pledges.pledges import PledgeImport, approved_pledge, keep_pledge
from logger.services.publishing.publishing import publication_of
from logger.services.recording import KeptEntry, keep_activities
from logger.services.running.installation import District, lay_ground
from logger.services.transactions import writing
from logger.store import places
from logger.store.follow_up import follow_ups, publications
from logger.store.people import sessions
from logger.store.pledges import hand_entered, pledge_drafts
from logger.store.syncing import counters, streams
from logger.store.tables import Base
from tests.servers.postgresql import owner_url

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
CHEAP = PasswordCost(passes=1, memory_kib=8, lanes=1)
PASSWORD = "korrekt häst batteri häftstift"
OURS, THEIRS = "1814", "0882"
PLEDGE = "medborgarlofte-2026"
STREAM = "6f1c1e9e-0000-4000-8000-0000000000aa"  # the officer's phone
DISTRICTS = (
    District("orebro", "Örebro", (Municipality(OURS, "Lekeberg", "lekeberg", "orebro"),)),
    District("vastervik", "Västervik", (Municipality(THEIRS, "Oskarshamn", "oskarshamn", "vastervik"),)),
)
PLEDGE_FILE = """\
format: 1
municipality: "{code}"
title: Medborgarlöfte {code}
valid: {{from: 2026-01-01, to: 2026-12-31}}
parties: [police, municipality]
focus_areas:
  - name: Trafik
    commitments:
      - id: speed
        wording: Polisen genomför minst 52 hastighetskontroller där medborgare pekat ut problem.
        label: Hastighetskontroller
        counts: {{types: [traffic_check], focus: [speed], flagged: true}}
        target: {{kind: count, at_least: 52}}
      - id: presence
        wording: Polisen är i kommunen minst två timmar i veckan.
        label: Närvaro
        counts: {{performed_by: [police]}}
        target: {{kind: hours, at_least: 2, per: iso_week}}
      - id: walk
        wording: En trygghetsvandring genomförs.
        target: {{kind: milestone}}
"""

PEOPLE: Mapping[str, tuple[str, Grant]] = {
    "officer": ("police", Grant(Role.OFFICER, district="orebro")),
    "colleague": ("police", Grant(Role.OFFICER, district="orebro")),
    "worker": ("municipality", Grant(Role.MUNICIPAL_WORKER, municipality=OURS)),
    "coordinator": ("police", Grant(Role.COORDINATOR, municipality=OURS)),
    "town coordinator": ("municipality", Grant(Role.COORDINATOR, municipality=OURS)),
    "chief": ("police", Grant(Role.DISTRICT_CHIEF, district="orebro")),
    "administrator": ("police", Grant(Role.ADMINISTRATOR)),
    "disabled": ("police", Grant(Role.COORDINATOR, municipality=OURS)),
    "expired": ("police", Grant(Role.COORDINATOR, municipality=OURS)),
    "foreign officer": ("police", Grant(Role.OFFICER, district="vastervik")),
    "foreign coordinator": ("municipality", Grant(Role.COORDINATOR, municipality=THEIRS)),
}
A_YEAR = timedelta(days=365)
TOKENS = {"token": OURS, "foreign token": THEIRS}
EVERYBODY = ("anonymous", *PEOPLE, *TOKENS)

OWN_PAGE = {"Sec-Fetch-Site": "same-origin"}
PROGRAM = {**OWN_PAGE, "X-Faltlogg": "1"}


@dataclass(frozen=True)
class Town:
    """The app, and what is in it; `activities` by whose they are, `bearers` the tokens' secrets."""

    app: Flask
    activities: Mapping[str, str]
    bearers: Mapping[str, str]

    def client(self, who: str = "anonymous") -> Any:  # werkzeug thinks that any answer's JSON may be None
        """A browser (or a program) in which this somebody is signed in."""
        client = self.app.test_client()
        if who in self.bearers:
            client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {self.bearers[who]}"
        elif who != "anonymous":
            client.set_cookie("faltlogg", _secret(who))
        return client

    @contextmanager
    def inside(self) -> Iterator[Any]:
        """A session on the town's database."""
        with self.app.app_context():
            yield db.session()

    def contents(self) -> dict[str, list[str]]:
        """Every row of every table, but for when a session was last used."""
        with self.app.app_context():
            return {
                table.name: sorted(map(str, db.session().execute(select(*_telling(table.c)))))
                for table in Base.metadata.sorted_tables
            }


@contextmanager
def town_in(
    database_url: str, instance: Path, first: Town | None = None, app: Flask | None = None
) -> Iterator[Town]:
    """The town while it is 22 November 2026, whatever day it is outside; every connection is closed after.

    It is built in an empty database, or opened in a copy of the database of the `first` one: by an app of its
    own, unless one is given that is open over it.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: NOW)
        app = app or make_app(database_url, instance)
        town = replace(first, app=app) if first else _build(app)
        yield town
        with town.app.app_context():
            for engine in db.engines.values():
                engine.dispose()


def make_app(database_url: str, instance: Path) -> Flask:
    """The app as the town's tests have it."""
    settings = Settings(database_url, "of a test", instance, password_cost=CHEAP, request_log=False)
    return create_app(replace(settings, owner_url=owner_url(database_url)))


def _build(app: Flask) -> Town:
    """The town in an empty database, its tables made from the models."""
    with app.app_context():
        db.create_all()
        session, now = db.session(), clock.now()
        with writing(session):
            lay_ground(session, DISTRICTS)
            counters.lock(session, {OURS, THEIRS})  # before anything is told to the audit chain
            for name, (organisation, grant) in PEOPLE.items():
                _keep_person(name, organisation, grant, now)
            for code in (OURS, THEIRS):
                _keep_content(code, now)
            kept = _keep_activities(now)
            for code in (OURS, THEIRS):
                _keep_answer(code)
            phone = streams.Contact(STREAM, user_id("officer"), "a", "Android · Chrome", 1, 0, 1, 0, now)
            streams.claim(session, phone)
        disable_user(session, address("disabled"), now)
        bearers = {
            name: tokens.create(session, tokens.TokenOrder(code, Role.COORDINATOR, name, A_YEAR), now).secret
            for name, code in TOKENS.items()
        }
    return Town(app, kept, bearers)


def address(name: str) -> str:
    """The e-mail address of one of the people."""
    return f"{name.replace(' ', '.')}@example.se"


def user_id(name: str) -> str:
    """The id of one of the people."""
    return str(uuid5(NAMESPACE_URL, name))


def activity(name: str, **changes: Any) -> Activity:
    """A speed check at Skolvägen, an hour long; `name` makes its id."""
    started_at = datetime(2026, 3, 9, 8, 0, tzinfo=UTC)
    given: dict[str, Any] = {
        "id": str(uuid5(NAMESPACE_URL, f"activity {name}")),
        "type": "traffic_check",
        "started_at": started_at,
        "ended_at": started_at + timedelta(hours=1),
        "organisations": frozenset({"police"}),
        "focus": frozenset({"speed"}),
        "place": "skolvagen",
        "counters": {"vehicles": 12},
    }
    return Activity(**given | changes)


def _secret(who: str) -> str:
    return f"the session of {who}"


def _keep_person(name: str, organisation: str, grant: Grant, now: datetime) -> None:
    hashing = PasswordHashing(CHEAP)
    keep_user(
        db.session(),
        user_id(name),
        NewAccount(address(name), name.title(), organisation, hashing.hash(PASSWORD), (grant,)),
        now - timedelta(days=400),
    )
    begun = now - timedelta(hours=11) if name == "expired" else now
    stored = sessions.StoredSession(user_id(name), begun, begun, begun + timedelta(hours=24))
    sessions.add(db.session(), sha256(_secret(name).encode()).hexdigest(), stored)


def _keep_content(code: str, now: datetime) -> None:
    session = db.session()
    flagged = (Flag(datetime(2025, 1, 1, tzinfo=UTC).date(), source="Medborgardialog"),)
    places.put(session, code, Place("skolvagen", "Skolvägen", frozenset({"road"}), flagged, (59.17, 14.87)))
    keep_pledge(session, PledgeImport(PLEDGE_FILE.format(code=code), approve=True), now)
    draft = PLEDGE_FILE.format(code=code).replace("2026", "2027")
    keep_pledge(session, PledgeImport(draft), now)
    unfinished = {**pledge_document(read_pledge_text(draft, BUILT_IN)), "title": "Utkast"}
    by = user_id("coordinator")
    key = PLEDGE.replace("2026", "2028")
    pledge_drafts.put(session, PledgeDraft(code, key, unfinished, None, by, now, by, now))
    hand_entered.put_mark(session, code, PLEDGE, Mark("walk", datetime(2026, 5, 20, tzinfo=UTC).date()))


def _keep_activities(now: datetime) -> dict[str, str]:
    ours = {
        name: activity(name, participants=(user_id(name),))
        for name in ("officer", "colleague", "worker", "coordinator")
    }
    ours["voided"] = activity("voided", voided=True)
    theirs = {"foreign officer": activity("foreign officer", participants=(user_id("foreign officer"),))}
    for code, kept in ((OURS, ours), (THEIRS, theirs)):
        entries = [
            KeptEntry(each, user_id(by), PEOPLE[by][0], now, "Lugnt.")
            for name, each in kept.items()
            for by in [name if name in PEOPLE else "officer"]
        ]
        keep_activities(db.session(), code, entries, "phone")
    return {name: each.id for name, each in (ours | theirs).items()}


def _keep_answer(code: str) -> None:
    """September, followed up, approved by both parties and published on 12 October."""
    session, period, at = db.session(), period_at("2026-09"), (code, PLEDGE, "2026-09")
    assert period
    stored, frozen_at = approved_pledge(session, code, PLEDGE), datetime(2026, 10, 5, 9, tzinfo=UTC)
    follow_ups.begin(session, *at, user_id("coordinator"), frozen_at)
    notes = [Note("speed", "Fler på Skolvägen.", "Vägarna var avstängda."), Note("presence", "", "Sjukdom.")]
    follow_ups.put_notes(session, *at, notes)
    written = follow_ups.follow_up(session, code, PLEDGE, period)
    known = known_now(session, stored, written)
    proposal = frozen(session, stored, written, known, user_id("coordinator"), frozen_at)
    follow_ups.add_proposal(session, at, proposal)
    for party, by in (("police", "chief"), ("municipality", "town coordinator")):
        stand = Stand(1, party, approved=True, by=user_id(by), at=frozen_at)
        follow_ups.add_stand(session, at, stand)
    made, when = follow_ups.follow_up(session, code, PLEDGE, period), datetime(2026, 10, 12, 9, tzinfo=UTC)
    publications.add(session, publication_of(session, stored, made, user_id("chief"), when))


def _telling(columns: Any) -> list[Any]:
    return [column for column in columns if column.name != "seen_at"]
