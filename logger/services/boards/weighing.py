"""One activity weighed against one commitment: what it gave, or the first condition that it does not meet."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from logger.domain.activities import Activity
from logger.domain.counting.contributions import Contribution, contributions
from logger.domain.counting.examination import Examination, counted_also, examine
from logger.domain.counting.ledger import Ledger
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, allowed
from logger.domain.places import Places
from logger.domain.pledges import Commitment
from logger.domain.terms import Vocabulary
from logger.services.activities.activity_pages import one_of
from logger.services.boards.boards import Ask, pledge_for, shown_day
from logger.services.boards.drilldown import commitment_in
from logger.services.kept.ledgers import ledger_for
from logger.services.pledges.pledges import StoredPledge
from logger.store import vocabulary


@dataclass(frozen=True, slots=True)
class Weighed:
    """The activity beside the commitment as of a day; `also` are the others of the pledge that it counts for.

    `corrects` says whether the reader may put the activity right.
    """

    stored: StoredPledge
    as_of: date
    commitment: Commitment
    activity: Activity
    examination: Examination
    gave: tuple[Contribution, ...]
    also: tuple[Commitment, ...]
    places: Places
    words: Vocabulary
    corrects: bool


def weigh(
    session: Session, principal: Principal, ask: Ask, commitment_id: str, activity_id: str, today: date
) -> Weighed:
    """The activity against the commitment, for one who may see both. Raises SignInNeeded or NotFound."""
    stored = pledge_for(session, principal, ask)
    commitment = commitment_in(stored, commitment_id)
    seen = one_of(session, principal, ask.municipality, activity_id)
    as_of = shown_day(stored.pledge, ask.as_of, today)
    ledger = ledger_for(session, ask.municipality, stored)
    activity = _as_counted(ledger, seen.activity)
    examination = examine(stored.pledge, commitment, activity, ledger, as_of)
    all_of = contributions(stored.pledge, commitment.id, ledger, as_of) if examination.counts else []
    also = counted_also(stored.pledge, commitment.id, [activity], ledger, as_of)
    return Weighed(
        stored=stored,
        as_of=as_of,
        commitment=commitment,
        activity=activity,
        examination=examination,
        gave=tuple(each for each in all_of if each.activity.id == activity.id),
        also=also[activity.id],
        places=ledger.places,
        words=vocabulary.vocabulary(session),
        corrects=allowed(principal, Action.CORRECT, Resource.ACTIVITY, ask.municipality, author=seen.author),
    )


def _as_counted(ledger: Ledger, activity: Activity) -> Activity:
    """The activity as figures are made from it: at the place that it is at now."""
    return next((each for each in ledger.activities if each.id == activity.id), activity)
