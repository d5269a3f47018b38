"""Writing a pledge: a draft is begun, changed piece by piece, put forward as a version, or thrown away."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy.orm import Session

from logger.domain.drafting.draft_reading import Known, read_draft
from logger.domain.drafting.pledge_drafts import mark_of, with_heading
from logger.domain.drafting.pledge_versions import PledgeDraft
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, require
from logger.domain.periods import Days
from logger.domain.pledge_files.pledge_export import Document, pledge_document
from logger.domain.pledges import Pledge
from logger.domain.refusing.pledge_refusals import DraftChanged, DraftUnfinished, NothingToPropose
from logger.domain.refusing.refusals import NotFound
from logger.services.desk_operations import reason_in
from logger.services.files.pledge_files import pledge_text
from logger.services.pledges.pledges import Imported, PledgeImport, keep_pledge, place_in_addresses, pledge_in
from logger.services.transactions import writing
from logger.store import audit, places, vocabulary
from logger.store.people import makers, people
from logger.store.pledges import pledge_drafts, pledge_history


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one part of a draft: `mark` is that of the part when it was looked at."""

    mark: str
    part: Callable[[Document], object]
    becomes: Callable[[Document], Document]


@dataclass(frozen=True, slots=True)
class OpenedDraft:
    """A draft, and what it may name."""

    draft: PledgeDraft
    known: Known

    @property
    def document(self) -> Document:
        """The draft as plain data."""
        return self.draft.document


def open_draft(session: Session, principal: Principal | None, code: str, key: str) -> OpenedDraft:
    """The draft of a pledge, for one who may write it. Raises NotFound and NotAllowed."""
    require(principal, Action.READ, Resource.DRAFT, code)
    draft = pledge_drafts.draft_of(session, code, key)
    if draft is None:
        raise NotFound
    require(principal, Action.EDIT, Resource.DRAFT, code)
    return OpenedDraft(draft, known_in(session, code))


def known_in(session: Session, code: str) -> Known:
    """What pledges of the municipality may name."""
    return Known(vocabulary.vocabulary(session), places.places_of(session, code))


def begin(
    session: Session, principal: Principal, code: str, heading: Mapping[str, Any], now: datetime
) -> str:
    """Begin a new pledge under this heading (a sound one); returns its place in addresses."""
    with writing(session):
        require(principal, Action.EDIT, Resource.DRAFT, code)
        here = people.municipality(session, code)
        if here is None:
            raise NotFound
        district = makers.district_name(session, here.district)
        first = {"format": 1, "municipality": code, "local_police_district": district}
        document = with_heading(first, heading)
        taken = {each.key for each in pledge_history.versions_in(session, code)}
        taken |= {each.key for each in pledge_drafts.drafts_in(session, code)}
        valid = Days(*(date.fromisoformat(document["valid"][bound]) for bound in ("from", "to")))
        key = place_in_addresses(valid, taken)
        me = principal.user_id
        draft = PledgeDraft(code, key, document, None, me, now, me, now)
        _keep(session, draft, "pledge_draft_begin")
        return key


def begin_from(session: Session, principal: Principal, code: str, key: str, now: datetime) -> None:
    """Begin a draft from the version that waits, or else the one that counts; one that is begun stays."""
    with writing(session):
        require(principal, Action.EDIT, Resource.DRAFT, code)
        if pledge_drafts.draft_of(session, code, key, lock=True) is not None:
            return
        versions = pledge_history.versions_of(session, code, key)
        if not versions:
            raise NotFound
        in_force = next((each for each in versions if each.status == "approved"), versions[0])
        source = versions[0] if versions[0].status == "draft" else in_force
        document = pledge_document(pledge_in(session, source.text, source.sha256))
        me = principal.user_id
        draft = PledgeDraft(code, key, document, source.number, me, now, me, now)
        _keep(session, draft, "pledge_draft_begin")


def change(
    session: Session, principal: Principal, code: str, key: str, wanted: Change, now: datetime
) -> PledgeDraft:
    """Change one part of the draft. Raises DraftChanged where it is not what was looked at."""
    with writing(session):
        draft = _locked(session, principal, code, key)
        if mark_of(wanted.part(draft.document)) != wanted.mark:
            raise DraftChanged
        changed = replace(
            draft, document=wanted.becomes(draft.document), changed_by=principal.user_id, changed_at=now
        )
        _keep(session, changed, "pledge_draft_change")
        return changed


def propose(session: Session, principal: Principal, code: str, key: str, why: str, now: datetime) -> Imported:
    """Put the draft forward as a version that waits for approval; the draft is then no more.

    Raises DraftUnfinished, NothingToPropose, and those of a reason.
    """
    with writing(session):
        draft = _locked(session, principal, code, key)
        reason = reason_in(why)
        pledge = read_draft(draft.document, known_in(session, code)).pledge
        if pledge is None:
            raise DraftUnfinished
        _refuse_the_same(session, draft, pledge)
        new = PledgeImport(pledge_text(pledge), key=key, why=reason, by=principal.user_id)
        proposed = keep_pledge(session, new, now)
        pledge_drafts.drop(session, draft)
        return proposed


def discard(session: Session, principal: Principal, code: str, key: str, now: datetime) -> None:
    """Throw the draft away; the versions stay."""
    with writing(session):
        draft = _locked(session, principal, code, key)
        pledge_drafts.drop(session, draft)
        _tell(session, replace(draft, changed_by=principal.user_id, changed_at=now), "pledge_draft_discard")


def _locked(session: Session, principal: Principal, code: str, key: str) -> PledgeDraft:
    require(principal, Action.READ, Resource.DRAFT, code)
    require(principal, Action.EDIT, Resource.DRAFT, code)
    draft = pledge_drafts.draft_of(session, code, key, lock=True)
    if draft is None:
        raise NotFound
    return draft


def _refuse_the_same(session: Session, draft: PledgeDraft, pledge: Pledge) -> None:
    """The newest version that counts or waits must say something else."""
    versions = pledge_history.versions_of(session, draft.municipality, draft.key)
    standing = [each for each in versions if each.status == "approved"] + versions[:1]
    if any(pledge_in(session, each.text, each.sha256) == pledge for each in standing):
        raise NothingToPropose


def _keep(session: Session, draft: PledgeDraft, action: str) -> None:
    pledge_drafts.put(session, draft)
    _tell(session, draft, action)


def _tell(session: Session, draft: PledgeDraft, action: str) -> None:
    named = f"pledge:{draft.municipality}/{draft.key}/draft"
    told = {"sha256": sha256(mark_of(draft.document).encode()).hexdigest()}
    audit.append(
        session, audit.Event(draft.changed_by, action, named, draft.municipality, told), draft.changed_at
    )
