"""The town that the simulation plays in: municipalities, places, pledges and as many people as wanted."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from logger.domain.people.people import Grant, Role
from logger.services.people.users import NewAccount, keep_user
from logger.services.pledges.pledges import PledgeImport, keep_pledge
from logger.services.running.installation import lay_ground
from logger.store import places
from tests.worlds.phones import BATHING_SITE, DISTRICTS, LEKEBERG, OREBRO, OSKARSHAMN, ROAD

PLEDGE = """
format: 1
municipality: "{code}"
title: Medborgarlöfte
valid: {{from: 2026-01-01, to: 2034-12-31}}
parties: [police, municipality]
focus_areas:
  - name: Trafik
    commitments:
      - id: speed
        wording: Polisen genomför 5 200 hastighetskontroller.
        label: Hastighetskontroller
        counts: {{types: [traffic_check], focus: [speed]}}
        target: {{kind: count, at_least: 5200}}
      - id: presence
        wording: Polisen är i kommunen tio timmar i veckan.
        counts: {{performed_by: [police]}}
        target: {{kind: hours, at_least: 10, per: iso_week}}
"""
KEY = "medborgarlofte"


@dataclass(frozen=True, slots=True)
class Resident:
    """Somebody who logs: whom they work for, and where."""

    id: str
    email: str
    organisation: str
    municipalities: tuple[str, ...]


@dataclass(frozen=True)
class Town:
    """Everybody who logs, and those who put things right at a desk."""

    people: list[Resident]
    coordinators: dict[str, str]  # by municipality


def settle(session: Session, count: int, now: datetime) -> Town:
    """Lay the ground and let people move in, inside a deed that has begun."""
    lay_ground(session, DISTRICTS)
    for code in (LEKEBERG, OREBRO, OSKARSHAMN):
        places.put(session, code, ROAD)
        places.put(session, code, BATHING_SITE)
        keep_pledge(session, PledgeImport(PLEDGE.format(code=code), approve=True), now)
    before = now - timedelta(days=400)
    people = [_move_in(session, number, before) for number in range(count)]
    coordinators = {
        code: _account(
            session, 10**6 + int(code), "police", Grant(Role.COORDINATOR, municipality=code), before
        )
        for code in (LEKEBERG, OREBRO, OSKARSHAMN)
    }
    return Town(people, coordinators)


def _move_in(session: Session, number: int, now: datetime) -> Resident:
    reach: tuple[str, ...]
    match number % 10:
        case 0:
            grant = Grant(Role.MUNICIPAL_WORKER, municipality=LEKEBERG)
            organisation, reach = "municipality", (LEKEBERG,)
        case 1 | 2:
            grant = Grant(Role.OFFICER, district="oskarshamn")
            organisation, reach = "police", (OSKARSHAMN,)
        case _:
            grant = Grant(Role.OFFICER, district="orebro")
            organisation, reach = "police", (LEKEBERG, OREBRO)
    user_id = _account(session, number, organisation, grant, now)
    return Resident(user_id, _email(number), organisation, reach)


def _account(session: Session, number: int, organisation: str, grant: Grant, now: datetime) -> str:
    user_id = str(UUID(int=(0x5EED << 112) | (4 << 76) | (2 << 62) | number))
    name = f"Person {number}"
    account = NewAccount(_email(number), name, organisation, None, (grant,))
    keep_user(session, user_id, account, now)
    return user_id


def _email(number: int) -> str:
    return f"person{number}@example.se"
