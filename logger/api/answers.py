"""Answering with JSON."""

from typing import Any

import msgspec
from flask import Response

from logger.domain.said import as_text


def answered(document: Any, *, status: int = 200) -> Response:
    """The document as JSON; dates and instants in ISO 8601."""
    return Response(
        msgspec.json.encode(document, enc_hook=as_text), status=status, mimetype="application/json"
    )
