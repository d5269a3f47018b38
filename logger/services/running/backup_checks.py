"""Checking a backup file before anybody relies on it, by the same rules as the database itself."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from logger.domain.refusing.backup_refusals import (
    BackupDamaged,
    BackupNewer,
    DiskFull,
    FileUnusable,
    NotABackup,
)
from logger.services.running.soundness import faults
from logger.store.databases import backup_files, schema
from logger.store.syncing import counters

_REASONS = {
    errno.ENOENT: "den finns inte, eller mappen finns inte",
    errno.EACCES: "rättighet saknas",
    errno.EPERM: "rättighet saknas",
    errno.EROFS: "det går bara att läsa där",
    errno.EISDIR: "det är en mapp",
    errno.ENOTDIR: "sökvägen går genom något som inte är en mapp",
}


@dataclass(frozen=True, slots=True)
class Held:
    """What a verified backup holds: by ledger, the number of the last operation."""

    ledgers: dict[str, int]

    @property
    def operations(self) -> int:
        """How many in all."""
        return sum(self.ledgers.values())


def bring_up(engine: Engine, file: Path) -> None:
    """Migrate the file, a copy of somebody's backup, to this release's schema.

    Raises NotABackup for what was never ours, BackupNewer for what only a newer release can read, and
    BackupDamaged for what SQLite itself cannot read through.
    """
    if not backup_files.is_sqlite(file):
        raise NotABackup
    with engine.connect() as connection:
        fault = backup_files.first_fault(connection)
        revision = None if fault else schema.revision_of(connection)
    if fault is not None:
        raise BackupDamaged(f"Säkerhetskopian är skadad ({fault}) och kan inte användas.")
    if revision is None:
        raise NotABackup
    if not schema.is_known(revision):
        raise BackupNewer
    if revision != schema.wanted():
        schema.upgrade(engine)


def verified(engine: Engine) -> Held:
    """What the file holds; raises BackupDamaged, naming the first place where it is not what was entered."""
    with Session(engine) as session:
        fault = _first_fault(session)
        if fault is not None:
            raise BackupDamaged(f"Säkerhetskopian håller inte ihop: {fault}.")
        return Held({code: counter.server_seq for code, counter in counters.every(session).items()})


@contextmanager
def told_in_words(file: Path) -> Iterator[None]:
    """Turns what the disk and SQLite raise about a file into refusals."""
    try:
        yield
    except OSError as error:
        if error.errno in backup_files.FULL_DISK:
            raise DiskFull from error
        reason = _REASONS.get(error.errno or 0, error.strerror or "okänt fel")
        raise FileUnusable(f"Filen {file} går inte att använda: {reason}.") from error
    except DBAPIError as error:
        if backup_files.is_full(error):
            raise DiskFull from error
        if backup_files.is_unreadable(error):
            raise BackupDamaged from error
        if backup_files.is_unwritable(error):
            raise FileUnusable(f"Filen {file} gick inte att skriva färdigt. Är disken full?") from error
        raise


def _first_fault(session: Session) -> str | None:
    try:
        fault = next(faults(session), None)
    except DBAPIError:
        raise
    except Exception:  # noqa: BLE001 - whatever keeps a row from being read, it is not what was entered
        return "en rad går inte att läsa"
    return None if fault is None else fault.sentence
