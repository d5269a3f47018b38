"""What a pledge has come to: the one deed behind every figure, on every screen and in every answer."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, require
from logger.domain.pledges import Pledge
from logger.domain.progress.answers import Progress
from logger.domain.progress.progress import standing
from logger.services.activities.estimates import Beside, estimates_of
from logger.services.kept.ledgers import accounts_for
from logger.services.pledges.pledges import approved_pledge


@dataclass(frozen=True)
class ProgressView:
    """The figures of one pledge at the end of a local day, by commitment id.

    `beside` is what books kept before say, which is in none of them.
    """

    municipality: str
    key: str
    number: int
    demo: bool
    pledge: Pledge
    as_of: date
    progress: dict[str, Progress]
    beside: Beside


def progress_of(
    session: Session, principal: Principal | None, municipality: str, pledge_key: str, as_of: date
) -> ProgressView:
    """The figures of a pledge, for one who may see the municipality's.

    Raises SignInNeeded or NotFound.
    """
    require(principal, Action.READ, Resource.FIGURES, municipality)
    stored = approved_pledge(session, municipality, pledge_key)
    accounts = accounts_for(session, stored, as_of)
    figures = {name: standing(account) for name, account in accounts.items()}
    beside = estimates_of(session, stored, as_of)
    return ProgressView(
        stored.municipality, stored.key, stored.number, stored.demo, stored.pledge, as_of, figures, beside
    )
