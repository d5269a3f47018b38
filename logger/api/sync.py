"""The door that phones send their entries through."""

from dataclasses import asdict, replace
from typing import Any

import msgspec
from flask import Response, g, request

from logger import clock, visit
from logger.api import moderation
from logger.api.doors import Doors, JsonParser
from logger.api.sync_answer_schemas import AnswerSchema
from logger.api.sync_schemas import BatchSchema
from logger.domain.entering.batches import (
    MOST_BYTES,
    MOST_OPS,
    MOST_WIRE_BYTES,
    PROTOCOL,
    Cursor,
    SyncAnswer,
    SyncBatch,
)
from logger.domain.entering.envelopes import MOST_BODY_BYTES
from logger.domain.entering.upcasting import OLDEST_SCHEMA
from logger.domain.phones.devices import label_of
from logger.domain.refusing.refusals import SignInNeeded
from logger.domain.refusing.sync_refusals import BadBatch
from logger.domain.said import as_text
from logger.extensions import db
from logger.services.syncing.sync import receive

LIMITS = {
    "ops": MOST_OPS,
    "body_bytes": MOST_BODY_BYTES,
    "wire_bytes": MOST_WIRE_BYTES,
    "inflated_bytes": MOST_BYTES,
}


class SyncDoors(Doors):
    """Whatever is wrong with a whole batch is 400 here: it settles nothing."""

    ARGUMENTS_PARSER = JsonParser(BadBatch)


blueprint = SyncDoors("sync", __name__, url_prefix="/api/v1", description="Poster från telefoner")


@blueprint.before_request
def _require_a_moderate_user() -> None:
    moderation.require_moderation_of_address()
    # Only here is heard who was shut out: what waits on their phone is handed in, for a person to weigh.
    g.sync_sign_in = visit.sign_in() if visit.who() else visit.shut_out()
    if g.sync_sign_in is None:
        raise SignInNeeded
    moderation.require_moderation_of_user(g.sync_sign_in.principal.user_id)


@blueprint.post("/sync")
@blueprint.arguments(BatchSchema, error_status_code=400)
@blueprint.response(200, AnswerSchema)
@blueprint.doc(summary="Ta emot poster från en telefon, med ett kvitto för varje")
def sync(batch: SyncBatch) -> Response:
    """Take a batch of operations; every item gets a result of its own, and none without its digest."""
    labelled = replace(batch, label=label_of(request.user_agent.string))
    answer = receive(db.session(), g.sync_sign_in, labelled, clock.now())
    return Response(msgspec.json.encode(_members(answer), enc_hook=as_text), mimetype="application/json")


def _told(cursor: Cursor) -> dict[str, Any]:
    return {name: value for name, value in asdict(cursor).items() if value is not None}


def _members(answer: SyncAnswer) -> dict[str, Any]:
    return {
        "protocol": PROTOCOL,
        "batch_id": answer.batch_id,
        "server_now": answer.server_now,
        "resync": answer.resync,
        "cursors": {code: _told(cursor) for code, cursor in answer.cursors.items()},
        "durable_through": answer.durable_through,
        "results": answer.results,
        "changes": answer.changes,
        "more": answer.more,
        "notices": answer.notices,
        "limits": LIMITS,
        "min_schema": OLDEST_SCHEMA,
    }
