"""Presence against the promise: each period's hours, and the activities behind one of them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from logger.domain.people.people import Principal
from logger.domain.periods import Days
from logger.domain.pledges import Commitment, Pledge
from logger.domain.refusing.refusals import NotFound
from logger.domain.targets import EachPeriod, Hours
from logger.services.boards.boards import Ask
from logger.services.boards.drilldown import Drilldown, Pick, open_figure


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which commitment, and what of it: the period that holds a day, else the present; or picked days."""

    commitment: str
    day: date | None = None
    within: Days | None = None


def presence_of(session: Session, principal: Principal, ask: Ask, wanted: Wanted, today: date) -> Drilldown:
    """A promise for each period with one period opened: the wanted one, else the one that the date lies in.

    Raises NotFound for a commitment that the pledge has not, or that is not judged for each period.
    """
    opened = open_figure(session, principal, ask, wanted.commitment, Pick(wanted.day, wanted.within), today)
    if opened.row.per is None:
        raise NotFound
    if opened.period is None:
        valid, last = opened.row.pace.valid, wanted.within.last if wanted.within else opened.as_of
        usual = Pick(min(max(last, valid.first), valid.last), wanted.within)
        opened = open_figure(session, principal, ask, wanted.commitment, usual, today)
    return opened


def presence_commitments(pledge: Pledge) -> tuple[Commitment, ...]:
    """The commitments that promise hours for each period, in the pledge's order."""
    return tuple(
        each
        for each in pledge.commitments
        if isinstance(each.target, Hours) and isinstance(each.target.judged, EachPeriod)
    )
