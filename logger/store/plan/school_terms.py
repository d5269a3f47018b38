"""School terms as municipalities gave them; the usual ones where none has."""

from datetime import datetime

from sqlalchemy.orm import Session

from logger.domain.planning.school_terms import USUAL, SchoolTerms, season_in, written_season
from logger.store.tables import SchoolTermsRow


def terms_of(session: Session, municipality: str) -> SchoolTerms:
    """When the municipality's schools are open."""
    return terms_from(session.get(SchoolTermsRow, municipality))


def terms_from(row: SchoolTermsRow | None) -> SchoolTerms:
    """The domain value of a row; the usual ones for none."""
    return USUAL if row is None else SchoolTerms(season_in(row.spring), season_in(row.autumn))


def put(session: Session, municipality: str, terms: SchoolTerms, by: str, now: datetime) -> None:
    """Keep them, instead of those before."""
    row = session.get(SchoolTermsRow, municipality) or SchoolTermsRow(municipality=municipality)
    row.spring, row.autumn = written_season(terms.spring), written_season(terms.autumn)
    row.changed_by, row.changed_at = by, now
    session.add(row)
    session.flush()
