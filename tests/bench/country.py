"""A country of 290 municipalities for measuring: one pledge each, as many activities as asked for.

The activities of one municipality are drawn and counted by the app itself; the others are copies of it, made
in the database, so that ten million of them stand in minutes.
"""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from uuid import UUID

import psycopg
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from logger.domain.activities import Activity
from logger.domain.people.people import Grant, Municipality, Role
from logger.domain.places import Flag, Place
from logger.domain.records import State, StoredActivity
from logger.extensions import db
from logger.services.kept.progress_rebuilding import rebuild
from logger.services.people.users import NewAccount, keep_user
from logger.services.pledges.pledges import PledgeImport, keep_pledge
from logger.services.running.installation import District, lay_ground
from logger.services.transactions import writing
from logger.store import places
from logger.store.activities import projection
from logger.store.people import sessions
from tests.bench.copies import copy_all

MUNICIPALITIES = 290
CODES = [str(1001 + at) for at in range(MUNICIPALITIES)]
FIRST, KEY = CODES[0], "lofte"
PEOPLE = {
    "chief": Grant(Role.DISTRICT_CHIEF, district="land"),
    "coordinator": Grant(Role.COORDINATOR, municipality=FIRST),
    "officer": Grant(Role.OFFICER, municipality=CODES[1]),
}
SECRETS = {name: f"secret-of-the-{name}" for name in PEOPLE}
PORTION = 5_000
PLEDGE = """
format: 1
municipality: "{code}"
title: Medborgarlöfte {before}–{year}
valid: {{from: {before}-01-01, to: {year}-12-31}}
parties: [police, municipality]
focus_areas:
  - name: Trafik
    commitments:
      - id: speed
        wording: Polisen genomför 400 hastighetskontroller där medborgare pekat ut.
        counts: {{types: [traffic_check], focus: [speed], flagged: true}}
        target: {{kind: count, at_least: 400}}
      - id: breath
        wording: Polisen tar 40 000 utandningsprov.
        counts: {{types: [traffic_check]}}
        target: {{kind: sum, counter: breath_tests, at_least: 40000}}
      - id: nuisance
        wording: En riktad insats mot buskörning.
        counts: {{types: [traffic_check], targeted: true}}
        target: {{kind: milestone}}
  - name: Trygghet
    commitments:
      - id: presence
        wording: Polisen är i kommunen två timmar i veckan.
        counts: {{performed_by: [police]}}
        target: {{kind: hours, at_least: 2, per: iso_week}}
      - id: evenings
        wording: Fredags- och lördagskvällar är vi i centrum i snitt fyra timmar.
        counts: {{performed_by: [police], weekdays: [fri, sat], clock: {{from: "18:00", to: "03:00"}}}}
        target: {{kind: hours, at_least: 4, per: iso_week, judged: average}}
      - id: schools
        wording: Vi är vid varje skola varje halvår.
        counts: {{types: [foot_patrol, school_visit], place_kinds: [school]}}
        target: {{kind: coverage, per: half_year}}
      - id: walks
        wording: Fyra trygghetsvandringar i månaden.
        counts: {{types: [safety_walk]}}
        target: {{kind: count, at_least: 4, per: month}}
      - id: joint
        wording: Kommunen och polisen arbetar tillsammans 30 dagar.
        counts: {{jointly: [police, municipality]}}
        target: {{kind: count, unit: day, at_least: 30}}
  - name: Samverkan
    commitments:
      - id: meetings
        wording: Vi fortsätter att ses.
        counts: {{types: [coordination_meeting]}}
        target: {{kind: ongoing}}
      - id: outreach
        wording: Det uppsökande arbetet ökar.
        counts: {{types: [outreach]}}
        target: {{kind: increase, baseline: 500}}
      - id: places
        wording: Vi är på tolv platser varje kvartal.
        counts: {{performed_by: [police]}}
        target: {{kind: count, unit: place, at_least: 12, per: quarter}}
      - id: bathing
        wording: Badplatserna besöks.
        counts: {{types: [bathing_site_visit], seasons: [{{from: "06-01", to: "08-31"}}]}}
        target: {{kind: count, at_least: 60}}
"""
KINDS = ("school", "road", "square", "bathing_site")
TYPES = (
    "traffic_check", "foot_patrol", "school_visit", "safety_walk", "coordination_meeting", "outreach",
    "bathing_site_visit", "presence",
)  # fmt: skip


