"""The shape of what phones are answered: the other half of the contract and of its description."""

from marshmallow import Schema, fields, validate

from logger.api.activity_schemas import ProposedPlaceSchema
from logger.api.sync_schemas import CursorSchema
from logger.domain.planning.sayings import Came
from logger.domain.records import Kind, State

_STATUSES = ("stored", "rejected", "conflict", "held", "retry")


class DiscrepanciesSchema(Schema):
    """Which of the operations are not here, and which are here with other bytes."""

    missing = fields.List(fields.String(), required=True)
    different = fields.List(fields.String(), required=True)


class CountedTowardsSchema(Schema):
    """A commitment that the entry counts towards, as of its receipt."""

    pledge = fields.String(required=True)
    commitment = fields.String(required=True)
    label = fields.String(required=True)


class ResultSchema(Schema):
    """What became of one operation; all but `retry` are receipts, and the same for ever.

    `plan` is what an entry or a word came to that names a planned time: `done`, `not_done` or `open` (taken
    back), or that another answer stands (`taken`), it is not what was planned (`unfit`), or there is no such
    time any more (`gone`). `ledger` is the municipality whose series `server_seq` is of, "0000" for what
    names none of the sender's.
    """

    op_id = fields.String(required=True, allow_none=True)
    sha256 = fields.String(required=True, allow_none=True)
    status = fields.String(required=True, validate=validate.OneOf(_STATUSES))
    code = fields.String()
    errors = fields.Dict(keys=fields.String(), values=fields.String())
    rev = fields.Integer()
    ledger = fields.String()
    server_seq = fields.Integer()
    received_at = fields.DateTime()
    duplicate = fields.Boolean()
    current = fields.Dict()
    counted_towards = fields.List(fields.Nested(CountedTowardsSchema))
    plan = fields.String(validate=validate.OneOf([each.value for each in Came]))


class LimitsSchema(Schema):
    """What a batch may hold."""

    ops = fields.Integer(required=True)
    body_bytes = fields.Integer(required=True)
    wire_bytes = fields.Integer(required=True)
    inflated_bytes = fields.Integer(required=True)


class RescueAnswerSchema(Schema):
    """What became of each operation of a rescue file."""

    protocol = fields.Integer(required=True)
    batch_id = fields.String(required=True)
    server_now = fields.DateTime(required=True)
    results = fields.List(fields.Nested(ResultSchema), required=True)


class ChangedActivitySchema(Schema):
    """What a current activity says, without note and names; `people` is how many were named."""

    type = fields.String(required=True)
    focus = fields.List(fields.String(), required=True)
    place = fields.String(required=True, allow_none=True)
    started_at = fields.DateTime(required=True)
    ended_at = fields.DateTime(required=True, allow_none=True)
    organisations = fields.List(fields.String(), required=True)
    people = fields.Integer(required=True)
    others = fields.Integer(required=True)
    targeted = fields.Boolean(required=True)
    outcome = fields.String(required=True)
    counters = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)
    has_note = fields.Boolean(required=True)
    proposed_place = fields.Nested(ProposedPlaceSchema)


class ChangeSchema(Schema):
    """One of the user's own activities as it stands, and the operation that made it so.

    Or an operation that decided on a held one, whose `op_id` is `settles`: it was taken in, or refused, by a
    `void` with a reason, which leaves what stands as it was (`rev` 0 and `voided` where nothing stands).
    `activity` is absent where the activity is gone; `reason` and `merged_into` are a coordinator's.
    """

    municipality = fields.String(required=True)
    activity_id = fields.String(required=True)
    server_seq = fields.Integer(required=True)
    rev = fields.Integer(required=True)
    state = fields.String(required=True, validate=validate.OneOf([each.value for each in State]))
    kind = fields.String(required=True, validate=validate.OneOf([each.value for each in Kind]))
    received_at = fields.DateTime(required=True)
    stream_id = fields.String(required=True)
    reason = fields.String()
    merged_into = fields.String()
    settles = fields.String()
    activity = fields.Nested(ChangedActivitySchema)


class NoticeSchema(Schema):
    """What the phone should know of itself.

    `stream_cloned`: another phone counts in the same stream. `storage_lost`: the browser was cleared; the
    stream it had before, how far that had counted and when it was last heard from. `clock_off`: by how many
    seconds the phone's clock is ahead.
    """

    code = fields.String(
        required=True, validate=validate.OneOf(["stream_cloned", "storage_lost", "clock_off"])
    )
    stream_id = fields.String()
    highest_seq = fields.Integer()
    last_contact = fields.DateTime()
    seconds = fields.Integer()


class AnswerSchema(Schema):
    """The answer to a batch, built after its commit."""

    protocol = fields.Integer(required=True)
    batch_id = fields.String(required=True)
    server_now = fields.DateTime(required=True)
    resync = fields.Boolean(required=True)
    cursors = fields.Dict(keys=fields.String(), values=fields.Nested(CursorSchema), required=True)
    durable_through = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)
    results = fields.List(fields.Nested(ResultSchema), required=True)
    changes = fields.List(fields.Nested(ChangeSchema), required=True)
    more = fields.Boolean(required=True)
    notices = fields.List(fields.Nested(NoticeSchema), required=True)
    limits = fields.Nested(LimitsSchema, required=True)
    min_schema = fields.Integer(required=True)
