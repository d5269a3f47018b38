"""Answering with JSON."""

from typing import Any

import msgspec
from flask import Response


def answered(document: Any, *, status: int = 200) -> Response:
    """The document as JSON; dates and instants in ISO 8601."""
    return Response(msgspec.json.encode(document), status=status, mimetype="application/json")
