"""Bringing a backup back: another history takes the database's place, in one transaction, while it serves."""

import logging
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from logger.domain.entering.batches import Cursor
from logger.domain.refusing.backup_refusals import DatabaseHoldsMore, DiskFull
from logger.domain.refusing.refusals import Busy
from logger.services.running.backup_checks import Held, bring_up, told_in_words, verified
from logger.services.running.backups import require_current
from logger.services.running.ownership import owning
from logger.services.transactions import BUSY
from logger.store import audit
from logger.store.databases import backup_files, copying
from logger.store.people import invitations, sessions
from logger.store.syncing import counters

log = logging.getLogger(__name__)

_ATTEMPTS = 6  # under load each is a throw of the dice: of two that wait for one another one is given up


@dataclass(frozen=True, slots=True)
class Order:
    """Which file to bring back, a folder for the copy that is checked, and whether what is lost may go."""

    file: Path
    scratch: Path
    replace: bool = False


def check(file: Path, scratch: Path) -> Held:
    """What the file holds, if it can be relied on; raises as `restore` does."""
    with told_in_words(file), _checked(file, scratch) as (_backup, held):
        return held


def restore(session: Session, order: Order, now: datetime) -> Held:
    """Let the database hold what the backup holds, all of it or nothing; the file itself is only read.

    All sessions end, and no invitation's code opens anything more: the backup may hold some that were ended
    or used since. Raises SchemaNotCurrent, NotABackup, BackupNewer, BackupDamaged, FileUnusable, DiskFull,
    OwnerNeeded, DatabaseHoldsMore unless told to replace, and Busy where the servers did not let the deed
    through.
    """
    require_current(session)
    with told_in_words(order.file), _checked(order.file, order.scratch) as (backup, held):
        for _ in range(_ATTEMPTS):
            try:
                with owning(session):
                    _replace(session, backup, order)
                    _settle(session, order.file, held, now)
            except BUSY as error:
                if backup_files.is_full(error):
                    raise DiskFull from error
                # On PostgreSQL a batch under way may hold what this waits for, and wait for what this holds.
                log.info("the servers did not let the restoring through")
            else:
                return held
    raise Busy


def _replace(session: Session, backup: Engine, order: Order) -> None:
    target = session.connection()
    copying.hold(target)
    with Session(backup) as source:
        if not order.replace:
            _require_nothing_more(session, source)
        copying.replace(source.connection(), target)


def _settle(session: Session, file: Path, held: Held, now: datetime) -> None:
    counters.set_durable(session, held.ledgers)
    sessions.end_all(session, now)
    invitations.drop_all(session)
    audit.append(session, audit.Event("operator", "restore", f"file:{file.name}"), now)


def _require_nothing_more(session: Session, backup: Session) -> None:
    """Raise DatabaseHoldsMore where the backup's history does not lead past where the database stands."""
    standing = {code: each for code, each in counters.every(session).items() if each.server_seq}
    cursors = {code: Cursor(each.epoch, each.server_seq, each.head) for code, each in standing.items()}
    known = counters.at(backup, cursors.keys(), cursors)
    more = [code for code in cursors if code not in known or not known[code].is_past(cursors[code])]
    if more:
        raise DatabaseHoldsMore(
            f"Databasen innehåller poster som saknas i säkerhetskopian (kommun {', '.join(more)}). "
            "Med --replace skrivs de över."
        )
    if not audit.knows(backup, *audit.head(session)):
        raise DatabaseHoldsMore(
            "Det har gjorts ändringar i databasen som saknas i säkerhetskopian. Med --replace skrivs de över."
        )


@contextmanager
def _checked(file: Path, scratch: Path) -> Iterator[tuple[Engine, Held]]:
    """A copy of the file to work on: verified, and of this release's schema."""
    with tempfile.TemporaryDirectory(prefix="restore-", dir=scratch) as folder:
        copy = Path(shutil.copyfile(file, Path(folder) / "backup.db"))
        with backup_files.opened(copy) as backup:
            bring_up(backup, copy)
            yield backup, verified(backup)
