"""What is kept of pledges: the gists of their commitments, read for one pledge or for many."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

import msgspec
from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from logger.domain.counting.keeping import Kept
from logger.store.kept.day_books import SHAPE, read, written
from logger.store.statements import any_of, table_of
from logger.store.tables import ProgressRow

PledgeKey = tuple[str, str]
"""Municipality, pledge."""

_UNREAD = msgspec.json.Decoder(dict[str, msgspec.Raw])
_PROGRESS = table_of(ProgressRow)
_NAMES = ("municipality", "pledge")
_KEY = tuple(_PROGRESS.c[name] for name in _NAMES)
_GISTS = select(*_KEY, _PROGRESS.c.number, _PROGRESS.c.gists).where(_PROGRESS.c.shape == SHAPE)
_OF_PLEDGE = _GISTS.where(
    _PROGRESS.c.municipality == bindparam("code"), _PROGRESS.c.pledge == bindparam("pledge")
)
_IN_MUNICIPALITIES = _GISTS.where(_PROGRESS.c.municipality.in_(any_of("codes")))


@dataclass(slots=True)
class KeptPledge:
    """What is kept of a version of a pledge: of each commitment as it is written, read when asked for."""

    number: int
    told: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def unread(cls, number: int, gists: str) -> "KeptPledge":
        """The same of the gists' own text: what nobody asks for stays as it is, and is put back so."""
        return cls(number, _UNREAD.decode(gists))

    def of(self, commitment: str) -> Kept | None:
        """What is kept of the commitment; None where nothing is."""
        told = self.told.get(commitment)
        if isinstance(told, msgspec.Raw):
            told = msgspec.json.decode(told)
        return None if told is None else Kept(read(told), frozenset(told.get("covered", ())))

    def keep(self, commitment: str, kept: Kept) -> None:
        """Let this be kept of the commitment."""
        covered = {"covered": sorted(kept.covered)} if kept.covered else {}
        self.told[commitment] = written(kept.gist) | covered


def of_pledge(session: Session, municipality: str, pledge: str, number: int) -> KeptPledge:
    """What is kept of a pledge's version."""
    rows = session.execute(_OF_PLEDGE, {"code": municipality, "pledge": pledge})
    found = (KeptPledge(row.number, row.gists) for row in rows if row.number == number)
    return next(found, KeptPledge(number))


def in_municipalities(session: Session, codes: Collection[str]) -> dict[PledgeKey, KeptPledge]:
    """All that is kept in these municipalities."""
    rows = session.execute(_IN_MUNICIPALITIES, {"codes": sorted(codes)})
    return {(row.municipality, row.pledge): KeptPledge(row.number, row.gists) for row in rows}
