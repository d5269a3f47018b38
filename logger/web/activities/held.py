"""Doors to what waits for a decision: the list, and taking in or refusing one entry of it."""

from typing import Any
from uuid import UUID

from flask import Blueprint, Response, make_response, render_template, request

from logger import clock, visit
from logger.domain.people.people import Principal
from logger.domain.refusing.desk_refusals import DeskRefusal
from logger.extensions import db
from logger.services.activities import held
from logger.services.activities.held import TakingIn
from logger.services.refusal_answers import Answer
from logger.web.activities.correction_form import instant_in
from logger.web.activities.held_views import Tried, held_page
from logger.web.desk_frame import Place, around
from logger.web.going_on import back_to
from logger.web.refused import answer_to
from logger.web.whole_numbers import whole

blueprint = Blueprint("held", __name__, url_prefix="/att-avgora/<code>")


@blueprint.get("")
def waiting(code: str) -> Response:
    return _list(visit.signed_in(), code, _after(request.args.get("after", "")))


@blueprint.post("/<uuid:op_id>/ta-emot")
def take_in(code: str, op_id: UUID) -> Response:
    principal = visit.signed_in()
    how = TakingIn(with_note=request.form.get("note") == "with", times=_times())
    try:
        held.take_in(db.session(), principal, code, str(op_id), how, clock.now())
    except DeskRefusal as refusal:
        return _again(principal, code, op_id, refusal)
    return _back(code)


@blueprint.post("/<uuid:op_id>/avvisa")
def refuse(code: str, op_id: UUID) -> Response:
    principal = visit.signed_in()
    try:
        held.refuse(db.session(), principal, code, str(op_id), request.form.get("reason", ""), clock.now())
    except DeskRefusal as refusal:
        return _again(principal, code, op_id, refusal)
    return _back(code)


def _again(principal: Principal, code: str, op_id: UUID, refusal: DeskRefusal) -> Response:
    answer = answer_to(refusal)
    tried = Tried(
        str(op_id),
        request.form.get("started_at", ""),
        request.form.get("ended_at", ""),
        request.form.get("reason", ""),
        answer.fields,
    )
    return _list(principal, code, _after(request.form.get("after", "")), answer, tried)


def _list(
    principal: Principal, code: str, after: int, answer: Answer | None = None, tried: Tried | None = None
) -> Response:
    found = held.waiting_in(db.session(), principal, code, after)
    html = render_template(
        "desk/held.html",
        page=held_page(found, f"/att-avgora/{code}", after, tried),
        frame=around(principal, Place(code, "held")),
        problem=answer.detail if answer else "",
    )
    return make_response(html, answer.status if answer else 200)


def _times() -> dict[str, Any] | None:
    started, ended = request.form.get("started_at", ""), request.form.get("ended_at", "")
    if not started:
        return None
    return {"started_at": instant_in(started), "ended_at": instant_in(ended) if ended else None}


def _after(text: str) -> int:
    return whole(text, 15) or 0


def _back(code: str) -> Response:
    after = _after(request.form.get("after", ""))
    return back_to(f"/att-avgora/{code}" + (f"?after={after}" if after else ""), "vantar")
