"""Where the promises of many municipalities stand, for programs that look at all of them."""

from typing import Any

from flask import Response

from logger import clock, visit
from logger.api.answers import answered
from logger.api.doors import Doors
from logger.api.pledge_schemas import OverviewSchema
from logger.api.schemas import NoQuerySchema
from logger.domain.progress.pace import Status
from logger.extensions import db
from logger.services.boards.overviews import MunicipalityStands, PledgeStands, overview_of

blueprint = Doors("overview", __name__, url_prefix="/api/v1", description="Många kommuner på en gång")

LATE = (Status.BEHIND, Status.WATCH)


@blueprint.get("/overview")
@blueprint.arguments(NoQuerySchema, location="query")
@blueprint.response(200, OverviewSchema)
@blueprint.doc(summary="Var alla åtaganden står i kommunerna man följer, summerat när man frågar")
def read_overview(_query: dict[str, Any]) -> Response:
    """Where every commitment stands in the municipalities that the asker follows, by their names."""
    found = overview_of(db.session(), visit.who(), clock.today())
    return answered(
        {
            "as_of": found.as_of,
            "statuses": found.statuses,
            "municipalities": [_municipality(each) for each in found.municipalities],
        }
    )


def _municipality(each: MunicipalityStands) -> dict[str, Any]:
    return {
        "municipality": each.municipality.code,
        "name": each.municipality.name,
        "pledges": [_pledge(pledge) for pledge in each.pledges],
    }


def _pledge(each: PledgeStands) -> dict[str, Any]:
    return {
        "pledge": each.stored.key,
        "title": each.stored.pledge.title,
        "version": each.stored.number,
        "statuses": each.statuses,
        "late": [
            {"commitment": one.commitment.id, "status": one.progress.status}
            for one in each.commitments
            if one.progress.status in LATE
        ],
    }
