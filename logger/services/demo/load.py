"""Loading the demo: the map, the people, both pledges as signed and re-dated, and the work done on them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from logger.domain.counting.ledger import Mark
from logger.domain.people.invitations import Purpose
from logger.domain.people.people import Municipality
from logger.domain.periods import ONE_DAY, local_date
from logger.domain.pledges import Pledge
from logger.domain.refusing.refusals import AlreadyInstalled, InstallationPresent
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.demo import plan_lekeberg, plan_oskarshamn, waiting
from logger.services.demo.answers import answered_last, keep_follow_ups
from logger.services.demo.early_support import numbers, with_early_support
from logger.services.demo.old_book import keep_old_book
from logger.services.demo.people import (
    DISTRICTS,
    INVITED,
    INVITED_BY,
    LEKEBERG,
    OSKARSHAMN,
    PEOPLE,
    DemoPerson,
    new_password,
)
from logger.services.demo.plans import Plan
from logger.services.demo.pledge_work import keep_pledge_work
from logger.services.demo.redating import redated
from logger.services.demo.waiting import Desk, keep_waiting
from logger.services.demo.work import Crew, Done, carry_out, on_day
from logger.services.demo.year_plans import keep_year_plans
from logger.services.files.pledge_files import read_pledge_text
from logger.services.people import invitations
from logger.services.people.invitations import Fresh
from logger.services.people.password_hashing import PasswordHashing
from logger.services.people.users import NewAccount, keep_user
from logger.services.places.places import keep_places
from logger.services.pledges.pledges import PledgeImport, approved_pledges, keep_pledge, key_of
from logger.services.recording import KeptEntry, keep_activities
from logger.services.running.installation import District, lay_ground
from logger.services.transactions import writing
from logger.store.people import people
from logger.store.pledges import hand_entered, pledges
from logger.store.syncing import counters


@dataclass(frozen=True)
class Seed:
    """A signed pledge with its municipality's places, as the texts of their files."""

    pledge: str
    places: str


@dataclass(frozen=True)
class DemoAccount:
    """How one of the invented people signs in."""

    name: str
    title: str
    where: str
    email: str
    password: str


_NEW = timedelta(days=120)


@dataclass(frozen=True)
class _Town:
    municipality: Municipality
    then: Plan
    now: Plan
    desk: Desk


_TOWNS = (
    _Town(LEKEBERG, plan_lekeberg.PLAN, plan_lekeberg.PLAN, waiting.LEKEBERG),
    _Town(OSKARSHAMN, plan_oskarshamn.THEN, plan_oskarshamn.NOW, waiting.OSKARSHAMN),
)


def load_demo(
    session: Session, seeds: Mapping[str, Seed], hashing: PasswordHashing, now: datetime
) -> list[DemoAccount]:
    """Fill an empty database with the demo and answer how its people sign in.

    `seeds` are by municipality code. Raises AlreadyInstalled where the demo is loaded, and
    InstallationPresent where a real installation lives.
    """
    accounts = {person: new_password() for person in PEOPLE if person.login}
    hashes = {person: hashing.hash(password) for person, password in accounts.items()}
    code = invitations.fresh(hashing)
    with writing(session):
        _require_empty(session)
        lay_ground(session, _districts())
        counters.lock(session, {town.municipality.code for town in _TOWNS})  # before anything is told
        for person in PEOPLE:
            _keep_person(session, person, hashes.get(person), now)
        _invite(session, code, now)
        for town in _TOWNS:
            _load_town(session, town, seeds[town.municipality.code], now)
    return [
        DemoAccount(each.name, each.title, _where(each), each.email, password)
        for each, password in accounts.items()
    ]


def _require_empty(session: Session) -> None:
    if pledges.is_any(session, demo=True):
        raise AlreadyInstalled("Demoinnehållet finns redan i den här databasen.")
    if people.is_administrator_there(session) or people.municipalities(session):
        raise InstallationPresent


def _districts() -> tuple[District, ...]:
    towns = [town.municipality for town in _TOWNS]
    return tuple(
        District(key, name, tuple(town for town in towns if town.district == key))
        for key, name in DISTRICTS.items()
    )


def _keep_person(session: Session, person: DemoPerson, password_hash: str | None, now: datetime) -> None:
    account = NewAccount(
        person.email, person.name, person.organisation, password_hash, person.grants, person.home
    )
    keep_user(session, person.id, account, now)


