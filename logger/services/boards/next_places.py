"""Gå hit härnäst: the places that the pledges in force wait for."""

from datetime import date

from sqlalchemy.orm import Session

from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, require
from logger.domain.progress.next_places import NextPlace, next_places
from logger.domain.targets import Coverage
from logger.services.boards.boards import Board
from logger.services.kept.ledgers import accounts_for, reach_of
from logger.services.places.place_register import register_of
from logger.services.pledges.pledges import approved_pledges


def next_on_board(
    session: Session, principal: Principal | None, board: Board, today: date
) -> tuple[NextPlace, ...]:
    """The same beside a board as of today; none where its pledge says nothing of single places."""
    waits = any(
        isinstance(each.target, Coverage) or each.counts.flagged for each in board.stored.pledge.commitments
    )
    if not waits or board.as_of != today:
        return ()
    return next_places_of(session, principal, board.stored.municipality, today)


def next_places_of(
    session: Session, principal: Principal | None, municipality: str, today: date
) -> tuple[NextPlace, ...]:
    """Where to go next, the most urgent first. Raises SignInNeeded or NotFound."""
    principal = require(principal, Action.READ, Resource.FIGURES, municipality)
    running = [each for each in approved_pledges(session, municipality) if today in reach_of(each.pledge)]
    accounts = [accounts_for(session, each, today) for each in running]
    return next_places(accounts, register_of(session, principal, municipality).visited, today)
