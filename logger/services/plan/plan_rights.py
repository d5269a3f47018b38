"""Whose plan a person reads, says what became of and approves, and what of it is approved."""

from collections.abc import Iterable
from datetime import date

from logger.domain.entering.canonical import canonical, digest_of
from logger.domain.people.parties import MUNICIPALITY, PARTIES, party_of
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Reach, Resource, allowed, reach
from logger.domain.periods import Days
from logger.domain.planning.plans import PlanItem, is_for_own_eyes, told
from logger.domain.pledges import Pledge
from logger.domain.terms import Vocabulary
from logger.services.pledges.pledges import StoredPledge


def performers_seen(person: Principal, stored: StoredPledge, items: Iterable[PlanItem]) -> tuple[str, ...]:
    """Whose plans the person reads: all for those who follow up, else those of the own organisation."""
    pledge = stored.pledge
    signed = [name for each in pledge.commitments for name in each.performers]
    every = dict.fromkeys([*(signed or pledge.parties), *(each.organisation for each in items)])
    in_order = sorted(every, key=lambda each: each not in PARTIES)
    if reach(person, Action.READ, Resource.PLAN, stored.municipality) is Reach.ALL:
        return tuple(in_order)
    return tuple(each for each in in_order if each == person.organisation)


def says_for(person: Principal, code: str, performers: Iterable[str]) -> frozenset[str]:
    """For which performers the person may say what became of a plan."""
    match reach(person, Action.LOG, Resource.PLAN, code):
        case Reach.ALL:
            return frozenset(performers)
        case Reach.OWN:
            return frozenset(performers) & {person.organisation}
        case _:
            return frozenset()


def may_approve(person: Principal, code: str, organisation: str) -> bool:
    """Whether the person approves this performer's plan: each party its own, the municipality all others'."""
    if not allowed(person, Action.APPROVE, Resource.PLAN, code):
        return False
    return party_of(person, code) == (organisation if organisation in PARTIES else MUNICIPALITY)


def digest_of_plan(items: Iterable[PlanItem], organisation: str, year: int) -> str:
    """What is approved: every item of the performer that holds in the year."""
    mine = [each for each in items if each.organisation == organisation and holds_in(each, year)]
    return digest_of(canonical(told(mine)))


def sees(person: Principal, item: PlanItem, pledge: Pledge, words: Vocabulary) -> bool:
    """Whether the item is shown to the person at all: what is sensitive stays in its own organisation."""
    return item.organisation == person.organisation or not is_for_own_eyes(item, pledge, words)


def holds_in(item: PlanItem, year: int) -> bool:
    """Whether any of the item's days lies in the year."""
    return item.days.touches(Days(date(year, 1, 1), date(year, 12, 31)))
