"""Deeds of the owner of the tables, and whether the app itself is that owner."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from logger.domain.refusing.backup_refusals import OwnerNeeded
from logger.services.transactions import writing
from logger.store.databases import roles
from logger.store.databases.engine import Use


@contextmanager
def owning(session: Session) -> Iterator[None]:
    """A writing deed that the app's own role has no right to do.

    Raises OwnerNeeded where that role is another than the owner's and nobody said how the owner connects.
    """
    with writing(session, Use.OWN):
        if not roles.is_owner(session.connection()):
            raise OwnerNeeded
        yield


def is_one_role(session: Session) -> bool:
    """Whether the app owns its tables on a database that would let it come as another."""
    connection = session.connection()
    return roles.has_roles(connection) and roles.is_owner(connection)
