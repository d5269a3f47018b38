"""An installation whose clock a test moves: the people of a municipality live through a year of a pledge."""

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from logger import clock
from logger.config import from_environment
from logger.domain.activities import Activity
from logger.domain.follow_up.follow_ups import Note
from logger.domain.people.people import Municipality, Principal
from logger.domain.planning.plans import PlanItem
from logger.extensions import db
from logger.factory import create_app
from logger.services.demo.people import DISTRICTS, PEOPLE, DemoPerson
from logger.services.follow_up import follow_up_approval, follow_up_work, follow_ups
from logger.services.follow_up.follow_up_approval import NEEDS_A_REASON
from logger.services.follow_up.follow_up_work import Where
from logger.services.people.users import NewAccount, keep_user
from logger.services.places.places import keep_places
from logger.services.plan import plan_approval, plan_outcomes, plan_work, plans
from logger.services.plan.plan_work import PlanOf
from logger.services.pledges.pledges import PledgeImport, import_pledge
from logger.services.publishing import publishing
from logger.services.recording import KeptEntry, keep_activities
from logger.services.running.installation import District, lay_ground
from logger.services.transactions import writing
from logger.store.people import people, sessions
from logger.visit import SESSION_COOKIE
from tests.browser.live_server import ROOT, commands
from tests.servers import moved_clock

A_SHIFT = timedelta(hours=10)


@dataclass(frozen=True)
class Parties:
    """Who of the municipality writes follow-ups, and who approves for each party, by their logins."""

    writes: str
    police: str
    municipality: str


@dataclass
class LivedYear:
    """The installation and its people; `key` is where the pledge is in addresses."""

    app: Flask
    instance: Path
    municipality: Municipality
    key: str
    parties: Parties

    def move_to(self, moment: datetime) -> None:
        """Let it be this moment, here and on whatever server runs over the same folder."""
        moved_clock.move(self.instance / moved_clock.NAME, moment)

    def bring_in(self, seed: str) -> None:
        """The signed pledge's file is read in and approved."""
        text = (ROOT / "seeds" / f"{seed}.yaml").read_text(encoding="utf-8")
        with self.inside() as session:
            import_pledge(session, PledgeImport(text, approve=True), clock.now())

    def plan(self, *items: PlanItem) -> None:
        """The writer plans these."""
        with self.inside() as session:
            writer = self.principal(session, self.parties.writes)
            for each in items:
                plan_work.add(session, writer, self._plan, each, clock.now())

    def approve_plans(self, of: int) -> None:
        """Each party approves its plan for the year, as it is read."""
        with self.inside() as session:
            for login in (self.parties.police, self.parties.municipality):
                one = self.principal(session, login)
                opened = plans.open_plan(session, one, *self._at, of, clock.today())
                for each in opened.performers:
                    if each.may_approve and each.planned:
                        read = plan_approval.PlanRead(each.organisation, of, each.sha256)
                        plan_approval.approve(session, one, self._plan, read, clock.now())

    def page(self, path: str, login: str = "") -> str:
        """A page of the installation as HTML, read by somebody or by anybody."""
        client = self.app.test_client()
        if login:
            client.set_cookie(SESSION_COOKIE, self.begin_session(login))
        answer = client.get(path)
        assert answer.status_code == 200, f"{path}: {answer.status}"
        return answer.text

    def begin_session(self, login: str) -> str:
        """Let somebody be signed in from now on, for a shift; returns what the cookie is to say."""
        secret, now = secrets.token_urlsafe(32), clock.now()
        begun = sessions.StoredSession(person(login).id, now, now, now + A_SHIFT)
        with self.inside() as session, writing(session):
            sessions.add(session, sha256(secret.encode()).hexdigest(), begun)
        return secret

    def log(self, activities: Iterable[Activity], came: datetime | None = None) -> None:
        """What officers and field workers logged besides, as their phones sent it: at once, or then."""
        entries = [_entry(each, self.municipality.code, came) for each in activities]
        with self.inside() as session, writing(session):
            keep_activities(session, self.municipality.code, entries, "phone")

    def confirm_what_is_proposed(self, of: int) -> None:
        """Say of everything in the year's plan that the product proposes that it was done so."""
        with self.inside() as session:
            writer = self.principal(session, self.parties.writes)
            opened = plans.open_plan(session, writer, *self._at, of, clock.today())
            for time, activity in opened.proposals.items():
                plan_outcomes.done(session, writer, self._plan, time, activity.id, clock.now())

    def follow_up(
        self, period: str, comments: dict[str, str] | None = None, why: str = "Se kommentaren."
    ) -> None:
        """Write the follow-up of a period, freeze it and approve it for both parties."""
        where = Where(*self._at, period)
        with self.inside() as session:
            writer = self.principal(session, self.parties.writes)
            opened = follow_ups.open_follow_up(session, writer, *where.key, clock.today())
            notes = {
                row.commitment.id: Note(
                    row.commitment.id,
                    comment=(comments or {}).get(row.commitment.id, ""),
                    deviation=why if row.row.progress.status in NEEDS_A_REASON else "",
                )
                for row in opened.rows
            }
            follow_up_work.write(session, writer, where, notes, opened.mark, clock.now())
            mark = follow_ups.open_follow_up(session, writer, *where.key, clock.today()).mark
            proposal = follow_up_approval.propose(session, writer, where, mark, clock.now())
            for login in (self.parties.police, self.parties.municipality):
                approver = self.principal(session, login)
                follow_up_approval.approve(session, approver, where, proposal.sha256, clock.now())

    def publish(self, period: str) -> None:
        """Publish an approved follow-up."""
        where = Where(*self._at, period)
        with self.inside() as session:
            publisher = self.principal(session, self.parties.police)
            publishing.publish(session, publisher, where, clock.now())

    def principal(self, session: Session, login: str) -> Principal:
        """One of the people, as deeds know them."""
        found = people.principal_of(session, person(login).id, clock.today())
        assert found
        return found

    @property
    def _at(self) -> tuple[str, str]:
        return self.municipality.code, self.key

    @property
    def _plan(self) -> PlanOf:
        return PlanOf(*self._at)

    @contextmanager
    def inside(self) -> Iterator[Session]:
        """A session on the installation's database."""
        with self.app.app_context():
            yield db.session()


