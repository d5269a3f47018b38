"""Boards: the pledges that somebody may follow, and where each commitment of one stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from logger.domain.people.people import Municipality, Principal
from logger.domain.people.policy import Action, Resource, allowed, require
from logger.domain.pledges import Pledge
from logger.domain.refusing.refusals import NotFound, SignInNeeded
from logger.domain.terms import Vocabulary
from logger.services.boards.board_rows import BoardArea, BoardRow, areas
from logger.services.kept.ledgers import accounts_for, reach_of
from logger.services.kept.pledges_in_force import (
    StoredPledge,
    approved_pledge,
    approved_pledges_in,
    newest_first,
)
from logger.store import vocabulary
from logger.store.people import people


@dataclass(frozen=True, slots=True)
class Ask:
    """Whose figures are asked for, and as of when; without a date, as of the day that is usual."""

    municipality: str
    pledge: str
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """A pledge of a municipality as of the end of a local day."""

    stored: StoredPledge
    as_of: date
    areas: tuple[BoardArea, ...]
    words: Vocabulary

    @property
    def rows(self) -> tuple[BoardRow, ...]:
        """Every row, in the pledge's own order."""
        return tuple(row for area in self.areas for row in area.rows)


def board_of(session: Session, principal: Principal | None, ask: Ask, today: date) -> Board:
    """The board of a pledge, for one who may see the municipality's figures.

    Raises SignInNeeded or NotFound.
    """
    stored = pledge_for(session, principal, ask)
    as_of = shown_day(stored.pledge, ask.as_of, today)
    accounts = accounts_for(session, stored, as_of)
    return Board(stored, as_of, areas(stored.pledge, accounts), vocabulary.vocabulary(session))


def pledge_for(session: Session, principal: Principal | None, ask: Ask) -> StoredPledge:
    """The pledge that is asked for, for one who may see its figures. Raises SignInNeeded or NotFound."""
    require(principal, Action.READ, Resource.FIGURES, ask.municipality)
    return approved_pledge(session, ask.municipality, ask.pledge)


def shown_day(pledge: Pledge, wanted: date | None, today: date) -> date:
    """The day that figures are shown as of: the one wanted, never one to come; else the usual day."""
    return wanted if wanted is not None and wanted <= today else usual_day(pledge, today)


def usual_day(pledge: Pledge, today: date) -> date:
    """Today, or the last day of a pledge that is over."""
    return min(reach_of(pledge).last, today)


@dataclass(frozen=True, slots=True)
class Followed:
    """A municipality and its pledges that count, the newest first."""

    municipality: Municipality
    pledges: tuple[StoredPledge, ...]

    def usual(self, today: date) -> StoredPledge | None:
        """The pledge that runs today, or the newest; None where there is none."""
        running = [each for each in self.pledges if today in each.pledge.valid]
        return next(iter(running or self.pledges), None)


def followed_by(session: Session, principal: Principal | None) -> tuple[Followed, ...]:
    """The municipalities whose figures the principal may see, by name. Raises SignInNeeded."""
    if principal is None:
        raise SignInNeeded
    seen = [
        each
        for each in people.municipalities(session)
        if each.code in principal.municipalities
        and allowed(principal, Action.READ, Resource.FIGURES, each.code)
    ]
    by_code: dict[str, list[StoredPledge]] = {each.code: [] for each in seen}
    for stored in approved_pledges_in(session, list(by_code)) if seen else ():
        by_code[stored.municipality].append(stored)
    return tuple(Followed(each, tuple(newest_first(by_code[each.code]))) for each in seen)


def current_municipality(session: Session, principal: Principal) -> str | None:
    """The code of the municipality that the principal last worked in, for where to begin."""
    return people.current_municipality(session, principal.user_id)


def usual_pledge(session: Session, principal: Principal, today: date) -> StoredPledge:
    """The pledge that somebody most likely asks for: of where they are, first. Raises NotFound."""
    usual = usual_of(session, principal, followed_by(session, principal), today)
    if usual is None:
        raise NotFound
    return usual


def usual_of(
    session: Session, principal: Principal, followed: Sequence[Followed], today: date
) -> StoredPledge | None:
    """The same among what somebody follows; None where no pledge counts."""
    return next(filter(None, (each.usual(today) for each in here_first(session, principal, followed))), None)


def here_first(session: Session, principal: Principal, followed: Sequence[Followed]) -> list[Followed]:
    """What somebody follows, the municipality that they last worked in before the others."""
    current = current_municipality(session, principal)
    return sorted(followed, key=lambda each: each.municipality.code != current)