def settle(engine: Engine, activities: int, now: datetime) -> None:
    """Fill an empty database, its tables made and the app's context pushed."""
    with writing(db.session()):
        towns = tuple(Municipality(code, f"Kommun {code}", f"kommun-{code}", "land") for code in CODES)
        lay_ground(db.session(), (District("land", "Landet", towns),))
        for name, grant in PEOPLE.items():
            _person(db.session(), name, grant, now)
        for place in _places(now.date()):
            places.put(db.session(), FIRST, place)
        year = now.year
        told = PLEDGE.format(code=FIRST, before=year - 1, year=year)
        keep_pledge(db.session(), PledgeImport(told, key=KEY, approve=True), now)
    made = list(_activities(activities // MUNICIPALITIES, now))
    for at in range(0, len(made), PORTION):
        with writing(db.session()):
            projection.put(db.session(), made[at : at + PORTION])
    rebuild(db.session(), FIRST)
    db.session.remove()
    with psycopg.connect(engine.url.set(drivername="postgresql").render_as_string()) as connection:
        copy_all(connection, FIRST, CODES[1:])
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))


def id_of(name: str) -> str:
    """The user's id."""
    return str(UUID(sha256(name.encode()).hexdigest()[:32], version=4))


def _person(session: Session, name: str, grant: Grant, now: datetime) -> None:
    keep_user(
        session,
        id_of(name),
        NewAccount(f"{name}@example.se", name.title(), "police", None, (grant,)),
        now - timedelta(days=400),
    )
    begun = sessions.StoredSession(id_of(name), now, now, now + timedelta(days=36_500))
    sessions.add(session, sha256(SECRETS[name].encode()).hexdigest(), begun)


def _places(today: date) -> Iterator[Place]:
    flagged = (Flag(today.replace(year=today.year - 2, month=1, day=1)),)
    for at in range(12):
        kind = KINDS[at % len(KINDS)]
        yield Place(f"plats-{at}", f"Plats {at}", frozenset({kind}), flagged if kind == "road" else ())


def _activities(count: int, now: datetime) -> Iterator[StoredActivity]:
    """Spread over the pledge's days until yesterday, the same for the same count."""
    chance = random.Random(count)
    begins = datetime(now.year - 1, 1, 1, tzinfo=UTC)
    minutes = int((now - timedelta(days=1) - begins).total_seconds() // 60)
    for at in range(count):
        started = begins + timedelta(minutes=chance.randrange(minutes))
        kind = chance.choice(TYPES)
        activity = Activity(
            id=str(UUID(int=at, version=4)),
            type=kind,
            started_at=started,
            ended_at=started + timedelta(minutes=15 * chance.randint(1, 10)),
            organisations=frozenset(
                chance.choice([{"police"}, {"police"}, {"municipality"}, {"police", "municipality"}])
            ),
            focus=frozenset({"speed"} if kind == "traffic_check" else ()),
            others=2,
            place=f"plats-{chance.randrange(12)}",
            targeted=chance.random() < 0.1,
            counters={"breath_tests": chance.randint(0, 40)} if kind == "traffic_check" else {},
        )
        yield StoredActivity(
            municipality=FIRST,
            activity=activity,
            rev=1,
            state=State.CURRENT,
            author=None,
            author_organisation="police",
            created_at=started,
            changed_at=started,
            server_seq=at + 1,
            has_note=False,
            origin="import",
        )
