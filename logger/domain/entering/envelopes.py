"""The envelope of an operation: its identity, its number, and its body as the very bytes that were saved."""

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from logger.domain.entering.body_reader import UUID
from logger.domain.entering.judgements import Rejected, Retry
from logger.domain.entering.upcasting import NEWEST_SCHEMA, OLDEST_SCHEMA

MOST_BODY_BYTES = 16 * 1024
_SHA256 = re.compile(r"[0-9a-f]{64}")
_KEYS = frozenset({"op_id", "seq", "schema", "sha256", "body"})
_MOST = 2**53 - 1


@dataclass(frozen=True, slots=True)
class Envelope:
    """One operation as sent: `seq` is its number in the stream, `sha256` the hex digest of `body`."""

    op_id: str
    seq: int
    schema: int
    sha256: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Unopened:
    """An operation that is answered by its envelope alone, with no trace: the same bytes, the same answer.

    `op_id` and `sha256` are echoed as far as they are texts.
    """

    op_id: str | None
    sha256: str | None
    answer: Rejected | Retry


def open_envelope(raw: Any) -> Envelope | Unopened:
    """The envelope in a parsed item of a batch. Never raises: a bad item must not touch its neighbours."""
    if not isinstance(raw, dict):
        return Unopened(None, None, Rejected("bad_envelope"))
    op_id, digest = _echo(raw.get("op_id")), _echo(raw.get("sha256"))
    if not _has_form(raw):
        return Unopened(op_id, digest, Rejected("bad_envelope"))
    body = raw["body"].encode()
    if len(body) > MOST_BODY_BYTES:
        return Unopened(op_id, digest, Rejected("body_too_large"))
    # Bytes spoilt on the way, and a phone newer than this server: neither is the entry's fault, so both may
    # come again. A refusal would settle an entry that is whole where it was saved.
    if sha256(body).hexdigest() != digest:
        return Unopened(op_id, digest, Retry("bad_digest"))
    if raw["schema"] > NEWEST_SCHEMA:
        return Unopened(op_id, digest, Retry("schema_too_new"))
    return Envelope(raw["op_id"], raw["seq"], raw["schema"], raw["sha256"], body)


def _has_form(raw: dict[Any, Any]) -> bool:
    return (
        raw.keys() >= _KEYS
        and _is(raw["op_id"], UUID)
        and _is(raw["sha256"], _SHA256)
        and isinstance(raw["body"], str)
        and _is_number(raw["seq"], 1)
        and _is_number(raw["schema"], OLDEST_SCHEMA)
    )


def _is(value: Any, pattern: re.Pattern[str]) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def _is_number(value: Any, least: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= _MOST


def _echo(value: Any) -> str | None:
    return value if isinstance(value, str) and len(value) <= 64 else None
