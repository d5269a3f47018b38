"""Every "no" to what is done about a follow-up or a publication; nothing of the deed is done."""

from logger.domain.refusing.desk_refusals import DeskRefusal


class FollowUpChanged(DeskRefusal):
    """Somebody else wrote in the follow-up since it was opened."""

    code = "follow_up_changed"


class FollowUpFrozen(DeskRefusal):
    """The follow-up is put forward or approved: what it says is not changed."""

    code = "follow_up_frozen"


class FollowUpFaulty(DeskRefusal):
    """What was written does not hold together; `fields` says where."""

    code = "follow_up_faulty"


class PeriodNotOver(DeskRefusal):
    """The period has not ended: its figures cannot be frozen yet."""

    code = "period_not_over"


class NothingProposed(DeskRefusal):
    """There is no proposal to say yes or no to, or it is another one than was looked at."""

    code = "nothing_proposed"


class PartyHasApproved(DeskRefusal):
    """Somebody has approved for that party already."""

    code = "party_has_approved"


class OnePersonOneParty(DeskRefusal):
    """The same person has approved for the other party."""

    code = "one_person_one_party"


class NotApproved(DeskRefusal):
    """Both parties must have approved the follow-up before it is published."""

    code = "not_approved"


class TooEarlyToPublish(DeskRefusal):
    """The delay that keeps a day from being worked out has not passed."""

    code = "too_early_to_publish"


class PublishedAlready(DeskRefusal):
    """The follow-up is public already; what is public is never changed."""

    code = "published_already"
