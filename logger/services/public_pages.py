"""The public page: what was promised and what it has come to, for anyone, without a name or a day.

Until a follow-up is approved and published, figures are shown of closed weeks alone, and after a delay: so
that no day can be worked out from two readings.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from logger.domain.people import Municipality
from logger.domain.periods import ONE_DAY, week_of
from logger.domain.places import Places
from logger.domain.refusals import NotFound
from logger.domain.terms import Vocabulary
from logger.services.board_rows import BoardArea, BoardRow, areas
from logger.services.ledgers import accounts_for, reach_of
from logger.services.pledges import StoredPledge, approved_pledges
from logger.store import people, places, vocabulary

DELAY = timedelta(days=7)
"""How long a closed week waits: one that ended on a Sunday is shown from the Monday after the next."""


@dataclass(frozen=True, slots=True)
class PublicBoard:
    """One pledge as anyone may see it. `others` are the municipality's other pledges, the newest first."""

    municipality: Municipality
    stored: StoredPledge
    others: tuple[StoredPledge, ...]
    as_of: date
    areas: tuple[BoardArea, ...]
    words: Vocabulary
    places: Places

    @property
    def rows(self) -> tuple[BoardRow, ...]:
        """Every row, in the pledge's own order."""
        return tuple(row for area in self.areas for row in area.rows)


@dataclass(frozen=True, slots=True)
class PublicIndex:
    """The pledges of a municipality, the newest first."""

    municipality: Municipality
    pledges: tuple[StoredPledge, ...]


def public_index(session: Session, slug: str) -> PublicIndex:
    """The pledges of the municipality with this slug. Raises NotFound where there is none."""
    municipality = people.municipality_with_slug(session, slug)
    if municipality is None:
        raise NotFound
    return PublicIndex(municipality, tuple(approved_pledges(session, municipality.code)))


def public_board(session: Session, slug: str, key: str, today: date) -> PublicBoard:
    """A pledge as of the newest day that may be shown. Raises NotFound."""
    index = public_index(session, slug)
    stored = next((each for each in index.pledges if each.key == key), None)
    if stored is None:
        raise NotFound
    as_of = shown_to_all(stored, today)
    accounts = accounts_for(session, stored, as_of)
    return PublicBoard(
        municipality=index.municipality,
        stored=stored,
        others=tuple(each for each in index.pledges if each.key != key),
        as_of=as_of,
        areas=areas(stored.pledge, accounts),
        words=vocabulary.vocabulary(session),
        places=places.places_of(session, index.municipality.code),
    )


def shown_to_all(stored: StoredPledge, today: date) -> date:
    """The last day of the newest week that has closed and waited, or of a pledge that is over.

    A pledge's last day waits as long as the week that it lies in.
    """
    monday = week_of(today - DELAY).first
    return min(monday - ONE_DAY, reach_of(stored.pledge).last)
