"""The doors beside sync, for when it goes wrong: a rescue file brought in, and digests compared."""

from dataclasses import asdict
from typing import Any

import msgspec
from flask import Response

from logger import clock, visit
from logger.api import moderation
from logger.api.doors import Doors, JsonParser
from logger.api.sync_answer_schemas import DiscrepanciesSchema, RescueAnswerSchema
from logger.api.sync_schemas import InventorySchema, RescueFileSchema
from logger.domain.entering.batches import PROTOCOL, Inventory, RescueFile
from logger.domain.refusing.sync_refusals import BadBatch
from logger.domain.said import as_text
from logger.extensions import db
from logger.services.syncing.reconciling import reconcile
from logger.services.syncing.rescue import bring_in


class AidDoors(Doors):
    """Whatever is wrong with a whole batch is 400 here, as in sync: it settles nothing."""

    ARGUMENTS_PARSER = JsonParser(BadBatch)


blueprint = AidDoors(
    "sync_aid", __name__, url_prefix="/api/v1/sync", description="När en telefon inte kan skicka"
)


@blueprint.before_request
def _require_a_moderate_user() -> None:
    moderation.require_moderation_of_address()
    moderation.require_moderation_of_user(visit.signed_in().user_id)


@blueprint.post("/rescue")
@blueprint.arguments(RescueFileSchema, error_status_code=400)
@blueprint.response(200, RescueAnswerSchema)
@blueprint.doc(
    summary="Ta in en räddningsfil från en telefon som inte kan skicka; det nya väntar på en människa"
)
def rescue(file: RescueFile) -> Response:
    """Take in what another phone could not send; every item gets a result of its own."""
    now = clock.now()
    results = bring_in(db.session(), visit.signed_in(), file, now)
    return _encoded({"protocol": PROTOCOL, "batch_id": file.batch_id, "server_now": now, "results": results})


@blueprint.post("/reconcile")
@blueprint.arguments(InventorySchema, error_status_code=400)
@blueprint.response(200, DiscrepanciesSchema)
@blueprint.doc(summary="Jämför vad telefonen tror sig ha lämnat med det som finns här")
def compare(inventory: Inventory) -> Response:
    """Which of the phone's operations are not here, and which are here with other bytes."""
    return _encoded(asdict(reconcile(db.session(), visit.signed_in(), inventory)))


def _encoded(members: dict[str, Any]) -> Response:
    return Response(msgspec.json.encode(members, enc_hook=as_text), mimetype="application/json")
