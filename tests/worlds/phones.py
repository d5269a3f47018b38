"""A small world with two districts in it, and phones that send batches to it as the contract says."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import uuid4

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from logger.config import Settings
from logger.domain.people.people import Grant, Municipality, Role
from logger.domain.places import Flag, Place
from logger.extensions import db
from logger.factory import create_app
from logger.services.people.users import NewAccount, keep_user
from logger.services.pledges.pledges import PledgeImport, keep_pledge
from logger.services.running.installation import District, lay_ground
from logger.services.transactions import writing
from logger.store import places
from logger.store.people import sessions
from tests.servers.postgresql import owner_url

NOW = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
LEKEBERG, OREBRO, OSKARSHAMN = "1814", "1880", "0882"
DISTRICTS = (
    District(
        "orebro",
        "Lokalpolisområde Örebro",
        (
            Municipality(LEKEBERG, "Lekeberg", "lekeberg", "orebro"),
            Municipality(OREBRO, "Örebro", "orebro", "orebro"),
        ),
    ),
    District(
        "oskarshamn",
        "Lokalpolisområde Oskarshamn",
        (Municipality(OSKARSHAMN, "Oskarshamn", "oskarshamn", "oskarshamn"),),
    ),
)
PLEDGE = """
format: 1
municipality: "1814"
title: Medborgarlöfte Lekebergs kommun 2026
valid: {from: 2026-01-01, to: 2026-12-31}
parties: [police, municipality]
focus_areas:
  - name: Trafik
    commitments:
      - id: speed
        wording: Polisen genomför 52 hastighetskontroller där medborgare pekat ut.
        label: Hastighetskontroller
        counts: {types: [traffic_check], focus: [speed], flagged: true}
        target: {kind: count, at_least: 52}
      - id: presence
        wording: Polisen är i kommunen två timmar i veckan.
        counts: {performed_by: [police]}
        target: {kind: hours, at_least: 2, per: iso_week}
"""
ROAD = Place("skolvagen", "Skolvägen", frozenset({"road"}), (Flag(NOW.date() - timedelta(days=300)),))
BATHING_SITE = Place("lanna-badgruva", "Lanna badgruva", frozenset({"bathing_site"}))


@dataclass(frozen=True)
class Person:
    """Somebody in the world, with a session that has begun."""

    id: str
    secret: str


@dataclass(frozen=True)
class World:
    """An app over a database with words, places, a pledge and people."""

    app: Flask
    anna: Person  # officer in Örebro's district
    bo: Person  # the same
    cilla: Person  # officer in Oskarshamn's district
    worker: Person  # works for Lekeberg
    administrator: Person
    coordinator: Person  # the police's in Lekeberg
    town_coordinator: Person  # the municipality's in Lekeberg
    chief: Person  # of Örebro's district

    def phone(self, person: Person, **phone: Any) -> "Phone":
        """A phone of this person's, with a stream of its own."""
        return Phone(self.app.test_client(), person, **phone)


def build_world(database_url: str, instance: Path, now: datetime = NOW, **settings: Any) -> World:
    """The world in an empty database, its tables made from the models; its sessions begin now."""
    app = open_app(database_url, instance, **settings)
    with app.app_context():
        db.create_all()
        with writing(db.session()):
            lay_ground(db.session(), DISTRICTS)
            places.put(db.session(), LEKEBERG, ROAD)
            places.put(db.session(), LEKEBERG, BATHING_SITE)
            keep_pledge(db.session(), PledgeImport(PLEDGE, approve=True), NOW)
            police, municipality = "police", "municipality"
            coordinating = Grant(Role.COORDINATOR, municipality=LEKEBERG)
            in_lekeberg = Grant(Role.MUNICIPAL_WORKER, municipality=LEKEBERG)
            return World(
                app,
                anna=_person("anna", police, Grant(Role.OFFICER, district="orebro"), now),
                bo=_person("bo", police, Grant(Role.OFFICER, district="orebro"), now),
                cilla=_person("cilla", police, Grant(Role.OFFICER, district="oskarshamn"), now),
                worker=_person("worker", municipality, in_lekeberg, now),
                administrator=_person("administrator", police, Grant(Role.ADMINISTRATOR), now),
                coordinator=_person("coordinator", police, coordinating, now),
                town_coordinator=_person("town_coordinator", municipality, coordinating, now),
                chief=_person("chief", police, Grant(Role.DISTRICT_CHIEF, district="orebro"), now),
            )


def open_app(database_url: str, instance: Path, **settings: Any) -> Flask:
    """The app over a database, empty or with a world in it."""
    quiet = Settings(database_url=database_url, secret_key="of a test", instance=instance, request_log=False)
    return create_app(replace(quiet, **({"owner_url": owner_url(database_url)} | settings)))


def close(world: World) -> None:
    """Let go of the database."""
    with world.app.app_context():
        db.session.remove()
        for engine in db.engines.values():
            engine.dispose()


def another_officer(world: World, name: str, now: datetime = NOW) -> Person:
    """One more officer of Örebro's district."""
    with world.app.app_context(), writing(db.session()):
        return _person(name, "police", Grant(Role.OFFICER, district="orebro"), now)


def _person(name: str, organisation: str, grant: Grant, now: datetime) -> Person:
    person = Person(str(uuid4()), f"secret-of-{name}")
    account = NewAccount(f"{name}@example.se", name.title(), organisation, None, (grant,))
    keep_user(db.session(), person.id, account, now - timedelta(days=400))
    begun = sessions.StoredSession(person.id, now, now, now + timedelta(days=36_500))
    sessions.add(db.session(), sha256(person.secret.encode()).hexdigest(), begun)
    return person


