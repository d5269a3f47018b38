"""Doors to the places that entries propose: the list, and the three ways to decide on one."""

from collections.abc import Callable

from flask import Blueprint, Response, make_response, render_template, request

from logger import clock, visit
from logger.domain.people.people import Principal
from logger.domain.places import Place as Listed
from logger.domain.places import Point
from logger.domain.refusing.desk_refusals import DeskRefusal
from logger.extensions import db
from logger.services.places import place_proposals
from logger.services.refusal_answers import Answer
from logger.web.desk_frame import Place, around
from logger.web.going_on import back_to
from logger.web.places.proposal_views import Tried, proposals_page
from logger.web.refused import answer_to

blueprint = Blueprint("proposal_pages", __name__, url_prefix="/platser/<code>/foreslagna")


@blueprint.get("")
def waiting(code: str) -> Response:
    return _list(visit.signed_in(), code)


@blueprint.post("/lagg-upp")
def accept(code: str) -> Response:
    form = request.form

    def decide(principal: Principal, key: str) -> None:
        place = Listed(
            id="",
            name=form.get("name", "").strip(),
            kinds=frozenset(form.getlist("kinds[]")),
            point=_point(principal, code, key) if "point" in form else None,
        )
        place_proposals.accept(db.session(), principal, code, key, place, clock.now())

    return _decided(code, decide)


@blueprint.post("/samma-som")
def accept_as(code: str) -> Response:
    place_id = request.form.get("place", "")
    return _decided(
        code,
        lambda principal, key: place_proposals.accept_as(
            db.session(), principal, code, key, place_id, clock.now()
        ),
    )


@blueprint.post("/avvisa")
def refuse(code: str) -> Response:
    reason = request.form.get("reason", "")
    return _decided(
        code,
        lambda principal, key: place_proposals.refuse(
            db.session(), principal, code, key, reason, clock.now()
        ),
    )


def _decided(code: str, decide: Callable[[Principal, str], object]) -> Response:
    """Decides on the proposal that the form names, or shows the list anew with what is wrong."""
    principal = visit.signed_in()
    try:
        decide(principal, request.form.get("key", ""))
    except DeskRefusal as refusal:
        return _list(principal, code, answer_to(refusal))
    return back_to(f"/platser/{code}/foreslagna", "vantar")


def _list(principal: Principal, code: str, answer: Answer | None = None) -> Response:
    found = place_proposals.proposals_of(db.session(), principal, code)
    form = request.form
    tried = (
        Tried(
            form.get("key", ""),
            form.get("name"),
            frozenset(form.getlist("kinds[]")),
            form.get("reason", ""),
            answer.fields,
        )
        if answer
        else None
    )
    html = render_template(
        "desk/proposals.html",
        page=proposals_page(found, f"/platser/{code}", tried),
        frame=around(principal, Place(code, "places")),
        problem=answer.detail if answer else "",
    )
    return make_response(html, answer.status if answer else 200)


def _point(principal: Principal, code: str, key: str) -> Point | None:
    """The point that the entries tell: it is looked up here, and not taken from the form."""
    found = place_proposals.proposals_of(db.session(), principal, code).proposals
    return next((each.point for each in found if each.key == key), None)
