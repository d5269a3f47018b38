"""The demo's old book: what Lekeberg kept in Excel before, told as estimates beside the figures."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from logger.domain.counting.estimates import Estimate
from logger.domain.periods import ONE_DAY, Days
from logger.domain.pledges import Pledge
from logger.services.demo.people import LEKEBERG, PEOPLE
from logger.store.activities import estimates
from logger.store.activities.estimates import NewImport

SOURCE = "Fältgruppens Excelbok, de första veckorna"
BOOK_ID = "5f0a6a52-5c1e-4f0e-9b43-0d3c3d1b7a10"
_WEEKS = timedelta(weeks=8)
_MOSTLY = 3600


def keep_old_book(session: Session, municipality: str, running: Pledge, now: datetime) -> None:
    """What was done in the first weeks of the pledge that runs, as far as anybody wrote it down."""
    if municipality != LEKEBERG.code:
        return
    first = running.valid.first
    days = Days(first, first + _WEEKS - ONE_DAY)
    lines = [
        Estimate(2, "outreach", days, 15, 15 * _MOSTLY, organisations=frozenset({"municipality"})),
        Estimate(
            3,
            "traffic_check",
            days,
            6,
            focus=frozenset({"speed"}),
            place="lannavagen",
            organisations=frozenset({"police"}),
        ),
    ]
    by = next(each.id for each in PEOPLE if each.home == municipality)
    estimates.add(session, municipality, NewImport(BOOK_ID, SOURCE, "demo", by, now), lines)
