"""Follow-ups as they are looked at: live while they are written, then as they were frozen."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from logger.domain.entering.canonical import canonical, digest_of
from logger.domain.follow_up.follow_up_periods import (
    FollowedPeriod,
    last_day,
    neighbours,
    period_at,
    periods_of,
)
from logger.domain.follow_up.follow_ups import Decision, FollowUp, Note, Stage
from logger.domain.people.parties import party_of
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Reach, Resource, allowed, reach, require
from logger.domain.places import Places
from logger.domain.pledges import Pledge
from logger.domain.refusing.refusals import NotAllowed, NotFound
from logger.domain.terms import Vocabulary
from logger.services.activities.estimates import Beside, estimates_of
from logger.services.follow_up.follow_up_rows import FollowedArea, FollowedRow, known_now
from logger.services.follow_up.frozen import frozen_areas, frozen_decisions
from logger.services.follow_up.frozen_versions import version_of
from logger.services.follow_up.late_changes import Correction, corrections
from logger.services.pledges.pledges import StoredPledge, approved_pledge
from logger.store import places, vocabulary
from logger.store.follow_up import follow_ups, publications
from logger.store.follow_up.publications import Publication
from logger.store.people import makers, people
from logger.store.plan import plans


@dataclass(frozen=True)
class Rights:
    """What the reader may do about a follow-up; `party` is the one that the reader approves for."""

    edits: bool
    party: str | None
    publishes: bool
    reads_entries: bool


@dataclass(frozen=True)
class OpenedFollowUp:
    """One follow-up: its rows as frozen, or as they are now; what has been corrected since; who did what.

    `pledge` is the version that the rows were made from. `areas` is empty where the reader may only see what
    is frozen and nothing is. `planned` are the items of the plan that carry out decisions, `beside`
    is what books kept before say: beside what is frozen, those alone that were taken in by then.
    """

    stored: StoredPledge
    pledge: Pledge
    slug: str
    organisation: str
    follow_up: FollowUp
    as_of: date
    areas: tuple[FollowedArea, ...]
    decisions: tuple[Decision, ...]
    planned: Mapping[str, str]
    corrections: tuple[Correction, ...]
    earlier: FollowedPeriod | None
    later: FollowedPeriod | None
    rights: Rights
    who: Mapping[str, tuple[str, str]]
    publication: Publication | None
    words: Vocabulary
    places: Places
    beside: Beside = field(default_factory=dict)

    @property
    def rows(self) -> Iterator[FollowedRow]:
        """Every row, in the pledge's own order."""
        return (row for area in self.areas for row in area.rows)

    @property
    def ends(self) -> date:
        """The day that its figures are as of when they are frozen."""
        return last_day(self.pledge, self.follow_up.period)

    @property
    def mark(self) -> str:
        """What tells whether somebody has written since this was opened."""
        return mark_of(self.follow_up.notes)


def mark_of(notes: Mapping[str, Note]) -> str:
    """The digest of what is said."""
    said = [
        [each.commitment, each.comment, each.deviation, each.assessment, each.because]
        for _, each in sorted(notes.items())
        if not each.is_empty
    ]
    return digest_of(canonical(said))


def period_of(stored: StoredPledge, address: str) -> FollowedPeriod:
    """The period at an address, where the pledge holds in it. Raises NotFound."""
    period = period_at(address)
    if period is None or period not in periods_of(stored.pledge, period.rhythm):
        raise NotFound
    return period


def open_follow_up(
    session: Session, principal: Principal | None, code: str, key: str, address: str, today: date
) -> OpenedFollowUp:
    """The follow-up of a pledge over the period at the address, so far where that is not over.

    Raises SignInNeeded and NotFound.
    """
    person = require(principal, Action.READ, Resource.FOLLOW_UP, code)
    stored = approved_pledge(session, code, key)
    follow_up = follow_ups.follow_up(session, code, key, period_of(stored, address))
    rights = rights_of(person, code)
    earlier, later = neighbours(stored.pledge, follow_up.period)
    opened = OpenedFollowUp(
        stored=stored,
        pledge=stored.pledge,
        slug=_slug(session, code),
        organisation=person.organisation,
        follow_up=follow_up,
        as_of=min(last_day(stored.pledge, follow_up.period), today),
        areas=(),
        decisions=(),
        planned=plans.items_by_decision(session, code, key),
        corrections=(),
        earlier=earlier,
        later=later,
        rights=rights,
        who=makers.makers(session, set(_people_in(follow_up))),
        publication=publications.one(session, code, key, address),
        words=vocabulary.vocabulary(session),
        places=places.places_of(session, code),
    )
    if follow_up.stage is not Stage.DRAFT:
        return _as_frozen(session, opened)
    if not (rights.edits or rights.party):
        return opened
    known = known_now(session, stored, follow_up, opened.as_of)
    beside = estimates_of(session, stored, known.as_of)
    return replace(opened, areas=known.areas, decisions=tuple(follow_up.decisions), beside=beside)


def open_numbers(
    session: Session, principal: Principal | None, code: str, key: str, address: str, today: date
) -> tuple[OpenedFollowUp, tuple[FollowedRow, ...]]:
    """The same, and every commitment with what is entered by hand now, frozen or not, for one who writes.

    Raises NotAllowed besides.
    """
    opened = open_follow_up(session, principal, code, key, address, today)
    if not opened.rights.edits:
        raise NotAllowed
    rows = tuple(known_now(session, opened.stored, opened.follow_up, entered_to=today).rows)
    return opened, rows


def rights_of(principal: Principal, code: str) -> Rights:
    """What a person may do about the municipality's follow-ups."""
    return Rights(
        edits=allowed(principal, Action.EDIT, Resource.FOLLOW_UP, code),
        party=party_of(principal, code),
        publishes=allowed(principal, Action.PUBLISH, Resource.FOLLOW_UP, code)
        and party_of(principal, code) is not None,
        reads_entries=reach(principal, Action.READ, Resource.ACTIVITY, code) is Reach.ALL,
    )


def _as_frozen(session: Session, opened: OpenedFollowUp) -> OpenedFollowUp:
    proposal = opened.follow_up.proposal
    assert proposal is not None
    document: dict[str, Any] = json.loads(proposal.snapshot)
    version = version_of(session, opened.stored, document["version"])
    areas, as_of = frozen_areas(document, version.pledge), date.fromisoformat(document["as_of"])
    seq = document["ledger"]["server_seq"]
    done = {each.id: each.done_on for each in opened.follow_up.decisions}
    return replace(
        opened,
        pledge=version.pledge,
        as_of=as_of,
        areas=areas,
        decisions=tuple(replace(each, done_on=done.get(each.id)) for each in frozen_decisions(document)),
        corrections=corrections(session, version, areas, seq, as_of),
        beside=estimates_of(session, version, as_of, datetime.fromisoformat(document["frozen_at"])),
    )


def _slug(session: Session, code: str) -> str:
    here = people.municipality(session, code)
    return here.slug if here else ""


def _people_in(follow_up: FollowUp) -> Iterator[str]:
    yield from (each.proposed_by for each in follow_up.proposals)
    yield from (each.by for each in follow_up.stands)
