"""Every "no" to what is done about a pledge at a desk; nothing of the deed is done."""

from logger.domain.refusing.desk_refusals import DeskRefusal


class DraftChanged(DeskRefusal):
    """Somebody changed that part of the draft since it was looked at."""

    code = "draft_changed"


class DraftUnfinished(DeskRefusal):
    """The draft lacks something that a version needs."""

    code = "draft_unfinished"


class NothingToPropose(DeskRefusal):
    """The draft says what a version says already."""

    code = "nothing_to_propose"


class NotWaiting(DeskRefusal):
    """The version was approved, or replaced, meanwhile."""

    code = "not_waiting"
