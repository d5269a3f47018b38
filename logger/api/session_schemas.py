"""The shapes of who is signed in, and with whom they work."""

from marshmallow import fields, validate

from logger.api.schemas import Strict

_CODE = validate.Regexp(r"^[0-9]{4}\Z", error="Ska vara en kommunkod med fyra siffror.")


class CredentialsSchema(Strict):
    """How somebody signs in."""

    email = fields.String(required=True, validate=validate.Length(1, 254))
    password = fields.String(required=True, validate=validate.Length(1, 200))


class MunicipalityChoiceSchema(Strict):
    """The municipality to work in from now on."""

    code = fields.String(required=True, validate=_CODE)


class WhoIsHereSchema(Strict):
    """With `or_nobody` it is asked whether anybody is signed in: that nobody is, is then no fault."""

    or_nobody = fields.Boolean(load_default=False)


class SessionUserSchema(Strict):
    """Who is signed in; `role` is the one held in the current municipality."""

    id = fields.String(required=True)
    name = fields.String(required=True)
    organisation = fields.String(required=True)
    role = fields.String(required=True, allow_none=True)


class MunicipalitySchema(Strict):
    """A municipality by its SCB code; `slug` is its place in public addresses."""

    code = fields.String(required=True)
    name = fields.String(required=True)
    slug = fields.String(required=True)


class SessionSchema(Strict):
    """Who is signed in, and where they may work."""

    user = fields.Nested(SessionUserSchema, required=True)
    municipalities = fields.List(fields.Nested(MunicipalitySchema), required=True)
    current = fields.String(required=True, allow_none=True)
    server_now = fields.AwareDateTime(required=True)
    entries_kept_days = fields.Integer(required=True)


class ColleagueSchema(Strict):
    """One who may be named as having taken part."""

    id = fields.String(required=True)
    name = fields.String(required=True)


class ColleaguesSchema(Strict):
    """The others of one's own organisation."""

    colleagues = fields.List(fields.Nested(ColleagueSchema), required=True)
