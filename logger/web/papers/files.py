"""A paper as an answer: a file to keep, by a name that says what it is; what is public may be kept by all."""

from hashlib import sha256

from flask import Response, make_response, request

PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FRESH_SECONDS = 300


def file_answer(content: bytes, kind: str, name: str) -> Response:
    """A file to keep."""
    answer = make_response(content)
    answer.headers["Content-Type"] = kind
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def public_file(content: bytes, kind: str, name: str, said: object = None) -> Response:
    """The same for anyone, sent once to those who have it.

    `said` is what the file says, where the bytes around it are others each time that it is made.
    """
    answer = file_answer(content, kind, name)
    answer.cache_control.public = True
    answer.cache_control.max_age = FRESH_SECONDS
    answer.set_etag(sha256(content if said is None else repr(said).encode()).hexdigest())
    answer.make_conditional(request)
    return answer
