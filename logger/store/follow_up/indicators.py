"""Numbers from surveys, by the commitment that they say something about."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from logger.domain.follow_up.follow_ups import Indicator
from logger.store.tables import IndicatorRow


def indicators_of(session: Session, municipality: str, pledge: str) -> list[Indicator]:
    """All of a pledge's, by commitment, the oldest first."""
    rows = session.scalars(
        select(IndicatorRow)
        .where(IndicatorRow.municipality == municipality, IndicatorRow.pledge == pledge)
        .order_by(IndicatorRow.commitment, IndicatorRow.measured_on, IndicatorRow.name)
    )
    return [
        Indicator(row.id, row.commitment, row.name, row.value, row.sample, row.measured_on, row.source)
        for row in rows
    ]


def add(
    session: Session, municipality: str, pledge: str, indicator: Indicator, by: str, now: datetime
) -> None:
    """Keep one more."""
    session.add(
        IndicatorRow(
            id=indicator.id,
            municipality=municipality,
            pledge=pledge,
            commitment=indicator.commitment,
            name=indicator.name,
            value=indicator.value,
            sample=indicator.sample,
            measured_on=indicator.measured_on,
            source=indicator.source,
            entered_by=by,
            entered_at=now,
        )
    )
    session.flush()


def drop(session: Session, municipality: str, pledge: str, indicator_id: str) -> None:
    """Keep it no longer: it was entered by mistake."""
    session.execute(
        delete(IndicatorRow).where(
            IndicatorRow.municipality == municipality,
            IndicatorRow.pledge == pledge,
            IndicatorRow.id == indicator_id,
        )
    )
