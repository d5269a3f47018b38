"""Browsers that a person has signed in from before: a mark in a cookie, which opens nothing by itself.

Whoever has one is not made to wait for what strangers do to the account, or for others in the same network.
"""

import hmac
import re
from dataclasses import dataclass, field
from hashlib import sha256

MOST = 4
"""So many people of one browser: those who share a phone in a car."""

_NONCE = 16
_MARKS = re.compile(r"[0-9a-f]{48}(?:\.[0-9a-f]{48})*")


@dataclass(frozen=True, slots=True)
class Browser:
    """What a browser shows of who signed in from it, the last of them first; `key` makes the marks."""

    key: str = field(default="", repr=False)
    marks: tuple[str, ...] = ()

    @classmethod
    def showing(cls, key: str, text: str) -> "Browser":
        """From the text of its cookie; what is none of ours says nothing."""
        marks = text.split(".")[:MOST] if _MARKS.fullmatch(text) else ()
        return cls(key, tuple(marks))

    def mark_of(self, user_id: str) -> str | None:
        """The person's mark; None where they have not signed in from here, or long ago."""
        return next((each for each in self.marks if _is_of(self.key, user_id, each)), None)

    def after(self, user_id: str, nonce: str) -> str:
        """The text of its cookie once the person has signed in; `nonce` makes a new mark unlike any other."""
        own = self.mark_of(user_id) or _mark(self.key, user_id, nonce)
        return ".".join([own, *(each for each in self.marks if each != own)][:MOST])


UNKNOWN = Browser()


def _mark(key: str, user_id: str, nonce: str) -> str:
    signed = hmac.new(key.encode(), f"browser:{user_id}:{nonce}".encode(), sha256)
    return nonce + signed.hexdigest()[:32]


def _is_of(key: str, user_id: str, mark: str) -> bool:
    return hmac.compare_digest(_mark(key, user_id, mark[:_NONCE]), mark)
