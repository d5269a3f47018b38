"""How many files a minute one person may take from the desk: each is read from the tables and set anew."""

from logger import visit
from logger.domain.refusing.desk_refusals import TooManyFiles
from logger.frequency import may_once_more

# A year of monthly follow-ups in every form is some seventy; one a second is faster than they are chosen.
FILES_A_MINUTE = 60


def require_moderation() -> None:
    """Raise TooManyFiles after too many by whoever asks, SignInNeeded where nobody is signed in."""
    if not may_once_more(FILES_A_MINUTE, "files", visit.signed_in().user_id):
        raise TooManyFiles
