"""A real installation: its districts, municipalities and words, and the first administrator."""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy.orm import Session

from logger.domain.people.people import Grant, Municipality, Role
from logger.domain.refusing.refusals import AlreadyInstalled, DemoPresent
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.people.password_hashing import PasswordHashing
from logger.services.people.users import NewAccount, keep_user
from logger.services.transactions import writing
from logger.store import audit, vocabulary
from logger.store.people import people
from logger.store.pledges import pledges


@dataclass(frozen=True)
class District:
    """A local police district with the municipalities in it."""

    id: str
    name: str
    municipalities: tuple[Municipality, ...]


@dataclass(frozen=True)
class Installation:
    """What `init` is told: the districts, and who administrates."""

    districts: tuple[District, ...]
    administrator: str
    email: str
    password: str


def install(session: Session, new: Installation, hashing: PasswordHashing, now: datetime) -> None:
    """Lay the ground of a real installation.

    Raises DemoPresent where demo content lives, AlreadyInstalled where there is an administrator, and
    WeakPassword.
    """
    grant = Grant(Role.ADMINISTRATOR)
    account = NewAccount(new.email, new.administrator, "police", hashing.hash(new.password), (grant,))
    with writing(session):
        _require_no_demo(session)
        if people.is_administrator_there(session):
            raise AlreadyInstalled
        lay_ground(session, new.districts)
        keep_user(session, str(uuid4()), account, now)
        audit.append(session, audit.Event("operator", "init", "installation"), now)


def add_municipality(session: Session, district: District, now: datetime) -> None:
    """Add the district's municipalities, and the district itself if it is new; what is there stays.

    Raises DemoPresent where demo content lives.
    """
    with writing(session):
        _require_no_demo(session)
        lay_ground(session, (district,))
        for each in district.municipalities:
            event = audit.Event("operator", "municipality_add", f"municipality:{each.code}", each.code)
            audit.append(session, event, now)


def lay_ground(session: Session, districts: tuple[District, ...]) -> None:
    """The words and the map; what is there already stays."""
    vocabulary.add_missing(session, BUILT_IN)
    for district in districts:
        people.add_district(session, district.id, district.name)
        for municipality in district.municipalities:
            people.add_municipality(session, municipality)


def _require_no_demo(session: Session) -> None:
    if pledges.is_any(session, demo=True):
        raise DemoPresent
