"""Doors for activities: the list, and one of them opened."""

from uuid import UUID

from flask import Blueprint, Response, make_response, render_template, request

from logger import clock, visit
from logger.extensions import db
from logger.services.activities import activity_lists, twins
from logger.web.activities.activity_filter import read_filter, read_position
from logger.web.activities.activity_list_around import Around
from logger.web.activities.activity_list_views import activity_list_page
from logger.web.activities.opened_activity import activity_shown
from logger.web.desk_frame import Place, around

blueprint = Blueprint("activity_doors", __name__, url_prefix="/aktiviteter/<code>")


@blueprint.get("")
def activities(code: str) -> Response:
    principal = visit.signed_in()
    asked, after = read_filter(request.args), read_position(request.args.get("after"))
    found = activity_lists.list_activities(db.session(), principal, code, asked.wanted, asked.search, after)
    doubles = twins.count_twins(db.session(), principal, code, clock.now())
    page = activity_list_page(
        found, asked, request.path, Around.read(request.args, doubles), request.args.get("after", "")
    )
    frame = around(principal, Place(code, "activities"))
    return make_response(render_template("desk/activities.html", page=page, frame=frame))


@blueprint.get("/<uuid:activity_id>")
def activity(code: str, activity_id: UUID) -> Response:
    return activity_shown(visit.signed_in(), code, str(activity_id))
