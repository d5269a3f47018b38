"""The key that an installation signs its messages with (VAPID, RFC 8292): made once, for the owner alone."""

import os
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sqlalchemy.orm import Session

from logger.domain.refusing.push_refusals import PushKeyExists
from logger.services.transactions import writing
from logger.store.letters import push_subscriptions


@dataclass(frozen=True)
class NewKey:
    """A key just made: what phones ask under, and how many browsers asked under the one before."""

    public: str
    dropped: int


def make(session: Session, file: Path, *, replace: bool) -> NewKey:
    """Make a key in the file, mode 600; whoever asked under another one is asked no more.

    Raises PushKeyExists where there is one and it is not to be replaced.
    """
    if file.exists() and not replace:
        raise PushKeyExists
    key = ec.generate_private_key(ec.SECP256R1())
    number: int = key.private_numbers().private_value
    public = _text(key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))
    with writing(session):
        dropped = push_subscriptions.drop_all(session)
        _write(file, f"{_text(number.to_bytes(32))}.{public}")
    return NewKey(public, dropped)


def _write(file: Path, text: str) -> None:
    made = file.with_name(f"{file.name}.{os.getpid()}")
    with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as part:
        part.write(text)
    made.replace(file)


def _text(found: bytes) -> str:
    return urlsafe_b64encode(found).rstrip(b"=").decode()
