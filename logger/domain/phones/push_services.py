"""Which addresses a message may be pushed to: those of the allowed push services and no other, over TLS."""

import binascii
import re
from base64 import urlsafe_b64decode
from collections.abc import Sequence

LONGEST_ENDPOINT = 1000
_UNCOMPRESSED_POINT = (65, 4)
_SECRET_BYTES = 16
# Stricter than addresses need be: no name before the host, nothing after a "#", no gap, no other letters.
_ADDRESS = re.compile(r"https://([a-z0-9.-]+)(?::([0-9]{1,5}))?/[!$-~]*")


def is_of_a_push_service(endpoint: str, services: Sequence[str]) -> bool:
    """Whether the address is one of these services', given as `host`, `*.host` or `host:port`."""
    found = _ADDRESS.fullmatch(endpoint)
    if found is None or len(endpoint) > LONGEST_ENDPOINT:
        return False
    host, port = found.groups()
    named = host if port in (None, "443") else f"{host}:{port}"
    return any(_is_of(named, service) for service in services)


def is_public_key(text: str) -> bool:
    """Whether this could be a browser's key to encrypt to: an uncompressed point of P-256."""
    found = read_key(text)
    return (len(found), found[0] if found else 0) == _UNCOMPRESSED_POINT


def is_secret(text: str) -> bool:
    """Whether this could be a browser's secret to encrypt under."""
    return len(read_key(text)) == _SECRET_BYTES


def read_key(text: str) -> bytes:
    """The bytes of base64url without padding; none for what is not that."""
    if not text.isascii() or "=" in text:
        return b""
    try:
        return urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error:
        return b""


def _is_of(host: str, service: str) -> bool:
    return host.endswith(service[1:]) if service.startswith("*.") else host == service
