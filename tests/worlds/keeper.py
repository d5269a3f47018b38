"""A database that keeps the progress of one pledge while its activities come, change and go."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from logger.domain.activities import Activity
from logger.domain.counting.accounts import accounts_of
from logger.domain.counting.keeping import Change
from logger.domain.counting.ledger import Ledger
from logger.domain.people.people import Municipality
from logger.domain.places import Place
from logger.domain.pledges import Pledge
from logger.domain.progress.progress import progress, standing
from logger.domain.records import State, StoredActivity
from logger.services.boards.board_rows import BoardRow, row
from logger.services.kept.keeping import Rules, keep_up
from logger.services.kept.ledgers import accounts_for
from logger.services.kept.pledges_in_force import StoredPledge
from logger.services.kept.progress_rebuilding import Rebuilt, keep_anew
from logger.store import places
from logger.store.activities import projection
from logger.store.databases.engine import make_engines
from logger.store.people import people
from logger.store.pledges import pledges
from logger.store.tables.base import Base
from tests.worlds.phones import NOW

CODE, KEY = "1814", "kept"
VERSION = pledges.PledgeVersion(CODE, KEY, 1, "draft", demo=False, text="", sha256="")


@contextmanager
def laid_out(url: str) -> Iterator[Session]:
    """A session on a new database with a municipality and an empty pledge in it."""
    engine = make_engines(url).write
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        people.add_district(session, "district", "Lokalpolisområde")
        people.add_municipality(session, Municipality(CODE, "Lekeberg", "lekeberg", "district"))
        pledges.add_version(session, VERSION, pledges.Writing("test", NOW))
        session.commit()
        yield session
        session.rollback()
    engine.dispose()


@dataclass
class Keeper:
    """What is kept of a pledge in a session that is never committed."""

    session: Session
    pledge: Pledge
    map: Mapping[str, Place]
    standing: dict[str, Activity] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.session.rollback()
        for place in self.map.values():
            places.put(self.session, CODE, place)
            for double in place.former:
                places.put(self.session, CODE, Place(double, double))
                places.merge(self.session, CODE, double, place.id)
        self.stored = StoredPledge(CODE, KEY, 1, False, self.pledge)
        keep_anew(self.session, self.stored)

    def take(self, batch: Sequence[Activity]) -> None:
        """Let these activities stand as given, new ones and ones that were there, and keep up with them."""
        changes = [Change(self.standing.get(each.id), each) for each in batch]
        projection.put(self.session, [_stored(each) for each in batch])
        rules = Rules([self.stored], places.places_in(self.session, [CODE]))
        keep_up(self.session, {CODE: changes}, rules)
        self.standing |= {each.id: each for each in batch}

    def computed(self, as_of: date) -> dict[str, dict[str, Any]]:
        """The figures by all activities together."""
        found = progress(self.pledge, Ledger(self.map, tuple(self.standing.values())), as_of)
        return {key: each.answer() for key, each in found.items()}

    def answers(self, as_of: date) -> dict[str, dict[str, Any]]:
        """The figures by what is kept."""
        accounts = accounts_for(self.session, self.stored, as_of)
        return {key: standing(each).answer() for key, each in accounts.items()}

    def rows(self, as_of: date) -> list[BoardRow]:
        """The rows of a board by what is kept."""
        return [row(each) for each in accounts_for(self.session, self.stored, as_of).values()]

    def computed_rows(self, as_of: date) -> list[BoardRow]:
        """The same by all activities together."""
        known = Ledger(self.map, tuple(self.standing.values()))
        return [row(each) for each in accounts_of(self.pledge, known, as_of).values()]

    def rebuilt(self) -> Rebuilt:
        """How much of it is not as the activities have it."""
        return keep_anew(self.session, self.stored)


def _stored(activity: Activity) -> StoredActivity:
    return StoredActivity(
        municipality=CODE,
        activity=activity,
        rev=1,
        state=State.VOIDED if activity.voided else State.CURRENT,
        author=None,
        author_organisation="police",
        created_at=NOW,
        changed_at=NOW,
        server_seq=1,
        has_note=False,
        origin="phone",
    )
