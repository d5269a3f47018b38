"""The shape of a batch and of its answer: the contract, and the source of its description."""

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, ValidationError, fields, post_load, pre_load, validate

from logger.api.activity_schemas import ProposedPlaceSchema
from logger.api.schemas import Strict
from logger.domain.entering.batches import (
    MOST_OPS,
    MOST_RECONCILED,
    PROTOCOL,
    Cursor,
    Inventory,
    Link,
    RescueFile,
    SyncBatch,
)
from logger.domain.entering.body_reader import UUID
from logger.domain.planning.sayings import Came
from logger.domain.records import Kind, State
from logger.domain.refusing.json_refusals import BodyTooLarge
from logger.domain.refusing.sync_refusals import OldProtocol

_MOST = 2**53 - 1
_STATUSES = ("stored", "rejected", "conflict", "held", "retry")


class Wholly(validate.Regexp):
    """A pattern that the whole text matches; Python's `$` alone would let a line break through."""

    def __call__(self, value: Any) -> Any:
        """The value; raises marshmallow's ValidationError."""
        if self.regex.fullmatch(value) is None:
            raise ValidationError(self.error)
        return value


_IS_UUID = Wholly(f"^{UUID.pattern}$", error="Ska vara ett UUID med små bokstäver.")
_IS_DIGEST = Wholly(r"^[0-9a-f]{64}$", error="Ska vara 64 hexadecimala siffror.")


class LinkSchema(Strict):
    """A number of a ledger, and the chain's hash there."""

    server_seq = fields.Integer(required=True, strict=True, validate=validate.Range(0, _MOST))
    head = fields.String(required=True, validate=_IS_DIGEST)


class CursorSchema(LinkSchema):
    """How far a ledger is known to the phone; `ledger` how far it went then, where that was further."""

    epoch = fields.String(required=True, validate=_IS_UUID)
    ledger = fields.Nested(LinkSchema)

    @post_load
    def cursor(self, data: Mapping[str, Any], **_options: Any) -> Cursor:
        """The cursor as the deed takes it."""
        ledger = data.get("ledger")
        return Cursor(data["epoch"], data["server_seq"], data["head"], Link(**ledger) if ledger else None)


class OperationSchema(Strict):
    """One operation: `body` is the JSON text exactly as saved, `sha256` the digest of its UTF-8 bytes."""

    op_id = fields.UUID(required=True)
    seq = fields.Integer(required=True, validate=validate.Range(1, _MOST))
    schema = fields.Integer(required=True, validate=validate.Range(min=1))
    sha256 = fields.String(required=True, validate=_IS_DIGEST)
    body = fields.String(required=True)


class JudgedByItself(fields.Nested):
    """An item that is only described here: it is opened later, so that a bad one refuses no other."""

    def deserialize(self, value: Any, *_args: Any, **_kwargs: Any) -> Any:
        """The value as it is, whatever it is."""
        return value


class Spoken(Strict):
    """A message of the protocol, from or about one stream."""

    protocol = fields.Integer(required=True, strict=True, validate=validate.Equal(PROTOCOL))
    stream_id = fields.String(required=True, validate=_IS_UUID)

    @pre_load
    def check_protocol(self, data: Any, **_options: Any) -> Any:
        """Another protocol may have another shape: say so before finding fault with it."""
        spoken = data.get("protocol") if isinstance(data, dict) else None
        if isinstance(spoken, int) and not isinstance(spoken, bool) and spoken != PROTOCOL:
            raise OldProtocol
        return data


class BatchSchema(Spoken):
    """A batch of at most 100 operations from one stream."""

    batch_id = fields.String(required=True, validate=_IS_UUID)
    app_build = fields.String(required=True, validate=validate.Length(max=40))
    client_now = fields.AwareDateTime(required=True, format="iso")
    cursors = fields.Dict(
        keys=fields.String(validate=Wholly(r"^[0-9]{4}$", error="Ska vara en kommunkod.")),
        values=fields.Nested(CursorSchema),
        load_default=dict,
        validate=validate.Length(max=400),
    )
    floor = fields.Integer(load_default=0, strict=True, validate=validate.Range(0, _MOST))
    user = fields.String(load_default=None, validate=_IS_UUID)
    ops = fields.List(JudgedByItself(OperationSchema), required=True)

    @post_load
    def batch(self, data: Mapping[str, Any], **_options: Any) -> SyncBatch:
        """The batch as the deed takes it."""
        if len(data["ops"]) > MOST_OPS:
            raise BodyTooLarge
        return SyncBatch(
            batch_id=data["batch_id"],
            stream_id=data["stream_id"],
            app_build=data["app_build"],
            client_now=data["client_now"],
            ops=data["ops"],
            cursors=data["cursors"],
            floor=data["floor"],
            user=data["user"],
        )


class RescueFileSchema(Spoken):
    """What was saved to a file on a phone that cannot send it; `stream_id` is that phone's."""

    batch_id = fields.String(required=True, validate=_IS_UUID)
    made_at = fields.AwareDateTime(required=True, format="iso")
    ops = fields.List(JudgedByItself(OperationSchema), required=True)

    @post_load
    def file(self, data: Mapping[str, Any], **_options: Any) -> RescueFile:
        """The file as the deed takes it."""
        if len(data["ops"]) > MOST_OPS:
            raise BodyTooLarge
        return RescueFile(data["batch_id"], data["stream_id"], data["made_at"], data["ops"])


class HandedInSchema(Strict):
    """An operation that the phone believes it has handed in, and the digest of its body."""

    op_id = fields.String(required=True, validate=_IS_UUID)
    sha256 = fields.String(required=True, validate=_IS_DIGEST)


class InventorySchema(Spoken):
    """At most 500 operations of one stream that its phone believes it has handed in."""

    items = fields.List(
        fields.Nested(HandedInSchema), required=True, validate=validate.Length(max=MOST_RECONCILED)
    )

    @post_load
    def inventory(self, data: Mapping[str, Any], **_options: Any) -> Inventory:
        """The inventory as the deed takes it."""
        return Inventory(data["stream_id"], {each["op_id"]: each["sha256"] for each in data["items"]})


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
