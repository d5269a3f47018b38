"""Every "no" as problem+json (RFC 9457), with a stable code and a Swedish sentence."""

from typing import Any

from flask import Response, jsonify
from werkzeug.exceptions import HTTPException

from logger import visit
from logger.domain.refusing.refusals import Refusal
from logger.services.refusal_answers import Answer, answer_to, answer_to_status


def problem(error: Exception) -> Response:
    """The problem for a refusal or for what werkzeug raised (unknown address, wrong method, our fault)."""
    if isinstance(error, Refusal):
        return problem_of(answer_to(error))
    response = problem_of(answer_to_status(getattr(error, "code", None) or 500))
    if isinstance(error, HTTPException):
        for name, value in error.get_headers():
            if name in ("Allow", "Retry-After"):
                response.headers[name] = value
    return response


def problem_of(answer: Answer) -> Response:
    """`{type, title, status, detail, code, request_id, errors?}` as application/problem+json."""
    members: dict[str, Any] = {
        "type": f"urn:faltlogg:problem:{answer.code}",
        "title": answer.title,
        "status": answer.status,
        "detail": answer.detail,
        "code": answer.code,
        "request_id": visit.request_id(),
    }
    if answer.fields:
        members["errors"] = dict(answer.fields)
    response = jsonify(members)
    response.status_code = answer.status
    response.mimetype = "application/problem+json"
    if answer.retry_after is not None:
        response.headers["Retry-After"] = str(answer.retry_after)
    return response
