"""Doors for activities that may have been logged twice: look at every pair, make one of two, or keep both."""

from flask import Blueprint, Response, make_response, render_template, request

from logger import clock, visit
from logger.domain.people.people import Principal
from logger.domain.refusing.desk_refusals import DeskRefusal
from logger.extensions import db
from logger.services.activities import merging, twins
from logger.services.activities.merging import Merging
from logger.web.activities.named_entries import named_id, named_number
from logger.web.activities.twin_views import KEEP, MERGE, twins_page
from logger.web.desk_frame import Place, around
from logger.web.going_on import back_to
from logger.web.refused import answer_to

blueprint = Blueprint("twin_pages", __name__, url_prefix="/aktiviteter/<code>/dubbletter")


@blueprint.get("")
def listed(code: str) -> Response:
    return _page(code, visit.signed_in(), None)


@blueprint.post("")
def decide(code: str) -> Response:
    principal = visit.signed_in()
    one, other = (named_id("one"), named_number("one_rev")), (named_id("other"), named_number("other_rev"))
    reason = request.form.get("reason", "")
    try:
        match request.form.get("keep"):
            case "both":
                twins.keep_both(db.session(), principal, code, (one[0], other[0]), reason, clock.now())
            case "other":
                merging.merge(db.session(), principal, code, Merging(*other, *one, reason), clock.now())
            case _:
                merging.merge(db.session(), principal, code, Merging(*one, *other, reason), clock.now())
    except DeskRefusal as refusal:
        return _page(code, principal, refusal)
    return back_to(request.path, "nasta")


def _page(code: str, principal: Principal, refusal: DeskRefusal | None) -> Response:
    answer = answer_to(refusal) if refusal else None
    wrong = answer.fields.get("reason") if answer else None
    asked = request.form.get("one", ""), request.form.get("other", "")
    spot = (*asked, KEEP if request.form.get("keep") == "both" else MERGE)
    found = twins.twins_in(db.session(), principal, code, clock.now())
    html = render_template(
        "desk/twins.html",
        page=twins_page(found, request.path),
        frame=around(principal, Place(code, "activities")),
        problem=answer.detail if answer else "",
        said={spot: request.form.get("reason", "")} if answer else {},
        faults={spot: wrong} if wrong else {},
    )
    return make_response(html, answer.status if answer else 200)
