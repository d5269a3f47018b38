"""What is decided about versions of a pledge: a file is brought in as one, one is let to count."""

from datetime import datetime

from sqlalchemy.orm import Session

from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, require
from logger.domain.refusing.pledge_refusals import NotWaiting
from logger.domain.refusing.refusals import NotFound, PledgeFileFaulty
from logger.domain.said import Said
from logger.services.desk_operations import reason_in
from logger.services.pledges.pledges import Imported, PledgeImport, keep_pledge, let_count
from logger.services.transactions import writing
from logger.store.pledges import pledges

# Ten times the longest pledge that we have seen.
LONGEST_FILE = 200_000


def bring_in(
    session: Session, principal: Principal, code: str, text: str, why: str, now: datetime
) -> Imported:
    """Keep a pledge file as a version that waits for approval; the same bytes again change nothing.

    Raises PledgeFileFaulty with every fault, and then nothing is stored; and those of a reason.
    """
    with writing(session):
        require(principal, Action.READ, Resource.DRAFT, code)
        require(principal, Action.EDIT, Resource.DRAFT, code)
        _check_size(text)
        new = PledgeImport(text, why=reason_in(why), by=principal.user_id)
        brought = keep_pledge(session, new, now)
        if brought.municipality != code:
            raise PledgeFileFaulty(Said("Filen gäller kommun {0}, inte {1}.", brought.municipality, code))
        return brought


def _check_size(text: str) -> None:
    if not text.strip():
        raise PledgeFileFaulty("Välj en löftesfil; den som kom var tom.")
    if len(text) > LONGEST_FILE:
        raise PledgeFileFaulty("Filen är för stor för att vara ett löfte.")
    if "\ufffd" in text or "\0" in text:
        raise PledgeFileFaulty("Filen är ingen text. En löftesfil är en textfil i UTF-8.")


def approve(
    session: Session, principal: Principal, code: str, key: str, number: int, why: str, now: datetime
) -> None:
    """Let the version that waits count, with a reason; the one that counted is closed.

    Raises NotFound, NotAllowed, NotWaiting, and those of a reason.
    """
    with writing(session):
        require(principal, Action.READ, Resource.DRAFT, code)
        require(principal, Action.APPROVE, Resource.DRAFT, code)
        newest = pledges.newest(session, code, key)
        if newest is None:
            raise NotFound
        if newest.number != number or newest.status != "draft":
            raise NotWaiting
        let_count(session, newest, pledges.Writing(principal.user_id, now, reason_in(why)))