def _invite(session: Session, code: Fresh, now: datetime) -> None:
    """Somebody who has a code and has not used it; nobody is told it, and another one can be made."""
    _keep_person(session, INVITED, None, now)
    by = next(each.id for each in PEOPLE if each.login == INVITED_BY)
    invitations.keep_code(session, INVITED.id, Purpose.INVITE, code, by, now)


def _load_town(session: Session, town: _Town, seed: Seed, now: datetime) -> None:
    """Both pledges of a municipality, and everything that was done on them until now."""
    code = town.municipality.code
    keep_places(session, seed.places, code, now)
    signed = read_pledge_text(seed.pledge, BUILT_IN)
    _keep(session, seed.pledge, "Som undertecknat", now)
    done = carry_out(town.then, signed.valid, _crew(code), now)
    text = seed.pledge
    for text, plan in _running(signed, town, local_date(now)):
        _keep(session, text, "Omdaterat för demon", now)
        done += carry_out(plan, read_pledge_text(text, BUILT_IN).valid, _crew(code), now)
    keep_pledge_work(session, code, text, now)
    keep_old_book(session, code, read_pledge_text(text, BUILT_IN), now)
    _keep_marks(session, code, signed, town.then)
    entries = [
        KeptEntry(each.activity, each.author, each.author_organisation, _received(each, now), each.note)
        for each in done
    ]
    late = _late(session, code, entries, now)
    keep_activities(session, code, [each for each in entries if each not in late], "demo")
    keep_follow_ups(session, code, now)
    keep_year_plans(session, code, now)
    came_at = now - timedelta(hours=26)
    keep_activities(session, code, [replace(each, received_at=came_at) for each in late], "demo")
    keep_waiting(session, code, town.desk, now)


def _late(session: Session, code: str, entries: Sequence[KeptEntry], now: datetime) -> list[KeptEntry]:
    """A traffic check of the month that is published: the phone that made it came back long after."""
    month = answered_last(approved_pledges(session, code), local_date(now))
    return [
        each
        for each in entries
        if month and each.activity.type == "traffic_check" and each.activity.local_date in month.days
    ][-1:]


def _running(signed: Pledge, town: _Town, today: date) -> Iterator[tuple[str, Plan]]:
    """The pledge that holds today; while it is new, the one before it too, so that there is more to see."""
    if today in signed.valid:
        return
    first_day = read_pledge_text(redated(signed, today, BUILT_IN), BUILT_IN).valid.first
    if today - first_day < _NEW and first_day > signed.valid.last + ONE_DAY:
        yield redated(signed, first_day - ONE_DAY, BUILT_IN), town.then
    running = read_pledge_text(redated(signed, today, BUILT_IN), BUILT_IN)
    yield with_early_support(running, BUILT_IN), town.now


def _keep(session: Session, text: str, why: str, now: datetime) -> None:
    keep_pledge(session, PledgeImport(text, approve=True, demo=True, why=why), now)
    pledge = read_pledge_text(text, BUILT_IN)
    for report in numbers(pledge, local_date(now)):
        hand_entered.put_report(session, pledge.municipality, key_of(pledge), report)


def _keep_marks(session: Session, code: str, pledge: Pledge, plan: Plan) -> None:
    ids = {commitment.id for commitment in pledge.commitments}
    for mark in plan.marks:
        if mark.commitment in ids:
            day = on_day(pledge.valid.first, mark.day)
            hand_entered.put_mark(session, code, key_of(pledge), Mark(mark.commitment, day, mark.evidence))


def _crew(code: str) -> Crew:
    logs = [each for each in PEOPLE if each.home == code and each.goes_out]
    return Crew(
        police=tuple(each.id for each in logs if each.organisation == "police"),
        municipality=tuple(each.id for each in logs if each.organisation == "municipality"),
    )


def _received(done: Done, now: datetime) -> datetime:
    ended = done.activity.ended_at or done.activity.started_at
    return min(ended + timedelta(minutes=2), now)


def _where(person: DemoPerson) -> str:
    names = {town.municipality.code: town.municipality.name for town in _TOWNS}
    districts = [DISTRICTS[each.district] for each in person.grants if each.district]
    return " och ".join(districts) or names.get(person.home or "", "Hela installationen")
