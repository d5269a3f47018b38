"""The shape of a batch and of its answer: the contract, and the source of its description."""

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, ValidationError, fields, post_load, pre_load, validate

from logger.api.schemas import Strict
from logger.domain.batches import MOST_OPS, PROTOCOL, Cursor, SyncBatch
from logger.domain.body_reader import UUID
from logger.domain.json_refusals import BodyTooLarge
from logger.domain.sync_refusals import OldProtocol

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


class CursorSchema(Strict):
    """How far a municipality's ledger is known to the phone."""

    epoch = fields.String(required=True, validate=_IS_UUID)
    server_seq = fields.Integer(required=True, strict=True, validate=validate.Range(0, _MOST))
    head = fields.String(required=True, validate=_IS_DIGEST)


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


class BatchSchema(Strict):
    """A batch of at most 100 operations from one stream."""

    protocol = fields.Integer(required=True, strict=True, validate=validate.Equal(PROTOCOL))
    batch_id = fields.String(required=True, validate=_IS_UUID)
    stream_id = fields.String(required=True, validate=_IS_UUID)
    app_build = fields.String(required=True, validate=validate.Length(max=40))
    client_now = fields.AwareDateTime(required=True, format="iso")
    cursors = fields.Dict(
        keys=fields.String(validate=Wholly(r"^[0-9]{4}$", error="Ska vara en kommunkod.")),
        values=fields.Nested(CursorSchema),
        load_default=dict,
        validate=validate.Length(max=400),
    )
    floor = fields.Integer(load_default=0, strict=True, validate=validate.Range(0, _MOST))
    ops = fields.List(JudgedByItself(OperationSchema), required=True)

    @pre_load
    def check_protocol(self, data: Any, **_options: Any) -> Any:
        """Another protocol may have another shape: say so before finding fault with it."""
        spoken = data.get("protocol") if isinstance(data, dict) else None
        if isinstance(spoken, int) and not isinstance(spoken, bool) and spoken != PROTOCOL:
            raise OldProtocol
        return data

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
            cursors={code: Cursor(**cursor) for code, cursor in data["cursors"].items()},
            floor=data["floor"],
        )


class CountedTowardsSchema(Schema):
    """A commitment that the entry counts towards, as of its receipt."""

    pledge = fields.String(required=True)
    commitment = fields.String(required=True)
    label = fields.String(required=True)


class ResultSchema(Schema):
    """What became of one operation; all but `retry` are receipts, and the same for ever.

    `ledger` is the municipality whose series `server_seq` is of, "0000" for what names none of the sender's.
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


class LimitsSchema(Schema):
    """What a batch may hold."""

    ops = fields.Integer(required=True)
    body_bytes = fields.Integer(required=True)
    wire_bytes = fields.Integer(required=True)
    inflated_bytes = fields.Integer(required=True)


class AnswerSchema(Schema):
    """The answer to a batch, built after its commit."""

    protocol = fields.Integer(required=True)
    batch_id = fields.String(required=True)
    server_now = fields.DateTime(required=True)
    resync = fields.Boolean(required=True)
    cursors = fields.Dict(keys=fields.String(), values=fields.Nested(CursorSchema), required=True)
    durable_through = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)
    results = fields.List(fields.Nested(ResultSchema), required=True)
    changes = fields.List(fields.Dict(), required=True)
    more = fields.Boolean(required=True)
    limits = fields.Nested(LimitsSchema, required=True)
    min_schema = fields.Integer(required=True)
