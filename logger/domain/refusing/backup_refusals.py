"""Why a backup is not taken, or not brought back."""

from logger.domain.refusing.refusals import Refusal


class BackupExists(Refusal):
    """There is a file under that name already, and nobody said that it may go."""

    code = "backup_exists"


class FileUnusable(Refusal):
    """The file cannot be read or written where it was asked for; `detail` says why."""

    code = "file_unusable"


class DiskFull(Refusal):
    """There is no room on the disk; what was there before is as it was."""

    code = "disk_full"


class NotABackup(Refusal):
    """The file is no backup of ours."""

    code = "not_a_backup"


class BackupDamaged(Refusal):
    """What the file holds is not what was entered; `detail` names the first place."""

    code = "backup_damaged"


class BackupNewer(Refusal):
    """The backup was made by a newer release, whose tables this one does not know."""

    code = "backup_newer"


class SchemaNotCurrent(Refusal):
    """The database has not been migrated to this release."""

    code = "schema_not_current"


class OwnerNeeded(Refusal):
    """Only the owner of the database's tables may do this, and nobody said how it connects."""

    code = "owner_needed"


class DatabaseHoldsMore(Refusal):
    """The database holds what the backup lacks, and nobody said that it may go; `detail` says what."""

    code = "database_holds_more"
