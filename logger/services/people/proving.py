"""Saying the password once more before a deed on people: another sign-in takes the place of this one."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from logger.domain.refusing.people_refusals import ProofWrong
from logger.domain.refusing.refusals import SignInFailed
from logger.services.people.password_hashing import PasswordHashing
from logger.services.people.signing_in import Attempt, BegunSession, SignIn, sign_in
from logger.store.people import people


def prove(
    session: Session, signed_in: SignIn, attempt: Attempt, hashing: PasswordHashing, now: datetime
) -> BegunSession:
    """Begin a session anew for whoever is signed in, by the password in the attempt.

    It is counted and waits as a sign-in does, and the session's id is another afterwards. Raises ProofWrong
    and TooManyAttempts.
    """
    own = replace(attempt, email=people.email_of(session, signed_in.principal.user_id))
    try:
        return sign_in(session, own, hashing, now)
    except SignInFailed as failed:
        raise ProofWrong from failed
