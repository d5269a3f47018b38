"""Doors to activity plans: the pledge that runs, the plans of a year, one item with all its times."""

from collections.abc import Mapping
from uuid import UUID

from flask import Blueprint, Response, make_response, redirect, render_template, request

from logger import clock, visit
from logger.domain.people.people import Principal
from logger.domain.refusing.refusals import NotFound
from logger.extensions import db
from logger.services.boards import boards
from logger.services.plan import plans
from logger.services.plan.plans import OpenedPlan
from logger.services.refusal_answers import Answer
from logger.web.desk_frame import Place, around
from logger.web.own_addresses import site_address
from logger.web.plan.plan_form import typed_of
from logger.web.plan.plan_page import choices_of, plan_page, typed_at_first
from logger.web.plan.plan_views import address_of, item_view, time_view
from logger.web.whole_numbers import whole

blueprint = Blueprint("plans", __name__, url_prefix="/plan")


@blueprint.get("")
def usual() -> Response:
    pledge = boards.usual_pledge(db.session(), visit.signed_in(), clock.today())
    return make_response(redirect(f"/plan/{pledge.municipality}/{pledge.key}", 303))


@blueprint.get("/<code>/<key>")
def plan(code: str, key: str) -> Response:
    return shown(visit.signed_in(), code, key)


@blueprint.get("/<code>/<key>/<uuid:item>")
def item(code: str, key: str, item: UUID) -> Response:
    return item_shown(visit.signed_in(), code, key, str(item))


def shown(
    principal: Principal, code: str, key: str, answer: Answer | None = None, secret: str = ""
) -> Response:
    """The page of a pledge's plans, with what was refused and what was typed, or a secret just made."""
    opened = opened_plan(principal, code, key)
    page = plan_page(opened, clock.today(), request.values.get("enhet", ""))
    html = render_template(
        "desk/plan/page.html",
        page=page,
        unit=page.unit,
        typed=request.form if answer else typed_at_first(page),
        secret=f"{site_address()}/kalender/{secret}.ics" if secret else "",
        **_told(answer),
        frame=around(principal, Place(code, "plans", key)),
    )
    return make_response(html, answer.status if answer else 200)


def item_shown(
    principal: Principal, code: str, key: str, item_id: str, answer: Answer | None = None
) -> Response:
    """The page of one item, with all its times of the year. Raises NotFound."""
    opened, today = opened_plan(principal, code, key), clock.today()
    item = next((one for each in opened.performers for one in each.items if one.id == item_id), None)
    if item is None:
        raise NotFound
    times = [each for each in opened.planned if each.item.id == item_id]
    html = render_template(
        "desk/plan/item.html",
        base=address_of(opened),
        year=opened.year,
        edits=opened.edits,
        item=item_view(opened, item, times, today),
        times=[time_view(opened, each, today) for each in times],
        choices=choices_of(opened),
        typed=request.form if answer and "title" in request.form else typed_of(item, opened.places),
        **_told(answer),
        frame=around(principal, Place(code, "plans", key)),
    )
    return make_response(html, answer.status if answer else 200)


def opened_plan(principal: Principal, code: str, key: str) -> OpenedPlan:
    """The plans of a pledge in the year asked for. Raises NotFound where the principal reads none."""
    year = whole(request.values.get("ar", ""), 4)
    return plans.open_plan(db.session(), principal, code, key, year, clock.today())


def _told(answer: Answer | None) -> Mapping[str, object]:
    return {"problem": answer.detail if answer else "", "faults": answer.fields if answer else {}}
