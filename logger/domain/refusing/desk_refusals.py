"""Every "no" to what is done about the ledger at a desk; nothing of the deed is done."""

from logger.domain.records import StoredActivity
from logger.domain.refusing.refusals import Refusal


class DeskRefusal(Refusal):
    """What somebody at a desk can put right, or must look at again: the page is shown once more."""


class OtherVersionStands(DeskRefusal):
    """Somebody changed the activity since it was looked at.

    `current` is the version that stands, as its asker may see it; None for one who may not see it at all.
    """

    code = "other_version_stands"

    def __init__(self, current: StoredActivity | None) -> None:
        super().__init__()
        self.current = current


class ReasonMissing(DeskRefusal):
    """What is done about another's entry needs a reason that its author can read."""

    code = "reason_missing"


class PersonalDataInReason(DeskRefusal):
    """The reason points out a person."""

    code = "personal_data_in_reason"


class EntryFaulty(DeskRefusal):
    """The facts do not hold together; `fields` says where."""

    code = "entry_faulty"


class TypeChanged(DeskRefusal):
    """Another type was chosen: its own focuses and numbers must be looked at before anything is kept."""

    code = "type_changed"


class NothingChanged(DeskRefusal):
    """A correction that says what stands already."""

    code = "nothing_changed"


class NotCurrent(DeskRefusal):
    """The activity is struck or taken back: there is nothing left to do about it."""

    code = "not_current"


class NotAlike(DeskRefusal):
    """The two activities do not tell of the same time: they are not merged."""

    code = "not_alike"


class DecidedAlready(DeskRefusal):
    """The held entry was taken in, refused or settled by its author meanwhile."""

    code = "decided_already"


class WaitsForAnother(DeskRefusal):
    """The held entry builds on something that is not there, or not there any more."""

    code = "waits_for_another"


class ChosenChanged(DeskRefusal):
    """Some of the activities that were chosen together have changed or count no more: nothing is done."""

    code = "chosen_changed"

    def __init__(self, changed: frozenset[str]) -> None:
        super().__init__()
        self.changed = changed


class TooManyChosen(DeskRefusal):
    """More activities than are changed in one transaction; nothing is done about any."""

    code = "too_many_chosen"


class TooManyToExport(DeskRefusal):
    """More activities than a spreadsheet opens with ease."""

    code = "too_many_to_export"


class TooManyFiles(DeskRefusal):
    """More files in a minute than a person has reason to take."""

    code = "too_many_files"
    wait_seconds = 60


class KeptAlready(DeskRefusal):
    """The two activities were decided to be two already."""

    code = "kept_already"
