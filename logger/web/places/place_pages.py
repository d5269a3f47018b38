"""Doors to the register of places: the list, one place, a new one, and two that are one."""

from flask import Blueprint, Response, make_response, render_template, request

from logger import clock, visit
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, allowed, require
from logger.domain.refusing.desk_refusals import DeskRefusal
from logger.domain.refusing.place_refusals import MergeLowers, PlaceChanged
from logger.extensions import db
from logger.services.boards import next_places
from logger.services.places import place_proposals, place_register
from logger.services.places.place_register import Merge
from logger.services.refusal_answers import Answer
from logger.web.desk_frame import Place, around
from logger.web.going_on import back_to
from logger.web.places.map_tiles import allow_tiles, tiles
from logger.web.places.place_form import FilledPlace, filled_by, place_of
from logger.web.places.place_list_views import address_of, places_page
from logger.web.places.place_views import NOTHING_ASKED, Asked, PlaceForm, lowered_line, place_page
from logger.web.refused import answer_to
from logger.web.words import Noun

PROPOSED = Noun("föreslagen plats", "föreslagna platser", "proposed place", "proposed places")
blueprint = Blueprint("place_pages", __name__, url_prefix="/platser/<code>")


@blueprint.get("")
def listed(code: str) -> Response:
    principal, today = visit.signed_in(), clock.today()
    register = place_register.register_of(db.session(), principal, code)
    nearest = next_places.next_places_of(db.session(), principal, code, today)
    order, number = (request.args.get(name, "") for name in ("ordning", "sida"))
    page = places_page(register, nearest, order, request.path, today, number)
    shown = _page(
        "desk/places.html", principal, code, page=page, waiting=_waiting(principal, code), tiles=tiles()
    )
    return allow_tiles(shown)


@blueprint.get("/ny")
def new(code: str) -> Response:
    principal = require(visit.signed_in(), Action.EDIT, Resource.PLACES, code)
    return _form(principal, code, FilledPlace())


@blueprint.post("/ny")
def add(code: str) -> Response:
    principal, filled = visit.signed_in(), filled_by(request.form)
    try:
        kept = place_register.add_place(db.session(), principal, code, place_of(filled), clock.now())
    except DeskRefusal as refusal:
        return _form(principal, code, filled, answer_to(refusal))
    return _to(code, kept.id)


@blueprint.get("/p/<path:place_id>")
def place(code: str, place_id: str) -> Response:
    return _place(visit.signed_in(), code, place_id)


@blueprint.post("/p/<path:place_id>")
def change(code: str, place_id: str) -> Response:
    principal, filled = visit.signed_in(), filled_by(request.form)
    require(principal, Action.EDIT, Resource.PLACES, code)
    try:
        wanted = place_of(filled, place_id)
        place_register.change_place(db.session(), principal, code, wanted, filled.version, clock.now())
    except PlaceChanged as refusal:
        return _place(principal, code, place_id, answer_to(refusal))
    except DeskRefusal as refusal:
        return _place(principal, code, place_id, answer_to(refusal), filled)
    return _to(code, place_id)


@blueprint.post("/sla-ihop")
def merge(code: str) -> Response:
    principal, double = visit.signed_in(), request.form.get("double", "")
    wanted = Merge(double, request.form.get("into", ""), "anyway" in request.form)
    try:
        kept = place_register.merge_places(db.session(), principal, code, wanted, clock.now())
    except MergeLowers as refusal:
        asked = Asked(wanted.into, tuple(map(lowered_line, refusal.lowered)))
        return _place(principal, code, double, answer_to(refusal), asked=asked)
    except DeskRefusal as refusal:
        return _place(principal, code, double, answer_to(refusal))
    return _to(code, kept.id)


def _place(
    principal: Principal,
    code: str,
    place_id: str,
    answer: Answer | None = None,
    filled: FilledPlace | None = None,
    asked: Asked = NOTHING_ASKED,
) -> Response:
    register = place_register.register_of(db.session(), principal, code)
    found = place_register.one_of(register.places, place_id)
    faults = answer.fields if answer else {}
    page = place_page(found, register, f"/platser/{code}", clock.today(), filled, faults)
    return _page("desk/place.html", principal, code, answer, page=page, back=f"/platser/{code}", asked=asked)


def _form(principal: Principal, code: str, filled: FilledPlace, answer: Answer | None = None) -> Response:
    register = place_register.register_of(db.session(), principal, code)
    back = f"/platser/{code}"
    faults = answer.fields if answer else {}
    form = PlaceForm(filled, filled.boxes(register.words), f"{back}/ny", back, faults)
    return _page("desk/place_new.html", principal, code, answer, form=form)


def _waiting(principal: Principal, code: str) -> str:
    """How many places are proposed, for one who may see them; empty for none."""
    if not allowed(principal, Action.READ, Resource.PROPOSALS, code):
        return ""
    found = place_proposals.proposals_of(db.session(), principal, code).proposals
    return PROPOSED.of(len(found)) if found else ""


def _page(
    template: str, principal: Principal, code: str, answer: Answer | None = None, **shown: object
) -> Response:
    frame = around(principal, Place(code, "places"))
    html = render_template(template, frame=frame, problem=answer.detail if answer else "", **shown)
    return make_response(html, answer.status if answer else 200)


def _to(code: str, place_id: str) -> Response:
    return back_to(address_of(f"/platser/{code}", place_id))
