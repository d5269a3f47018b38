"""Every "no" as a page: what is, what to do, and the number to quote."""

from flask import Response, make_response, render_template, request, url_for
from werkzeug.exceptions import HTTPException

from logger import visit
from logger.domain.refusing.refusals import Refusal
from logger.services.refusal_answers import Answer, answer_to_status
from logger.web.refused import answer_to, in_words
from logger.web.texts import t


def page(error: Exception) -> Response:
    """The page for a refusal or for what werkzeug raised; someone signed out is led to sign in."""
    if isinstance(error, HTTPException) and (error.response or (error.code or 500) < 400):
        return make_response(error.get_response())
    answer = (
        answer_to(error)
        if isinstance(error, Refusal)
        else in_words(answer_to_status(getattr(error, "code", None) or 500))
    )
    if answer.code == "reauth" and request.method in ("GET", "HEAD"):
        return make_response("", 303, {"Location": url_for("signing_in.form", next=_here())})
    return _page(answer)


def _page(answer: Answer) -> Response:
    html = render_template(
        "error.html",
        problem={"title": answer.title, "detail": answer.detail, "request_id": visit.request_id()},
        way_on={"href": "/", "text": t("Till startsidan")},
    )
    response = make_response(html, answer.status)
    if answer.retry_after is not None:
        response.headers["Retry-After"] = str(answer.retry_after)
    return response


def _here() -> str:
    return request.full_path.rstrip("?")
