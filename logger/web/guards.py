"""What a request must show before any door looks at it: an unsafe one, that a page of our own sent it."""

from flask import Flask, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest, LengthRequired, RequestEntityTooLarge

from logger import visit
from logger.domain.refusing.refusals import ForeignRequest, WrongMediaType

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
MOST_FIELDS, LONGEST_FIELD = 1_000, 20_000
# A sheet that is pasted, or sent along with its preview, is one field.
_LONG_FIELDS = dict.fromkeys(("old_books.look", "old_books.take_in"), 450_000)
# Signed addresses that are sent out: whoever has one may follow it, from wherever (RFC 8058).
BY_ADDRESS_ALONE = frozenset({"letter.end"})
API_HEADERS = ("X-Faltlogg", "X-Faltlogg-Sync")


def register(app: Flask) -> None:
    """Look at every request of the app."""
    app.before_request(_check)


def _check() -> None:
    if "\0" in request.path or _holds_nul(request.args):
        raise BadRequest  # no name holds it, and PostgreSQL takes no text with it
    if request.method not in SAFE_METHODS:
        _check_unsafe()


def _holds_nul(fields: MultiDict[str, str]) -> bool:
    """Whether any name or value does; of a name that is given again, every value."""
    return any("\0" in text for pair in fields.items(multi=True) for text in pair)


def needs_no_page() -> bool:
    """Whether the address itself says what is asked and for whom: a mail program ends a letter by it."""
    return request.endpoint in BY_ADDRESS_ALONE


def _check_unsafe() -> None:
    # A chunked body over the limit would be cut off in silence.
    if "Transfer-Encoding" in request.headers:
        raise LengthRequired
    of_the_api = visit.of_the_api()
    if of_the_api and visit.bearer() is not None:
        return  # a token is sent by no browser on its own
    if needs_no_page():
        return
    if not _from_our_own_page():
        raise ForeignRequest
    if of_the_api:
        _check_api()
    else:
        _check_form()


def _check_form() -> None:
    """A form as our own pages send it: no NUL, no more fields than one has, none longer than a field is."""
    if _holds_nul(request.form):
        raise BadRequest
    number, longest = 0, _LONG_FIELDS.get(request.endpoint or "", LONGEST_FIELD)
    for _, values in request.form.lists():
        number += len(values)
        if number > MOST_FIELDS or any(len(each) > longest for each in values):
            raise RequestEntityTooLarge


def _from_our_own_page() -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return request.headers.get("Origin") == request.host_url.rstrip("/")


def _check_api() -> None:
    if not any(request.headers.get(name) == "1" for name in API_HEADERS):
        raise ForeignRequest
    if request.content_length and not request.is_json:
        raise WrongMediaType
