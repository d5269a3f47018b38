"""A follow-up frozen and made public without a database."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from logger.domain.activities import Activity
from logger.domain.counting.ledger import Ledger
from logger.domain.entering.canonical import canonical, digest_of
from logger.domain.follow_up.follow_up_periods import FollowedPeriod, Rhythm
from logger.domain.follow_up.follow_ups import FollowUp, Proposal, Stand
from logger.domain.people.people import Municipality
from logger.domain.periods import Days
from logger.domain.pledges import Pledge
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.follow_up.follow_up_rows import known_of
from logger.services.follow_up.snapshots import Position, snapshot_of
from logger.services.pledges.pledges import StoredPledge
from logger.services.publishing.open_data import open_document
from tests.unit.web.examples import PLACES

NOON = datetime(2021, 12, 31, 12, tzinfo=UTC)
LEKEBERG = Municipality("1814", "Lekeberg", "lekeberg", "orebro")


@dataclass(frozen=True)
class Published:
    """What was frozen, and the open data made from it."""

    stored: StoredPledge
    follow_up: FollowUp
    snapshot: dict[str, Any]
    document: dict[str, Any]

    @property
    def text(self) -> str:
        """The open data as their door gives them."""
        whole = canonical(self.document)
        return f'{{"sha256":"{digest_of(whole)}",{whole[1:]}'


def published(pledge: Pledge, *activities: Activity, as_of: date) -> Published:
    """The month up to the date, over these activities."""
    stored = StoredPledge("1814", "lofte", 1, demo=False, pledge=pledge)
    period = FollowedPeriod(Days(as_of.replace(day=1), as_of), Rhythm.MONTH)
    asked = FollowUp("1814", "lofte", period)
    known = known_of(stored, Ledger(PLACES, activities, (), ()), BUILT_IN, asked)
    snapshot = snapshot_of(asked, pledge, known, Position(1, "", "", 0), NOON)
    both = [Stand(1, party, approved=True, by="x", at=NOON) for party in ("police", "municipality")]
    frozen = canonical(snapshot)
    proposal = Proposal(1, "x", NOON, frozen, digest_of(frozen))
    made = replace(asked, proposals=(proposal,), stands=both)
    return Published(stored, made, snapshot, open_document(LEKEBERG, stored, made, snapshot, as_of))
