"""The Monday letter: asked for by each person, ended by one press, sent once a week to each."""

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy.orm import Session

from logger.domain.people.people import Principal
from logger.domain.periods import local_date
from logger.domain.refusing.refusals import NotFound
from logger.domain.terms import Lang
from logger.services.boards import boards
from logger.services.boards.boards import Ask, Board
from logger.services.transactions import writing
from logger.store import audit
from logger.store.letters import letters
from logger.store.people import people

SIGNATURE_LETTERS = 32


@dataclass(frozen=True, slots=True)
class Concern:
    """A municipality and the board of the pledge that runs in it."""

    municipality: str
    board: Board


@dataclass(frozen=True, slots=True)
class Letter:
    """What one reader is to be told, where it goes, and what its ending is signed over."""

    email: str
    nonce: str
    day: date
    concerns: tuple[Concern, ...]
    lang: Lang = "sv"


@dataclass(slots=True)
class Sent:
    """What a round came to; `nothing` are those who have no pledge that runs."""

    sent: int = 0
    not_taken: int = 0
    nothing: int = 0


Post = Callable[[Letter], bool]


def wants(session: Session, principal: Principal) -> bool:
    """Whether the principal has asked for the letter."""
    return letters.nonce_of(session, principal.user_id) is not None


def want(session: Session, principal: Principal, lang: Lang, now: datetime) -> None:
    """Send the principal the letter from now on. Raises NotFound for one who follows nothing."""
    if not boards.followed_by(session, principal):
        raise NotFound
    with writing(session):
        if letters.nonce_of(session, principal.user_id) is None:
            letters.want(session, principal.user_id, secrets.token_hex(16), lang, now)
            _tell(session, principal.user_id, "letter_want", now)


def end(session: Session, principal: Principal, now: datetime) -> None:
    """Send the principal no more letters."""
    with writing(session):
        letters.end(session, principal.user_id)
        _tell(session, principal.user_id, "letter_end", now)


def signature(key: str, nonce: str) -> str:
    """What an address that ends somebody's letters carries, so that nobody makes one up."""
    return hmac.new(key.encode(), f"letter:{nonce}".encode(), sha256).hexdigest()[:SIGNATURE_LETTERS]


def may_end(session: Session, key: str, nonce: str, signed: str) -> bool:
    """Whether the address is one of a letter whose reader still has them. NotFound for a made-up one."""
    if not hmac.compare_digest(signature(key, nonce).encode(), signed.encode()):
        raise NotFound
    return letters.is_known(session, nonce)


def end_by(session: Session, key: str, nonce: str, signed: str, now: datetime) -> None:
    """End the letters that carry this address; ended already, nothing happens. Raises NotFound."""
    if not may_end(session, key, nonce, signed):
        return
    with writing(session):
        user_id = letters.end_by(session, nonce)
        if user_id is not None:
            _tell(session, user_id, "letter_end", now)


def letter_of(
    session: Session, principal: Principal, email: str, nonce: str, now: datetime, lang: Lang = "sv"
) -> Letter:
    """The letter as it would be today: every municipality that the principal follows and where one holds."""
    today, concerns = local_date(now), []
    for followed in boards.followed_by(session, principal):
        stored = followed.usual(today)
        if stored is not None and today in stored.pledge.valid:
            ask = Ask(followed.municipality.code, stored.key)
            concerns.append(
                Concern(followed.municipality.name, boards.board_of(session, principal, ask, today))
            )
    return Letter(email, nonce, today, tuple(concerns), lang)


def send_all(session: Session, post: Post, now: datetime) -> Sent:
    """Send the week's letter to everyone who asked for it and has not had it.

    Each is noted before anything is sent and the note taken back where it was not taken, so that neither a
    crash nor another round at the same time sends one twice.
    """
    week, told = week_name(local_date(now)), Sent()
    for reader in letters.not_sent(session, week):
        principal = people.principal_of(session, reader.user_id, local_date(now))
        letter = principal and letter_of(session, principal, reader.email, reader.nonce, now, reader.lang)
        if not letter or not letter.concerns:
            told.nothing += 1
        elif _claimed(session, reader.user_id, week):
            taken = post(letter)
            told.sent += taken
            told.not_taken += not taken
            if not taken:
                with writing(session):
                    letters.unclaim(session, reader.user_id)
    return told


def week_name(day: date) -> str:
    """The ISO week of a day: "2026-W48"."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def _claimed(session: Session, user_id: str, week: str) -> bool:
    with writing(session):
        return letters.claim(session, user_id, week)


def _tell(session: Session, user_id: str, action: str, now: datetime) -> None:
    audit.append(session, audit.Event(user_id, action, f"user:{user_id}"), now)
