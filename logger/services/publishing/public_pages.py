"""What anyone may read: each pledge as signed, and what was published of it; without a name or a day."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from logger.domain.follow_up.follow_up_periods import FollowedPeriod, period_at
from logger.domain.people.people import Municipality
from logger.domain.places import Places
from logger.domain.pledges import Commitment
from logger.domain.refusing.refusals import NotFound
from logger.domain.terms import Vocabulary
from logger.services.boards.board_rows import BoardArea, BoardRow
from logger.services.follow_up.frozen_versions import version_of
from logger.services.follow_up.late_changes import Correction, corrections_of
from logger.services.pledges.pledges import StoredPledge, approved_pledges
from logger.services.publishing.published_rows import published_areas
from logger.store import places, vocabulary
from logger.store.follow_up import publications
from logger.store.follow_up.publications import Publication
from logger.store.people import people

Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Edition:
    """A publication as it is listed: which pledge and period, to which day, made when."""

    pledge: str
    period: FollowedPeriod
    as_of: date
    published_at: datetime


@dataclass(frozen=True)
class PublicIndex:
    """The pledges of a municipality, the newest first, and what has been published of them."""

    municipality: Municipality
    pledges: tuple[StoredPledge, ...]
    editions: tuple[Edition, ...]

    def editions_of(self, key: str) -> tuple[Edition, ...]:
        """Those of one pledge, the newest first."""
        return tuple(each for each in self.editions if each.pledge == key)


@dataclass(frozen=True)
class PublicBoard:
    """One pledge as anyone may read it: a publication, or the promises alone where there is none.

    `told` is what the open data say of each commitment, `approved` which party approved when. `others` are
    the municipality's other pledges.
    """

    municipality: Municipality
    stored: StoredPledge
    others: tuple[StoredPledge, ...]
    words: Vocabulary
    places: Places
    edition: Edition | None = None
    editions: tuple[Edition, ...] = ()
    areas: tuple[BoardArea, ...] = ()
    told: Mapping[str, Told] | None = None
    approved: tuple[tuple[str, date], ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def rows(self) -> Iterator[BoardRow]:
        """Every published row, in the pledge's own order."""
        return (row for area in self.areas for row in area.rows)

    def said_of(self, commitment: Commitment) -> Told:
        """What the open data say of a commitment."""
        return (self.told or {})[commitment.id]


def public_index(session: Session, slug: str) -> PublicIndex:
    """The pledges of the municipality with this slug. Raises NotFound where there is none."""
    municipality = people.municipality_with_slug(session, slug)
    if municipality is None:
        raise NotFound
    found = publications.listed(session, municipality.code)
    editions = tuple(Edition(each, _period(period), as_of, made) for each, period, as_of, made in found)
    return PublicIndex(municipality, tuple(approved_pledges(session, municipality.code)), editions)


def public_board(session: Session, slug: str, key: str, period: str | None = None) -> PublicBoard:
    """A pledge as published for the period, or as published last. Raises NotFound."""
    index = public_index(session, slug)
    board = promised_board(session, index, key)
    if period is None and not board.editions:
        return board
    return published_board(session, board, publication_of(session, index, key, period))


def promised_board(session: Session, index: PublicIndex, key: str) -> PublicBoard:
    """The promises of a pledge alone. Raises NotFound."""
    stored = next((each for each in index.pledges if each.key == key), None)
    if stored is None:
        raise NotFound
    return PublicBoard(
        municipality=index.municipality,
        stored=stored,
        others=tuple(each for each in index.pledges if each.key != key),
        words=vocabulary.vocabulary(session),
        places=places.places_of(session, index.municipality.code),
        editions=index.editions_of(key),
    )


@dataclass(frozen=True, slots=True)
class OpenData:
    """The open data of a publication, as text (with its digest) and as plain data."""

    text: str
    document: Mapping[str, Any]


def open_data(session: Session, slug: str, key: str, period: str) -> OpenData:
    """The open data of the publication of a period, word for word as published. Raises NotFound."""
    made = publication_of(session, public_index(session, slug), key, period)
    return OpenData(f'{{"sha256":"{made.sha256}",{made.document[1:]}', json.loads(made.document))


def publication_of(session: Session, index: PublicIndex, key: str, period: str | None = None) -> Publication:
    """The publication of the period, or the newest. Raises NotFound."""
    code = index.municipality.code
    if period is None:
        found = publications.newest(session, code, key)
    else:
        found = publications.one(session, code, key, period)
    if found is None:
        raise NotFound
    return found


def published_board(session: Session, board: PublicBoard, made: Publication) -> PublicBoard:
    """The board with what a publication says, as it was published."""
    document: dict[str, Any] = json.loads(made.document)
    version = version_of(session, board.stored, document["pledge"]["version"])
    return replace(
        board,
        stored=version,
        edition=Edition(made.pledge, _period(made.period), made.as_of, made.published_at),
        areas=published_areas(document, version.pledge),
        told={each["id"]: each for each in document["commitments"]},
        approved=tuple((each["party"], date.fromisoformat(each["on"])) for each in document["approved"]),
        corrections=corrections_of(session, version, made.period),
    )


def _period(address: str) -> FollowedPeriod:
    period = period_at(address)
    assert period is not None
    return period
