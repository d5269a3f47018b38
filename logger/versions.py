"""Answering under a version, so that who has it already is told no more than that."""

from flask import Response, request


def unless_known(version: str) -> Response | None:
    """An empty 304 where the asker has this version already; None where it must be told."""
    return tagged(Response(status=304), version) if version in request.if_none_match else None


def tagged(response: Response, version: str) -> Response:
    """The response under its version, for asking again."""
    response.set_etag(version)
    return response
