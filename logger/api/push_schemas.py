"""The shapes of asking to be reminded."""

from marshmallow import ValidationError, fields, validate

from logger.api.schemas import Strict
from logger.domain.phones.push_services import LONGEST_ENDPOINT, is_public_key, is_secret


def _key(text: str) -> None:
    if not is_public_key(text):
        raise ValidationError("Ska vara webbläsarens öppna nyckel.")


def _secret(text: str) -> None:
    if not is_secret(text):
        raise ValidationError("Ska vara webbläsarens hemlighet.")


class PushKeySchema(Strict):
    """What a browser asks its push service under; null where the installation reminds nobody."""

    public_key = fields.String(required=True, allow_none=True)


class PushKeysSchema(Strict):
    """What messages are encrypted to, in base64url as the browser gives it."""

    p256dh = fields.String(
        required=True,
        validate=[validate.Length(max=100), _key],
    )
    auth = fields.String(required=True, validate=[validate.Length(max=40), _secret])


class PushAddressSchema(Strict):
    """A browser by the address that its push service gave it."""

    endpoint = fields.String(required=True, validate=validate.Length(1, LONGEST_ENDPOINT))


class PushSubscriptionSchema(PushAddressSchema):
    """A browser to be reminded in; `stream_id` is the phone's stream, with which it ends."""

    keys = fields.Nested(PushKeysSchema, required=True)
    stream_id = fields.UUID(load_default=None, allow_none=True)
    language = fields.String(load_default="sv", validate=validate.OneOf(["sv", "en"]))
