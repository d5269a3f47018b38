"""What was done towards every commitment of a pledge on some days."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from logger.domain.counting.spans import done_within
from logger.domain.people.people import Principal
from logger.domain.periods import Days
from logger.services.boards.boards import Ask, pledge_for, shown_day
from logger.services.kept.ledgers import accounts_for


def done_on(
    session: Session, principal: Principal | None, ask: Ask, days: Days, today: date
) -> Mapping[str, int]:
    """By commitment: seconds, a counter, a reported number or occasions. Raises SignInNeeded or NotFound."""
    stored = pledge_for(session, principal, ask)
    as_of = shown_day(stored.pledge, ask.as_of, today)
    accounts = accounts_for(session, stored, as_of, days=True)
    return {name: done_within(account, days) for name, account in accounts.items()}
