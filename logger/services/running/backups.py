"""Taking a backup: everything in one file, verified before it gets its name."""

from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from logger.domain.refusing.backup_refusals import BackupExists, SchemaNotCurrent
from logger.services.running.backup_checks import Held, told_in_words, verified
from logger.services.transactions import writing
from logger.store import audit
from logger.store.databases import backup_files, copying, schema
from logger.store.databases.whole_files import whole_file
from logger.store.syncing import counters


def back_up(session: Session, file: Path, now: datetime, *, replace: bool) -> Held:
    """Write everything as it is at one moment to the file, verify it, and note that this much is durable.

    Nobody waits for it. Raises BackupExists, SchemaNotCurrent, DiskFull, FileUnusable, and BackupDamaged
    where the database itself is not what was entered; then there is no file.
    """
    require_current(session)
    if file.exists() and not replace:
        raise BackupExists
    with writing(session):
        audit.append(session, audit.Event("operator", "backup", f"file:{file.name}"), now)
    with told_in_words(file):
        try:
            held = _write(session, file, replace=replace)
        except FileExistsError as error:
            raise BackupExists from error
    with writing(session):
        counters.set_durable(session, held.ledgers)
    return held


def require_current(session: Session) -> None:
    """Raise SchemaNotCurrent for a database that this release's tables do not fit."""
    revision = schema.revision_of(session.connection())
    session.rollback()
    if revision != schema.wanted():
        raise SchemaNotCurrent


def _write(session: Session, file: Path, *, replace: bool) -> Held:
    with whole_file(file, replace=replace) as part, backup_files.opened(part) as backup:
        schema.upgrade(backup)
        engine = session.get_bind().engine
        with copying.snapshot(engine) as source, backup.begin() as target:
            copying.copy(source, target)
        return verified(backup)
