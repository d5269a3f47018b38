"""What is under way with the demo's pledges: a draft that somebody writes, a version that waits."""

import json
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from logger.domain.drafting.pledge_drafts import find, with_commitment
from logger.domain.drafting.pledge_versions import PledgeDraft
from logger.domain.people.people import Role
from logger.domain.pledge_files.pledge_export import Document, pledge_document
from logger.domain.pledges import Pledge
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.demo.people import LEKEBERG, OSKARSHAMN, PEOPLE
from logger.services.files.pledge_files import pledge_text, read_pledge_text
from logger.services.pledges.pledges import PledgeImport, keep_pledge, key_of
from logger.store.pledges import pledge_drafts

WHY = "Medborgarna har pekat ut fler platser"


def keep_pledge_work(session: Session, municipality: str, running: str, now: datetime) -> None:
    """Lekeberg writes on a draft of the pledge that runs; Oskarshamn has put a version forward."""
    pledge = read_pledge_text(running, BUILT_IN)
    by = _coordinator(municipality)
    if municipality == LEKEBERG.code:
        document, before = _with_target(pledge, "presence", at_least=3), now - timedelta(days=1)
        draft = PledgeDraft(municipality, key_of(pledge), document, 1, by, before, by, before)
        pledge_drafts.put(session, draft)
    if municipality == OSKARSHAMN.code:
        reason = "Fler platser har pekats ut i medborgardialogen"
        revision = {"from": f"{pledge.valid.last.year}-10-01", "at_least": 60, "reason": reason}
        document = _with_target(pledge, "speed-checks", revisions=[revision])
        text = pledge_text(read_pledge_text(json.dumps(document), BUILT_IN))
        keep_pledge(session, PledgeImport(text, key_of(pledge), demo=True, why=WHY, by=by), now)


def _coordinator(municipality: str) -> str:
    here = (each for each in PEOPLE if each.home == municipality)
    return next(each.id for each in here if each.grant.role is Role.COORDINATOR)


def _with_target(pledge: Pledge, commitment_id: str, **changes: object) -> Document:
    document = pledge_document(pledge)
    found = find(document, commitment_id)
    assert found
    spot, commitment = found
    changed = {**commitment, "target": {**commitment["target"], **changes}}
    return with_commitment(document, spot.area, changed, spot)
