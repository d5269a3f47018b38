"""A message on its way to a browser: encrypted, so that its push service reads nothing, and signed."""

import http.client
import json
import os
import ssl
import struct
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import Enum, auto
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from py_vapid import Vapid02

from logger.domain.phones.browsers import Browser
from logger.domain.phones.push_services import read_key
from logger.domain.phones.reminder_words import Message

PATIENCE = 10  # seconds for each step of the line
_SIGNED_FOR = 3600  # seconds
_RECORD = 4096
_LAST_RECORD = b"\x02"
_READ_AT_MOST = 1024


class Handed(Enum):
    """What became of a message: taken, or its browser is no more, or it was not taken now."""

    TAKEN = auto()
    GONE = auto()
    NOT_NOW = auto()


@dataclass(frozen=True, slots=True)
class Sender:
    """Who signs: the key (`private.public` in base64url), and an address to complain to."""

    key: str
    contact: str

    def hand_in(self, browser: Browser, message: Message, seconds: int, now: int) -> Handed:
        """Give the message to the browser's push service, to be delivered within so many seconds."""
        try:
            sealed = encrypt(json.dumps(asdict(message), ensure_ascii=False).encode(), browser)
        except ValueError:
            return Handed.GONE  # a key that is on no curve opens nothing
        return _what_became(_post(browser.endpoint, sealed, self._headers(browser.endpoint, seconds, now)))

    def _headers(self, endpoint: str, seconds: int, now: int) -> dict[str, str]:
        parts = urlsplit(endpoint)
        claims = {"aud": f"https://{parts.netloc}", "sub": self.contact, "exp": now + _SIGNED_FOR}
        signed: dict[str, str] = Vapid02.from_raw(self.key.partition(".")[0].encode()).sign(claims)
        return {
            **signed,
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": str(seconds),
            "Topic": "reminder",  # a newer one takes the place of one not delivered yet
            "Urgency": "low",
        }


def encrypt(plain: bytes, browser: Browser) -> bytes:
    """What only the browser can read (RFC 8291), under a key and a salt of its own.

    Raises ValueError for a public key that is none.
    """
    return encrypted(plain, browser, ec.generate_private_key(ec.SECP256R1()), os.urandom(16))


def encrypted(plain: bytes, browser: Browser, own: ec.EllipticCurvePrivateKey, salt: bytes) -> bytes:
    """The same, with key and salt handed in: one record of aes128gcm (RFC 8188) behind its header."""
    theirs = read_key(browser.public_key)
    public = own.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    shared = own.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), theirs))
    secret = _derived(shared, read_key(browser.secret), b"WebPush: info\0" + theirs + public, 32)
    key = _derived(secret, salt, b"Content-Encoding: aes128gcm\0", 16)
    nonce = _derived(secret, salt, b"Content-Encoding: nonce\0", 12)
    sealed: bytes = AESGCM(key).encrypt(nonce, plain + _LAST_RECORD, None)
    return salt + struct.pack("!IB", _RECORD, len(public)) + public + sealed


def _derived(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    derived: bytes = HKDF(SHA256(), length, salt, info).derive(secret)
    return derived


def _post(endpoint: str, body: bytes, headers: Mapping[str, str]) -> int | None:
    """The status of one request over TLS, or None without an answer. No redirect is followed."""
    parts = urlsplit(endpoint)
    context = ssl.create_default_context()
    line = http.client.HTTPSConnection(
        parts.hostname or "", parts.port or 443, timeout=PATIENCE, context=context
    )
    try:
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        line.request("POST", path or "/", body, dict(headers))
        answer = line.getresponse()
        answer.read(_READ_AT_MOST)
    except (OSError, http.client.HTTPException):
        return None
    else:
        return answer.status
    finally:
        line.close()


def _what_became(status: int | None) -> Handed:
    if status is not None and 200 <= status < 300:
        return Handed.TAKEN
    return Handed.GONE if status in (404, 410) else Handed.NOT_NOW
