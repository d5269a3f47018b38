"""A follow-up as everyone will read it, before it is published: for those who may read the follow-up."""

from datetime import datetime

from sqlalchemy.orm import Session

from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, require
from logger.domain.refusing.refusals import NotFound
from logger.services.follow_up.follow_ups import period_of
from logger.services.pledges.pledges import approved_pledge
from logger.services.publishing.public_pages import (
    PublicBoard,
    promised_board,
    public_index,
    published_board,
)
from logger.services.publishing.publishing import publication_of
from logger.store.follow_up import follow_ups, publications
from logger.store.people import people


def previewed(
    session: Session, principal: Principal | None, code: str, key: str, address: str, now: datetime
) -> PublicBoard:
    """What is published of the period, or what would be of the proposal that stands; nothing is kept.

    Raises SignInNeeded, and NotFound where nothing is put forward.
    """
    person = require(principal, Action.READ, Resource.FOLLOW_UP, code)
    stored = approved_pledge(session, code, key)
    follow_up = follow_ups.follow_up(session, code, key, period_of(stored, address))
    here = people.municipality(session, code)
    if here is None or follow_up.proposal is None:
        raise NotFound
    made = publications.one(session, code, key, address)
    if made is None:
        made = publication_of(session, stored, follow_up, person.user_id, now)
    return published_board(session, promised_board(session, public_index(session, here.slug), key), made)
