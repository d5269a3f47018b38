"""Answering with JSON, once the same bytes were asked for with the same question."""

from typing import Any

import msgspec
from flask import Response, request


def answered(document: Any, *, status: int = 200) -> Response:
    """The document as JSON; dates and instants in ISO 8601."""
    return Response(msgspec.json.encode(document), status=status, mimetype="application/json")


def unless_known(version: str) -> Response | None:
    """An empty 304 where the asker has this version already; None where it must be told."""
    return tagged(Response(status=304), version) if version in request.if_none_match else None


def tagged(response: Response, version: str) -> Response:
    """The response under its version, for asking again."""
    response.set_etag(version)
    return response
