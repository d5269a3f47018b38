"""The open data of a publication: the promise, what it came to, what is said, and the facts behind it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from logger.domain.follow_up.follow_ups import FollowUp
from logger.domain.people.people import Municipality
from logger.domain.periods import local_date
from logger.domain.pledge_files.pledge_export import pledge_document
from logger.domain.pledges import Commitment
from logger.domain.progress.open_facts import held_back, last_told
from logger.domain.progress.steady_facts import steady
from logger.domain.progress.told_before import Before
from logger.domain.words.status_words import STATUS_WORDS
from logger.services.pledges.pledges import StoredPledge

FORMAT = "faltlogg-publication/1"
SCHEMA = "/oppna-data/publikation-1.schema.json"
Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Beside:
    """What a publication is made in the light of.

    `sensitive` are the commitments that are so today: what was frozen with its details before is told without
    them. `earlier` is all that has been published of the pledge.
    """

    sensitive: Collection[str] = ()
    earlier: Sequence[Document] = ()

    def of(self, commitment: Commitment) -> list[Before]:
        """What was told of the commitment before."""
        return [
            Before(date.fromisoformat(document["as_of"]), told)
            for document in self.earlier
            for told in document["commitments"]
            if told["id"] == commitment.id
        ]


def open_document(
    here: Municipality,
    version: StoredPledge,
    follow_up: FollowUp,
    snapshot: Mapping[str, Any],
    published_on: date,
    beside: Beside = Beside(),
) -> Document:
    """What anyone may have of a snapshot: no person, no day, nothing of what is sensitive but its number.

    `version` is the pledge as the snapshot was made from it.
    """
    pledge = version.pledge
    proposal = follow_up.proposal
    assert proposal is not None
    told = {each["id"]: each for each in snapshot["commitments"]}
    as_of = date.fromisoformat(snapshot["as_of"])
    return {
        "format": FORMAT,
        "schema": SCHEMA,
        "address": address_of(here.slug, version.key, follow_up.period.address),
        "municipality": {"code": here.code, "name": here.name},
        "pledge": {"key": version.key, "version": version.number, "demo": version.demo},
        "pledge_file": pledge_document(pledge),
        "period": dict(snapshot["period"]),
        "as_of": snapshot["as_of"],
        "frozen_on": local_date(datetime.fromisoformat(snapshot["frozen_at"])).isoformat(),
        "approved": [
            {"party": party, "on": local_date(each.at).isoformat()}
            for party, each in sorted(follow_up.approvals.items())
        ],
        "published_on": published_on.isoformat(),
        "snapshot_sha256": proposal.sha256,
        "commitments": [_commitment(each, told[each.id], as_of, beside) for each in pledge.commitments],
    }


def address_of(slug: str, key: str, period: str) -> str:
    """Where a publication is, for ever."""
    return f"/lofte/{slug}/{key}/{period}"


def _commitment(commitment: Commitment, told: Mapping[str, Any], as_of: date, beside: Beside) -> Document:
    kept = told["open"]
    if commitment.id in beside.sensitive and not kept["sensitive"]:
        kept = held_back(kept)
    kept = steady(kept, commitment, as_of, beside.of(commitment))
    sensitive = kept["sensitive"]
    last = date.fromisoformat(told["last_activity"]) if told["last_activity"] else None
    return {
        "id": commitment.id,
        "label": commitment.label,
        "wording": commitment.wording,
        "rule": told["rule"],
        "goal": told["goal"],
        "status": STATUS_WORDS["sv"][kept["progress"]["status"]],
        "sensitive": sensitive,
        "one_number": kept["one_number"],
        "progress": kept["progress"],
        "last": None if sensitive else last_told(commitment, last, kept["facts"]),
        "facts": kept["facts"],
        "comment": told["note"]["comment"],
        "deviation": told["note"]["deviation"],
        "assessment": told["note"]["assessment"],
        "because": told["note"]["because"],
        "sources": sorted({each["source"] for each in told["reports"] if each["source"]}),
        "indicators": [
            {
                "name": each["name"],
                "value": each["value"],
                "sample": each["sample"],
                "month": each["measured_on"][:7],
                "source": each["source"],
            }
            for each in told["indicators"]
        ],
    }
