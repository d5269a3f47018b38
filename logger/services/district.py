"""The municipalities that somebody follows, side by side: where each stands with its promises, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy.orm import Session

from logger.domain.counting.gists import WEEKS_BACK
from logger.domain.counting.ledger import Ledger
from logger.domain.counting.near_misses import near_misses
from logger.domain.people.people import Municipality, Principal
from logger.domain.people.policy import Action, Reach, Resource, reach
from logger.domain.periods import Days, instant_of, week_of
from logger.domain.places import Places
from logger.domain.progress.causes import LATE, Cause, Course, causes, near_in
from logger.domain.refusing.refusals import NotFound
from logger.services.activities.estimates import Beside, estimates_of
from logger.services.boards.board_rows import BoardRow
from logger.services.boards.boards import Ask, Board, Followed, board_of
from logger.services.follow_up.follow_ups_waiting import WaitingFollowUp, waiting_follow_ups
from logger.store.activities import activities
from logger.store.places import places_of
from logger.store.syncing import held


@dataclass(frozen=True, slots=True)
class TownStanding:
    """One municipality with its pledge of the day; `board` is None where there is none.

    `causes` are those of what is behind or to be watched, by commitment. `held` entries wait for a decision;
    None where that is not the reader's. `follow_ups` are those that wait for the reader,
    `beside` what books kept before say, by commitment.
    """

    municipality: Municipality
    board: Board | None
    causes: Mapping[str, tuple[Cause, ...]]
    places: Places
    held: int | None
    follow_ups: tuple[WaitingFollowUp, ...] = ()
    beside: Beside = field(default_factory=dict)


def district_of(
    session: Session, principal: Principal, followed: tuple[Followed, ...], as_of: date, today: date
) -> tuple[TownStanding, ...]:
    """Every municipality that the principal follows, by name: never in an order of how well it went.

    Raises NotFound for one who follows none.
    """
    if not followed:
        raise NotFound
    return tuple(_standing(session, principal, each, as_of, today) for each in followed)


def _standing(
    session: Session, principal: Principal, town: Followed, as_of: date, today: date
) -> TownStanding:
    code, pledge = town.municipality.code, town.usual(as_of)
    if pledge is None:
        return TownStanding(town.municipality, None, {}, {}, _held(session, principal, code))
    board, listed = (
        board_of(session, principal, Ask(code, pledge.key, as_of), today),
        places_of(session, code),
    )
    return TownStanding(
        town.municipality,
        board,
        _causes(session, principal, board, listed),
        listed,
        _held(session, principal, code),
        waiting_follow_ups(session, principal, pledge),
        estimates_of(session, pledge, board.as_of),
    )


def _held(session: Session, principal: Principal, code: str) -> int | None:
    decides = reach(principal, Action.READ, Resource.HELD, code)
    return held.count_in(session, code) if decides else None


def _causes(
    session: Session, principal: Principal, board: Board, listed: Places
) -> Mapping[str, tuple[Cause, ...]]:
    late = [row for row in board.rows if row.progress.status in LATE]
    code = board.stored.municipality
    sees_all = reach(principal, Action.READ, Resource.ACTIVITY, code) is Reach.ALL
    span = _lately(board.as_of)
    ledger = _ledger(session, code, span, listed) if late and sees_all else Ledger()
    return {row.commitment.id: _of_row(row, ledger, span, board.as_of) for row in late}


def _of_row(row: BoardRow, ledger: Ledger, span: Days, as_of: date) -> tuple[Cause, ...]:
    near = near_in(list(near_misses(row.commitment, ledger, as_of, span)), WEEKS_BACK)
    return causes(row.commitment, row.progress, Course(row.last_activity, row.weeks), near, as_of)


def _lately(as_of: date) -> Days:
    """The weeks that a board shows: older entries that came close say little of today."""
    return Days(week_of(as_of).first - timedelta(weeks=WEEKS_BACK - 1), as_of)


def _ledger(session: Session, code: str, span: Days, listed: Places) -> Ledger:
    first, last = instant_of(span.first), instant_of(span.last + timedelta(days=1))
    return Ledger(listed, activities.activities_between(session, code, first, last))