HEADERS = {"Sec-Fetch-Site": "same-origin", "X-Faltlogg-Sync": "1", "Content-Type": "application/json"}


@dataclass(frozen=True)
class Reply:
    """What the door answered: status, kind, and the JSON in it."""

    status: int
    kind: str
    json: dict[str, Any]

    @classmethod
    def of(cls, response: TestResponse) -> "Reply":
        """The reply in a response of the test client."""
        members: dict[str, Any] = json.loads(response.data)
        return cls(response.status_code, response.mimetype or "", members)


@dataclass
class Phone:
    """A phone as the server sees it: it numbers what it saves, and sends the same bytes however often."""

    client: FlaskClient
    person: Person
    stream_id: str = field(default_factory=lambda: str(uuid4()))
    seq: int = 0
    cursors: dict[str, Any] = field(default_factory=dict)

    def op(self, body: Mapping[str, Any] | str, **envelope: Any) -> dict[str, Any]:
        """The body sealed as the next operation of the stream; any part of the envelope may be given."""
        self.seq += 1
        text = body if isinstance(body, str) else json.dumps(body, ensure_ascii=False)
        sealed = {
            "op_id": str(uuid4()),
            "seq": self.seq,
            "schema": 1,
            "sha256": sha256(text.encode()).hexdigest(),
            "body": text,
        }
        return sealed | envelope

    def create(self, **body: Any) -> dict[str, Any]:
        """A new activity."""
        return self.op(creating(**body))

    def batch(self, *ops: Any, **batch: Any) -> dict[str, Any]:
        """A batch of these operations; any member of it may be given."""
        whole = {
            "protocol": 1,
            "batch_id": str(uuid4()),
            "stream_id": self.stream_id,
            "app_build": "test",
            "client_now": NOW.isoformat(),
            "cursors": self.cursors,
            "floor": 0,
            "ops": list(ops),
        }
        return whole | batch

    def post(self, body: Any, *, to: str = "/api/v1/sync", **headers: str) -> Reply:
        """Post anything to the door, or another, signed in as the phone's person."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.client.set_cookie("faltlogg", self.person.secret)
        return Reply.of(self.client.post(to, data=data, headers=HEADERS | headers))

    def get(self, address: str) -> Reply:
        """Read by another door, signed in as the phone's person."""
        self.client.set_cookie("faltlogg", self.person.secret)
        return Reply.of(self.client.get(address))

    def devices(self) -> list[dict[str, Any]]:
        """The devices of the phone's person."""
        found: list[dict[str, Any]] = self.get("/api/v1/devices").json["devices"]
        return found

    def pull(self, *ops: Any, **batch: Any) -> dict[str, Any]:
        """Send a batch and keep its cursors, as a phone does; return the whole answer."""
        reply = self.post(self.batch(*ops, **batch))
        assert reply.status == 200, reply.json
        self.cursors = reply.json["cursors"]
        return reply.json

    def rescue(self, *ops: Any, of: "Phone", **file: Any) -> Reply:
        """Bring in the rescue file of another phone."""
        whole = {
            "protocol": 1,
            "batch_id": str(uuid4()),
            "stream_id": of.stream_id,
            "made_at": NOW.isoformat(),
            "ops": list(ops),
        }
        return self.post(whole | file, to="/api/v1/sync/rescue")

    def reconcile(self, *ops: Any, **inventory: Any) -> Reply:
        """Ask whether what was sent in these operations is there."""
        items = [{"op_id": op["op_id"], "sha256": op["sha256"]} for op in ops]
        whole = {"protocol": 1, "stream_id": self.stream_id, "items": items}
        return self.post(whole | inventory, to="/api/v1/sync/reconcile")

    def send(self, *ops: Any, **batch: Any) -> list[dict[str, Any]]:
        """Send a batch and return its results."""
        reply = self.post(self.batch(*ops, **batch))
        assert reply.status == 200, reply.json
        results: list[dict[str, Any]] = reply.json["results"]
        return results

    def statuses(self, *ops: Any) -> list[tuple[str, str | None]]:
        """Send a batch and return status and code of each result."""
        return [(result["status"], result.get("code")) for result in self.send(*ops)]


def creating(**body: Any) -> dict[str, Any]:
    """The body of a speed check at a road that citizens pointed out; any field may be given."""
    whole = {
        "kind": "create",
        "activity_id": str(uuid4()),
        "municipality": LEKEBERG,
        "type": "traffic_check",
        "focus": ["speed"],
        "place": "skolvagen",
        "started_at": "2026-03-09T08:00:00+01:00",
        "ended_at": "2026-03-09T09:00:00+01:00",
        "organisations": ["police"],
        "participants": [],
        "others": 0,
        "targeted": False,
        "outcome": "completed",
        "counters": {"vehicles": 50},
        "captured": {"wall": "2026-03-09T09:00:00+01:00", "mono_ms": 1234.5, "boot_id": "a"},
    }
    return whole | body


def changing(kind: str, created: Mapping[str, Any], base_rev: int, **body: Any) -> dict[str, Any]:
    """The body that withdraws, voids or amends the activity that an operation created."""
    first: dict[str, Any] = json.loads(created["body"])
    if kind == "amend":
        return first | {"kind": kind, "base_rev": base_rev} | body
    named = {name: first[name] for name in ("activity_id", "municipality", "captured")}
    return named | {"kind": kind, "base_rev": base_rev} | body