@contextmanager
def lived_year(
    instance: Path, municipality: Municipality, key: str, parties: Parties, begins: datetime
) -> Iterator[LivedYear]:
    """An installation with the municipality's people and places, and nothing promised yet, on that day."""
    file = instance / moved_clock.NAME
    moved_clock.move(file, begins)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: moved_clock.moved(file))
        with commands(instance) as run:
            run("db", "upgrade")
        app = create_app(replace(from_environment({"INSTANCE_PATH": str(instance)}, ROOT), request_log=False))
        year = LivedYear(app, instance, municipality, key, parties)
        with year.inside() as session:
            with writing(session):
                _settle(session, municipality)
            # A deed of its own: it takes the ledger, and the people before it stand in the audit chain.
            with writing(session):
                keep_places(session, _places_of(municipality), municipality.code, clock.now())
        yield year
        with app.app_context():
            for engine in db.engines.values():
                engine.dispose()


def person(login: str) -> DemoPerson:
    """One of the invented people, by how they sign in, or by name."""
    return next(each for each in PEOPLE if login in (each.login, each.name))


def _settle(session: Session, here: Municipality) -> None:
    now = clock.now()
    lay_ground(session, (District(here.district, DISTRICTS[here.district], (here,)),))
    for each in PEOPLE:
        if each.home == here.code:
            new = NewAccount(each.email, each.name, each.organisation, None, each.grants, each.home)
            keep_user(session, each.id, new, now)


def _places_of(here: Municipality) -> str:
    return (ROOT / "seeds" / f"{here.slug}-places.json").read_text(encoding="utf-8")


def _entry(activity: Activity, code: str, came: datetime | None) -> KeptEntry:
    organisation = "police" if "police" in activity.organisations else "municipality"
    author = next(each for each in PEOPLE if each.home == code and each.organisation == organisation)
    at_once = (activity.ended_at or activity.started_at) + timedelta(minutes=2)
    return KeptEntry(activity, author.id, organisation, came or at_once)
