"""The towns' map: there is always one place that people know and the map lacks, until a restore is over.

What is logged there is refused. A server that is restored forgets that it did, and says yes once the place is
on the map: whatever a person has thrown away meanwhile must not be offered to it.
"""

import re

from logger.domain.places import Place
from logger.extensions import db
from logger.services.transactions import writing
from logger.store import places
from tests.simulation.server import Server
from tests.worlds.phones import LEKEBERG, OREBRO, OSKARSHAMN

WELCOME_NOW = "thrown away, forgotten, and welcome now"
_NEW_PLACE = re.compile(r'"place":"nya-torget-(\d+)"')


class TownMap:
    """The map of all towns: their new places come on it at the same time."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._number = 1

    @property
    def lacking(self) -> str:
        """The place that is not on it yet."""
        return f"nya-torget-{self._number}"

    def has_by_now(self, body: str) -> bool:
        """Whether this was logged at a place that was new once."""
        named = _NEW_PLACE.search(body)
        return named is not None and int(named[1]) < self._number

    def put_on_what_lacks(self) -> None:
        """An administrator puts it on the map, everywhere; the next one that lacks is another."""
        with self.server.app.app_context():
            with writing(db.session()):
                for code in (LEKEBERG, OREBRO, OSKARSHAMN):
                    places.put(db.session(), code, Place(self.lacking, "Nya torget", frozenset({"square"})))
            db.session.remove()
        self._number += 1
