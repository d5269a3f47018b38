"""A municipality's pledges, figures and activities, for programs as for people."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from flask import Response, current_app, request

from logger import clock, visit
from logger.api.activity_schemas import ActivitiesSchema, OpenedActivitySchema
from logger.api.answers import answered
from logger.api.doors import Doors
from logger.api.pledge_schemas import PledgesSchema, ProgressSchema
from logger.api.reference import days_document
from logger.api.schemas import AsOfSchema, NoQuerySchema, PageSchema
from logger.domain.periods import local_date
from logger.domain.pledge_files.pledge_export import pledge_document
from logger.domain.records import Position, StoredActivity
from logger.domain.refusing.refusals import Malformed
from logger.extensions import db
from logger.services.activities.activity_pages import one_of, own_note, page_of
from logger.services.boards.board_versions import version_of
from logger.services.boards.progress import progress_of
from logger.services.files.activities_files import activity_document
from logger.services.pledges.pledges import StoredPledge, pledges_seen
from logger.versions import tagged, unless_known

blueprint = Doors(
    "municipalities", __name__, url_prefix="/api/v1/municipalities/<code>", description="Löften och siffror"
)


@blueprint.get("/pledges")
@blueprint.arguments(NoQuerySchema, location="query")
@blueprint.response(200, PledgesSchema)
@blueprint.doc(summary="Löftena som gäller, med löftesfilen som data")
def read_pledges(_query: dict[str, Any], code: str) -> Response:
    """The pledges that count, newest validity first, each with its file as data."""
    found = pledges_seen(db.session(), visit.who(), code)
    return answered({"municipality": code, "pledges": [_pledge(each) for each in found]})


@blueprint.get("/pledges/<key>/progress")
@blueprint.arguments(AsOfSchema, location="query")
@blueprint.response(200, ProgressSchema)
@blueprint.alt_response(304, description="Inget har ändrats sedan den ETag som frågan bar")
@blueprint.doc(summary="Vad varje åtagande kommit till vid slutet av en dag, under en ETag")
def read_progress(query: dict[str, date | None], code: str, key: str) -> Response:
    """What every commitment has come to at the end of a local day, as known now."""
    as_of = query["as_of"] or local_date(clock.now())
    version = version_of(
        db.session(), visit.who(), code, request.full_path, clock.now(), current_app.config["CODE"]
    )
    return unless_known(version) or tagged(_progress(code, key, as_of), version)


def _progress(code: str, key: str, as_of: date) -> Response:
    view = progress_of(db.session(), visit.who(), code, key, as_of)
    return answered(
        {
            "municipality": code,
            "pledge": view.key,
            "version": view.number,
            "as_of": as_of,
            "progress": {name: each.answer() for name, each in view.progress.items()},
            "estimated": {
                name: {"number": each.number, "seconds": each.seconds} for name, each in view.beside.items()
            },
        }
    )


@blueprint.get("/activities")
@blueprint.arguments(PageSchema, location="query")
@blueprint.response(200, ActivitiesSchema)
@blueprint.doc(summary="Aktiviteterna som gäller, de senaste först, sida för sida")
def read_activities(query: dict[str, Any], code: str) -> Response:
    """The activities that stand, newest start first, as far as the asker may see them."""
    after = None if query["cursor"] is None else _position(query["cursor"])
    page = page_of(db.session(), visit.who(), code, after=after, limit=query["limit"])
    following = None if page.next is None else _cursor(page.next)
    return answered({"activities": [_activity(each) for each in page.activities], "next": following})


@blueprint.get("/activities/<uuid:activity_id>")
@blueprint.arguments(NoQuerySchema, location="query")
@blueprint.response(200, OpenedActivitySchema)
@blueprint.doc(summary="En aktivitet")
def read_activity(_query: dict[str, Any], code: str, activity_id: object) -> Response:
    """One activity, in whatever state, as far as the asker may see it; to its author with the note."""
    stored = one_of(db.session(), visit.who(), code, str(activity_id))
    note = own_note(db.session(), visit.who(), stored)
    return answered(_activity(stored) | ({} if note is None else {"note": note}))


def _pledge(stored: StoredPledge) -> dict[str, Any]:
    return {
        "key": stored.key,
        "title": stored.pledge.title,
        "valid": days_document(stored.pledge.valid),
        "version": stored.number,
        "demo": stored.demo,
        "file": pledge_document(stored.pledge),
    }


def _activity(stored: StoredActivity) -> dict[str, Any]:
    return activity_document(stored.activity) | {"rev": stored.rev, "state": stored.state}


def _cursor(position: Position) -> str:
    text = f"{position.started_at.isoformat()} {position.id}"
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _position(cursor: str) -> Position:
    """Where a cursor points; raises Malformed for what no page gave."""
    try:
        text = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
        started_at, activity_id = text.split(" ")
        position = Position(datetime.fromisoformat(started_at).astimezone(UTC), str(UUID(activity_id)))
    except (ValueError, OverflowError) as error:
        raise Malformed(fields={"cursor": "Är inte en markör som en tidigare sida gav."}) from error
    return position
