"""Doors to calendars: the secret address made and taken back, and what stands at it."""

from flask import Blueprint, Response, make_response, request

from logger import clock, visit
from logger.extensions import db
from logger.services.plan import calendar_feeds
from logger.web.going_on import back_to
from logger.web.plan.plans import opened_plan, shown

blueprint = Blueprint("calendars", __name__)
REVOKE = "bort"


@blueprint.post("/plan/<code>/<key>/kalender")
def change(code: str, key: str) -> Response:
    principal = visit.signed_in()
    opened_plan(principal, code, key)  # nothing is made at an address that is none
    if request.form.get("gor") == REVOKE:
        calendar_feeds.revoke(db.session(), principal, clock.now())
        return back_to(f"/plan/{code}/{key}", "kalender")
    # Told in the answer itself, once: it is kept nowhere.
    secret = calendar_feeds.make(db.session(), principal, clock.now())
    return shown(principal, code, key, secret=secret)


@blueprint.get("/kalender/<secret>.ics")
def feed(secret: str) -> Response:
    response = make_response(calendar_feeds.feed(db.session(), secret, clock.now()))
    response.content_type = "text/calendar; charset=utf-8"
    response.headers["Content-Disposition"] = 'inline; filename="aktivitetsplan.ics"'
    return response
