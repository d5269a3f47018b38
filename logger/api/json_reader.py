"""The one reader of JSON bodies: bounded on the wire and inflated, and one clear meaning or none."""

import zlib
from dataclasses import dataclass
from typing import Any

from flask import Request

from logger.domain.entering.batches import MOST_BYTES, MOST_WIRE_BYTES
from logger.domain.entering.strict_json import NotJsonError, parse
from logger.domain.refusing.json_refusals import BodyTooLarge, LengthMissing, NotJson, UnknownEncoding
from logger.domain.refusing.refusals import WrongMediaType

_GZIP = 16 + zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class Limits:
    """How many bytes a body may have as sent, and once inflated."""

    wire: int = MOST_WIRE_BYTES
    inflated: int = MOST_BYTES


def read_json(request: Request, limits: Limits = Limits()) -> Any:
    """The value of a request's JSON body.

    Raises WrongMediaType, LengthMissing, UnknownEncoding, BodyTooLarge and NotJson, in that order.
    """
    if not request.is_json:
        raise WrongMediaType
    if request.content_length is None:
        raise LengthMissing
    encoding = request.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding not in ("identity", "gzip"):
        raise UnknownEncoding
    if request.content_length > limits.wire:
        raise BodyTooLarge
    body = request.get_data(cache=False)
    return _parsed(_inflated(body, limits.inflated) if encoding == "gzip" else body)


def _inflated(body: bytes, most: int) -> bytes:
    """The body unpacked; it stops at the limit, however small a bomb was on the wire."""
    unpacking = zlib.decompressobj(_GZIP)
    try:
        inflated = unpacking.decompress(body, most + 1)
    except zlib.error as error:
        raise NotJson from error
    if len(inflated) > most:
        raise BodyTooLarge
    if not unpacking.eof or unpacking.unused_data:
        raise NotJson
    return inflated


def _parsed(body: bytes) -> Any:
    try:
        return parse(body)
    except NotJsonError as error:
        raise NotJson from error
