"""What is planned for about now, for phones to keep: the own organisation's alone."""

from typing import Any

from flask import Response, current_app

from logger import clock, visit
from logger.api.answers import answered
from logger.api.doors import Doors
from logger.api.plan_schemas import DueSchema
from logger.api.schemas import NoQuerySchema
from logger.domain.periods import local_date
from logger.domain.planning.plans import Done, NotDone, Planned
from logger.extensions import db
from logger.packing import packed
from logger.services.plan.due import due, version_of_due
from logger.versions import tagged, unless_known

blueprint = Doors("plan", __name__, url_prefix="/api/v1", description="Det som är planerat")


@blueprint.get("/plan/<code>")
@blueprint.arguments(NoQuerySchema, location="query")
@blueprint.response(200, DueSchema)
@blueprint.alt_response(304, description="Inget har ändrats sedan den ETag som frågan bar")
@blueprint.doc(summary="Det egna som är planerat från i går och två veckor fram, under en ETag")
def read_due(_query: dict[str, Any], code: str) -> Response:
    """What the own organisation has planned in a municipality for about now."""
    principal, now = visit.who(), clock.now()
    version = version_of_due(db.session(), principal, code, now, current_app.config["CODE"])
    known = unless_known(version)
    if known is not None:
        return known
    today = local_date(now)
    times = [_time(each) for each in due(db.session(), principal, code, today)]
    return packed(tagged(answered({"municipality": code, "as_of": today, "times": times}), version))


def _time(planned: Planned) -> dict[str, Any]:
    item, days = planned.item, planned.occurrence.days
    return {
        "plan_item": "/".join(planned.key),
        "title": item.title,
        "unit": item.unit,
        "type": item.type,
        "place": item.place,
        "days": {"from": days.first, "to": days.last},
        "outcome": _outcome(planned),
        "reason": planned.outcome.reason if isinstance(planned.outcome, NotDone) else "",
    }


def _outcome(planned: Planned) -> str | None:
    match planned.outcome:
        case None:
            return None
        case Done():
            return "done"
        case NotDone():
            return "not_done"
