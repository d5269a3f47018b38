"""Every "no" has a name: the refusals that deeds raise, without a word of how a door answers them.

A refusal carries a stable code; `logger.services.answers` gives each code its status and its Swedish
sentence, and a test walks all subclasses so that none lacks them.
"""

from collections.abc import Mapping
from typing import ClassVar


class Refusal(Exception):
    """A deed that is not done, and why; `fields` says in Swedish what is wrong with which field."""

    code: ClassVar[str] = "refused"
    wait_seconds: int | None = None  # after which trying again may help

    def __init__(self, detail: str = "", *, fields: Mapping[str, str] | None = None) -> None:
        super().__init__(detail or self.code)
        self.detail = detail
        self.fields: Mapping[str, str] = dict(fields or {})


class NotFound(Refusal):
    """There is no such thing, or it is not for this person: the two are answered alike."""

    code = "not_found"


class NotAllowed(Refusal):
    """The person may see the thing, but not do this to it."""

    code = "not_allowed"


class SignInNeeded(Refusal):
    """Nobody is signed in, or the session has ended: the same user must come back."""

    code = "reauth"


class ShutOut(Refusal):
    """The user has been disabled: what waits on their phones may be handed in, and nothing else."""

    code = "user_disabled"


class SignInFailed(Refusal):
    """The e-mail and the password do not belong together; which of them is wrong is not told."""

    code = "sign_in_failed"


class TooManyAttempts(Refusal):
    """Too many failed sign-ins lately: wait, never locked out."""

    code = "too_many_attempts"

    def __init__(self, wait_seconds: int) -> None:
        super().__init__()
        self.wait_seconds = wait_seconds


class WeakPassword(Refusal):
    """The password is shorter than 12 characters, or on the list of those that everyone tries."""

    code = "weak_password"


class OldPasswordWrong(Refusal):
    """Whoever wants another password did not say the one they have."""

    code = "old_password_wrong"


class PasswordsDiffer(Refusal):
    """A new password was typed twice, and differently."""

    code = "passwords_differ"


class Malformed(Refusal):
    """What was sent is not of the shape that was asked for; `fields` says where."""

    code = "malformed"


class ForeignRequest(Refusal):
    """An unsafe request that does not show that it comes from a page of our own."""

    code = "foreign_request"


class WrongMediaType(Refusal):
    """The body is not of the kind that this address takes."""

    code = "wrong_media_type"


class PledgeFileFaulty(Refusal):
    """A pledge file that does not hold together; `detail` lists every fault by line."""

    code = "pledge_file_faulty"


class PlacesFileFaulty(Refusal):
    """A places file that does not hold together; nothing of it is stored."""

    code = "places_file_faulty"


class ActivitiesFileFaulty(Refusal):
    """An activities file that does not hold together; nothing of it is stored."""

    code = "activities_file_faulty"


class AlreadyInstalled(Refusal):
    """The installation has an administrator already."""

    code = "already_installed"


class DemoPresent(Refusal):
    """Demo content lives here; a real installation never mixes with it."""

    code = "demo_present"


class InstallationPresent(Refusal):
    """A real installation lives here; demo content never mixes with it."""

    code = "installation_present"


class EmailTaken(Refusal):
    """Another user signs in with that e-mail address already."""

    code = "email_taken"


class UnknownChoice(Refusal):
    """A municipality, role or other word that this installation does not know."""

    code = "unknown_choice"


class Busy(Refusal):
    """The database did not let the deed through in time; nothing of it was done."""

    code = "busy"
    wait_seconds = 5
