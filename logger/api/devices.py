"""One's own devices: what each has handed in, what is missing, and stopping one that is lost."""

from typing import Any

from flask import Response

from logger import clock, visit
from logger.api import moderation
from logger.api.answers import answered
from logger.api.device_schemas import DevicesSchema
from logger.api.doors import Doors
from logger.domain.phones.devices import Device
from logger.extensions import db
from logger.services.syncing import devices

blueprint = Doors("devices", __name__, url_prefix="/api/v1/devices", description="Enheter")


@blueprint.before_request
def _require_a_moderate_user() -> None:
    moderation.require_moderation_of_address()
    moderation.require_moderation_of_user(visit.signed_in().user_id)


@blueprint.get("")
@blueprint.response(200, DevicesSchema)
@blueprint.doc(summary="De egna enheterna, och vad som kommit fram från dem")
def read_devices() -> Response:
    """One's own devices, the last heard from first."""
    found = devices.own(db.session(), visit.signed_in())
    return answered({"devices": [_device(each) for each in found]})


@blueprint.post("/<uuid:stream_id>/revoke")
@blueprint.response(204)
@blueprint.doc(summary="Spärra en enhet: den tas inte emot från mer")
def revoke(stream_id: object) -> Response:
    """Let a device send no more; revoked already is as good."""
    devices.revoke(db.session(), visit.signed_in(), str(stream_id), clock.now())
    return Response(status=204)


def _device(device: Device) -> dict[str, Any]:
    numbers = device.numbers
    return {
        "stream_id": device.stream_id,
        "label": device.label,
        "app_build": device.app_build,
        "first_contact": device.first_contact,
        "last_contact": device.last_contact,
        "first_seq": numbers.first,
        "highest_seq": numbers.highest,
        "floor": numbers.floor,
        "received": numbers.received_count,
        "missing": numbers.missing,
        "missing_count": numbers.missing_count,
        "waiting": numbers.waiting_count,
        "clock_offset": device.clock_offset,
        "revoked_at": device.revoked_at,
    }
