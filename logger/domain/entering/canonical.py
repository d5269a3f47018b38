"""One way to write plain data as bytes, so that whoever holds the same data holds the same digest."""

import json
from hashlib import sha256
from typing import Any


def canonical(document: Any) -> str:
    """The data as JSON in one form: keys in order, no spaces, every character as itself."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest_of(text: str) -> str:
    """The SHA-256 of the text in UTF-8, in hex."""
    return sha256(text.encode()).hexdigest()
