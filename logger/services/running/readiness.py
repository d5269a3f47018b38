"""Whether this process can do its work: the database answers, keeps what it commits, and has our schema."""

from sqlalchemy.orm import Session

from logger.services.transactions import BUSY
from logger.store.databases import schema
from logger.store.databases.engine import NotDurableError, keeps_commits


def hindrance(session: Session) -> str | None:
    """What keeps the process from serving, as a code; None where nothing does."""
    try:
        connection = session.connection()
        if not keeps_commits(connection):
            return "not_durable"
        return None if schema.revision_of(connection) == schema.wanted() else "schema_not_current"
    except NotDurableError:
        return "not_durable"
    except BUSY:
        return "database_unavailable"
