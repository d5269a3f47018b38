"""Which commitments an activity counts towards, as its author is told at the receipt."""

from collections.abc import Iterable, Mapping
from typing import Any

from logger.domain.activities import Activity
from logger.domain.counting.counting import Counts, verdict
from logger.domain.places import Place
from logger.services.pledges.pledges import StoredPledge


def counted_towards(
    activity: Activity, pledges: Iterable[StoredPledge], places: Mapping[str, Place]
) -> list[dict[str, Any]]:
    """`[{pledge, commitment, label}]` of the approved pledges it counts for, judged by itself."""
    return [
        {
            "pledge": stored.key,
            "commitment": commitment.id,
            "label": commitment.label or commitment.wording,
        }
        for stored in pledges
        for commitment in stored.pledge.commitments
        if isinstance(verdict(commitment, activity, places), Counts)
    ]
