"""What a supervisor or a balancer asks: does the process live, and may people be sent to it."""

from flask import Blueprint, Response, jsonify

from logger.extensions import db
from logger.services.running.ownership import is_one_role
from logger.services.running.readiness import hindrance

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz/live")
def live() -> Response:
    # Nothing is asked of the database: a process is not to be restarted because that one is away.
    return jsonify(status="live")


@blueprint.get("/healthz")
def ready() -> Response:
    hindered_by = hindrance(db.session())
    if hindered_by is None:
        # Said where it is so: the app could change what it is only to add to.
        owner = {"database_role": "owner"} if is_one_role(db.session()) else {}
        return jsonify(status="ready", **owner)
    answer = jsonify(status="not_ready", code=hindered_by)
    answer.status_code = 503
    return answer
