"""Which places a promise of coverage is about."""

from logger.domain.places import Places, id_now
from logger.domain.pledges import Commitment
from logger.domain.targets import Coverage


def covered_places(commitment: Commitment, places: Places) -> frozenset[str]:
    """Their ids: those that meet all of the rule's conditions on places; none for another kind of target."""
    if not isinstance(commitment.target, Coverage):
        return frozenset()
    rule = commitment.counts
    known = places.values()
    given: list[set[str]] = []
    if rule.places:
        given.append({id_now(each, places) for each in rule.places})
    if rule.place_kinds:
        given.append({place.id for place in known if not place.kinds.isdisjoint(rule.place_kinds)})
    if rule.flagged:
        given.append({place.id for place in known if place.flagged_in(commitment.valid)})
    return frozenset(set.intersection(*given)) if given else frozenset()
