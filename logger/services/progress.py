"""What a pledge has come to: the one deed behind every figure, on every screen and in every answer."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from logger.domain.answers import Progress
from logger.domain.ledger import Ledger
from logger.domain.people import Principal
from logger.domain.pledges import Pledge
from logger.domain.policy import Action, Resource, require
from logger.domain.progress import progress
from logger.services.ledgers import ledger_for
from logger.services.pledges import StoredPledge, approved_pledge


@dataclass(frozen=True)
class ProgressView:
    """The figures of one pledge at the end of a local day, by commitment id."""

    municipality: str
    key: str
    number: int
    demo: bool
    pledge: Pledge
    as_of: date
    progress: dict[str, Progress]


def progress_of(
    session: Session, principal: Principal | None, municipality: str, pledge_key: str, as_of: date
) -> ProgressView:
    """The figures of a pledge, for one who may see the municipality's.

    Raises SignInNeeded or NotFound.
    """
    require(principal, Action.READ, Resource.FIGURES, municipality)
    stored = approved_pledge(session, municipality, pledge_key)
    return view_of(stored, ledger_for(session, municipality, stored), as_of)


def view_of(stored: StoredPledge, ledger: Ledger, as_of: date) -> ProgressView:
    """The figures of a pledge over its ledger."""
    figures = progress(stored.pledge, ledger, as_of)
    return ProgressView(
        stored.municipality, stored.key, stored.number, stored.demo, stored.pledge, as_of, figures
    )
