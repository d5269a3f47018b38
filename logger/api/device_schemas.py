"""The shapes of one's own devices."""

from marshmallow import fields

from logger.api.schemas import Strict


class DeviceSchema(Strict):
    """One browser profile of one's own: how many numbers came from it, which did not, how many wait there.

    `first_seq` is where its numbers begin, `floor` the lowest that it last said it waits for (0: not said);
    `missing` names the first of those that it holds for handed in and that never came. `clock_offset` is how
    many seconds its clock was ahead.
    """

    stream_id = fields.String(required=True)
    label = fields.String(required=True)
    app_build = fields.String(required=True)
    first_contact = fields.AwareDateTime(required=True)
    last_contact = fields.AwareDateTime(required=True)
    first_seq = fields.Integer(required=True)
    highest_seq = fields.Integer(required=True)
    floor = fields.Integer(required=True)
    received = fields.Integer(required=True)
    missing = fields.List(fields.Integer(), required=True)
    missing_count = fields.Integer(required=True)
    waiting = fields.Integer(required=True)
    clock_offset = fields.Integer(required=True, allow_none=True)
    revoked_at = fields.AwareDateTime(required=True, allow_none=True)


class DevicesSchema(Strict):
    """One's own devices, the last heard from first."""

    devices = fields.List(fields.Nested(DeviceSchema), required=True)
