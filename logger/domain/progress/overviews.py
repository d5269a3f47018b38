"""Where the promises of many municipalities stand: how many are met, in pace, to be watched, behind …"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from logger.domain.counting.accounts import Account
from logger.domain.pledges import Commitment
from logger.domain.progress.answers import Progress
from logger.domain.progress.pace import Status
from logger.domain.progress.progress import standing


@dataclass(frozen=True, slots=True)
class Stands:
    """Where one commitment stands."""

    commitment: Commitment
    progress: Progress


def stands(accounts: Iterable[Account]) -> tuple[Stands, ...]:
    """Where each of the commitments stands by its account."""
    return tuple(Stands(each.commitment, standing(each)) for each in accounts)


def summed(every: Iterable[Stands]) -> Mapping[Status, int]:
    """How many commitments stand where, in the order of the statuses; those of none are left out."""
    found = Counter(each.progress.status for each in every)
    return {status: found[status] for status in Status if found[status]}
