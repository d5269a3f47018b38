"""The shape of what phones send: half of the contract, and the source of its description."""

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields, post_load, pre_load, validate

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
from logger.domain.refusing.json_refusals import BodyTooLarge
from logger.domain.refusing.sync_refusals import OldProtocol

_MOST = 2**53 - 1


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
