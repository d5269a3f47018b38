"""Doors for what a coordinator does about one activity: put it right, strike it, make one of two."""

from dataclasses import replace
from uuid import UUID

from flask import Blueprint, Response, make_response, render_template, request

from logger import clock, visit
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, require
from logger.domain.refusing.desk_refusals import DeskRefusal, OtherVersionStands, TypeChanged
from logger.extensions import db
from logger.services.activities import activity_lists, corrections, merging
from logger.services.activities.activity_lists import OpenedActivity
from logger.services.activities.corrections import Correction, Striking
from logger.services.activities.merging import Merging
from logger.web.activities.correction_form import (
    Filled,
    correction_page,
    facts_of,
    filled_by,
    filled_from,
    stands_now,
)
from logger.web.activities.named_entries import named_id, named_number
from logger.web.activities.opened_activity import Told, activity_shown
from logger.web.desk_frame import Place, around
from logger.web.going_on import back_to
from logger.web.refused import answer_to

blueprint = Blueprint("corrections", __name__, url_prefix="/aktiviteter/<code>/<uuid:activity_id>")


@blueprint.get("/ratta")
def correction(code: str, activity_id: UUID) -> Response:
    principal, opened = _opened(code, activity_id)
    return _form(principal, opened, filled_from(opened), None)


@blueprint.post("/ratta")
def correct(code: str, activity_id: UUID) -> Response:
    principal, opened = _opened(code, activity_id)
    filled = filled_by(request.form)
    if filled.type != request.form.get("shown_type"):  # the fields were those of another type
        return _form(principal, opened, filled, TypeChanged())
    wanted = Correction(filled.base_rev, facts_of(filled, opened.stored.activity), filled.reason)
    try:
        corrections.correct(db.session(), principal, code, str(activity_id), wanted, clock.now())
    except DeskRefusal as refusal:
        _, stands = _opened(code, activity_id)
        return _form(principal, stands, filled, refusal)
    return _back_to(code, activity_id)


@blueprint.post("/stryk")
def strike(code: str, activity_id: UUID) -> Response:
    principal = visit.signed_in()
    striking = Striking(named_number("base_rev"), request.form.get("reason", ""))
    try:
        corrections.strike(db.session(), principal, code, str(activity_id), striking, clock.now())
    except DeskRefusal as refusal:
        return activity_shown(principal, code, str(activity_id), Told("strike", refusal))
    return _back_to(code, activity_id)


@blueprint.post("/sla-ihop")
def merge(code: str, activity_id: UUID) -> Response:
    principal = visit.signed_in()
    here = (str(activity_id), named_number("base_rev"))
    other = (named_id("other"), named_number("other_rev"))
    kept, merged = (other, here) if request.form.get("kept") == "other" else (here, other)
    try:
        wanted = Merging(*kept, *merged, request.form.get("reason", ""))
        merging.merge(db.session(), principal, code, wanted, clock.now())
    except DeskRefusal as refusal:
        return activity_shown(principal, code, str(activity_id), Told(other[0], refusal))
    return _back_to(code, kept[0])


def _opened(code: str, activity_id: UUID) -> tuple[Principal, OpenedActivity]:
    principal = visit.signed_in()
    opened = activity_lists.open_activity(db.session(), principal, code, str(activity_id))
    require(principal, Action.CORRECT, Resource.ACTIVITY, code, author=opened.stored.author)
    return principal, opened


def _form(
    principal: Principal, opened: OpenedActivity, filled: Filled, refusal: DeskRefusal | None
) -> Response:
    code, activity_id = opened.stored.municipality, opened.stored.activity.id
    answer = answer_to(refusal) if refusal else None
    stale = isinstance(refusal, OtherVersionStands)
    if stale:
        filled = replace(filled, base_rev=opened.stored.rev)
    page = correction_page(
        opened,
        filled,
        f"/aktiviteter/{code}/{activity_id}",
        problem=answer.detail if answer else "",
        faults=answer.fields if answer else {},
        stands=stands_now(opened) if stale else (),
    )
    html = render_template(
        "desk/correction.html", page=page, frame=around(principal, Place(code, "activities"))
    )
    return make_response(html, answer.status if answer else 200)


def _back_to(code: str, activity_id: UUID | str) -> Response:
    return back_to(f"/aktiviteter/{code}/{activity_id}")
