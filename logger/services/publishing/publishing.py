"""An approved follow-up is made public: its open data are written once, at an address for ever."""

import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from logger.domain.entering.canonical import canonical, digest_of
from logger.domain.follow_up.follow_ups import FollowUp, Stage
from logger.domain.people.parties import PARTIES, party_of
from logger.domain.people.people import Municipality, Principal
from logger.domain.people.policy import Action, Resource, require
from logger.domain.periods import ONE_DAY, local_date
from logger.domain.refusing.follow_up_refusals import NotApproved, PublishedAlready, TooEarlyToPublish
from logger.domain.refusing.refusals import NotAllowed, NotFound
from logger.domain.said import Said
from logger.domain.words.sensitivity import is_sensitive
from logger.services.desk_operations import take_ledger
from logger.services.follow_up.follow_up_work import Where, tell
from logger.services.follow_up.follow_ups import period_of
from logger.services.follow_up.frozen_versions import version_of
from logger.services.own_activities import log_own
from logger.services.pledges.pledges import StoredPledge, approved_pledge
from logger.services.publishing.open_data import Beside, open_document
from logger.services.transactions import writing
from logger.store import vocabulary
from logger.store.follow_up import follow_ups, publications
from logger.store.follow_up.publications import Publication
from logger.store.people import people

DELAY = timedelta(days=7)
"""How long the last day of the figures has passed before anyone may read them."""


def publish(session: Session, principal: Principal, where: Where, now: datetime) -> Publication:
    """Make the follow-up public, and log that results were published.

    Raises NotAllowed for one who approves for no party, NotApproved, TooEarlyToPublish, PublishedAlready.
    """
    with writing(session):
        require(principal, Action.PUBLISH, Resource.FOLLOW_UP, where.municipality)
        if party_of(principal, where.municipality) is None:
            raise NotAllowed
        stored = approved_pledge(session, where.municipality, where.pledge)
        follow_up = follow_ups.follow_up(
            session, where.municipality, where.pledge, period_of(stored, where.period)
        )
        take_ledger(session, where.municipality)
        refuse_too_early(follow_up, local_date(now))
        if publications.one(session, *where.key) is not None:
            raise PublishedAlready
        new = publication_of(session, stored, follow_up, principal.user_id, now)
        publications.add(session, new)
        tell(session, principal, "publish", where, {"sha256": new.sha256}, now)
        log_own(session, principal, where.municipality, "/".join(where.key), "published_result", PARTIES, now)
        return new


def first_day_to_publish(last: date) -> date:
    """The first day on which figures up to this day may be read by anyone."""
    return last + DELAY + ONE_DAY


def publication_of(
    session: Session, stored: StoredPledge, follow_up: FollowUp, by: str, now: datetime
) -> Publication:
    """The publication as it is kept for ever."""
    proposal = follow_up.proposal
    assert proposal is not None
    snapshot: Mapping[str, Any] = json.loads(proposal.snapshot)
    version = version_of(session, stored, snapshot["version"])
    here = _municipality(session, stored.municipality)
    words = vocabulary.vocabulary(session)
    sensitive = {each.id for each in version.pledge.commitments if is_sensitive(each, words)}
    earlier = publications.documents(session, stored.municipality, stored.key)
    beside = Beside(sensitive, [json.loads(each) for each in earlier])
    document = open_document(here, version, follow_up, snapshot, local_date(now), beside)
    text = canonical(document)
    as_of = date.fromisoformat(snapshot["as_of"])
    period = follow_up.period.address
    return Publication(stored.municipality, stored.key, period, as_of, text, digest_of(text), by, now)


def refuse_too_early(follow_up: FollowUp, today: date) -> None:
    """Raises NotApproved, and TooEarlyToPublish: the delay runs from the last day that was frozen.

    A later version of the pledge may end earlier; it makes nothing older that is told.
    """
    if follow_up.stage is not Stage.APPROVED or follow_up.proposal is None:
        raise NotApproved
    first = first_day_to_publish(date.fromisoformat(json.loads(follow_up.proposal.snapshot)["as_of"]))
    if today < first:
        raise TooEarlyToPublish(Said("Siffrorna kan publiceras från och med {0}.", first.isoformat()))


def _municipality(session: Session, code: str) -> Municipality:
    here = people.municipality(session, code)
    if here is None:
        raise NotFound
    return here
