"""Doors to what is done about a plan: an item written, a time answered for, a performer's plan approved."""

from collections.abc import Callable
from urllib.parse import urlencode
from uuid import UUID

from flask import Blueprint, Response, request

from logger import clock, visit
from logger.domain.people.people import Principal
from logger.domain.planning.plans import Key
from logger.domain.refusing.desk_refusals import DeskRefusal
from logger.extensions import db
from logger.services.plan import plan_approval, plan_outcomes, plan_work
from logger.services.plan.plan_approval import PlanRead
from logger.services.plan.plan_work import PlanOf
from logger.web.going_on import SAVED, back_to
from logger.web.plan.plan_form import item_in
from logger.web.plan.plans import item_shown, shown
from logger.web.refused import answer_to
from logger.web.whole_numbers import whole

SECTIONS = {"sent", "veckan", "pagar", "kommande", "tillfallen"}
"""Where a time stands on the pages of a plan."""

blueprint = Blueprint("plan_deeds", __name__, url_prefix="/plan/<code>/<key>")


@blueprint.post("")
def add(code: str, key: str) -> Response:
    now = clock.now()
    return _done(
        PlanOf(code, key),
        lambda principal, plan: plan_work.add(db.session(), principal, plan, item_in(request.form), now),
    )


@blueprint.post("/godkann")
def approve(code: str, key: str) -> Response:
    read, now = _read(), clock.now()
    return _done(
        PlanOf(code, key),
        lambda principal, plan: plan_approval.approve(db.session(), principal, plan, read, now),
        read.organisation,
    )


@blueprint.post("/<uuid:item>")
def change(code: str, key: str, item: UUID) -> Response:
    now = clock.now()
    return _done_to_item(
        PlanOf(code, key),
        str(item),
        lambda principal, plan: plan_work.change(
            db.session(), principal, plan, item_in(request.form, str(item)), now
        ),
    )


@blueprint.post("/<uuid:item>/avsluta")
def end(code: str, key: str, item: UUID) -> Response:
    now = clock.now()
    return _done(
        PlanOf(code, key),
        lambda principal, plan: plan_work.end(db.session(), principal, plan, str(item), now),
    )


@blueprint.post("/<uuid:item>/gjort")
def done(code: str, key: str, item: UUID) -> Response:
    time, activity, now = _time(item), _activity(), clock.now()
    return _said(
        PlanOf(code, key),
        time,
        lambda principal, plan: plan_outcomes.done(db.session(), principal, plan, time, activity, now),
    )


@blueprint.post("/<uuid:item>/inte")
def not_done(code: str, key: str, item: UUID) -> Response:
    time, why, now = _time(item), request.form.get("reason", ""), clock.now()
    return _said(
        PlanOf(code, key),
        time,
        lambda principal, plan: plan_outcomes.not_done(db.session(), principal, plan, time, why, now),
    )


@blueprint.post("/<uuid:item>/angra")
def unsay(code: str, key: str, item: UUID) -> Response:
    time, now = _time(item), clock.now()
    return _said(
        PlanOf(code, key),
        time,
        lambda principal, plan: plan_outcomes.unsay(db.session(), principal, plan, time, now),
    )


def _read() -> PlanRead:
    """The plan that was on the page; without a year that is none."""
    form = request.form
    year = whole(form.get("ar", ""), 4) or 0
    return PlanRead(form.get("organisation", ""), year, form.get("sha256", ""))


def _time(item: UUID) -> Key:
    return str(item), request.form.get("occurrence", "")


def _activity() -> str | None:
    """The activity that was chosen; what is no id is none."""
    try:
        return str(UUID(request.form["activity"])) if request.form.get("activity") else None
    except ValueError:
        return None


def _said(plan: PlanOf, time: Key, deed: Callable[[Principal, PlanOf], object]) -> Response:
    """Say it, and show the page that it was said on: the item's, or the whole plan."""
    section = request.form.get("avsnitt", "")
    at = section if section in SECTIONS else SAVED  # the row itself may be on the page no more
    if request.form.get("sida") == "rad":
        return _done_to_item(plan, time[0], deed, at)
    return _done(plan, deed, at)


def _done(plan: PlanOf, deed: Callable[[Principal, PlanOf], object], anchor: str = SAVED) -> Response:
    principal = visit.signed_in()
    try:
        deed(principal, plan)
    except DeskRefusal as refusal:
        return shown(principal, plan.municipality, plan.pledge, answer_to(refusal))
    return _to(plan, "", anchor)


def _done_to_item(
    plan: PlanOf, item: str, deed: Callable[[Principal, PlanOf], object], anchor: str = SAVED
) -> Response:
    principal = visit.signed_in()
    try:
        deed(principal, plan)
    except DeskRefusal as refusal:
        return item_shown(principal, plan.municipality, plan.pledge, item, answer_to(refusal))
    return _to(plan, f"/{item}", anchor)


def _to(plan: PlanOf, rest: str, anchor: str = SAVED) -> Response:
    year, unit = request.form.get("ar", ""), request.form.get("enhet", "")
    asked = {"ar": "" if whole(year, 4) is None else year, "enhet": unit}
    query = urlencode({name: each for name, each in asked.items() if each})
    address = f"/plan/{plan.municipality}/{plan.pledge}{rest}"
    return back_to(f"{address}{'?' * bool(query)}{query}", anchor)
