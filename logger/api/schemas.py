"""The shapes that all doors of the API share: what is asked, what is refused, days and estimates."""

from marshmallow import RAISE, Schema, fields, validate


class Strict(Schema):
    """A shape that knows no other fields than its own."""

    class Meta:
        unknown = RAISE


class AsOfSchema(Strict):
    """The local day whose end the figures are of; today where it is left out."""

    as_of = fields.Date(load_default=None)


class PageSchema(Strict):
    """Which page: `cursor` as the page before gave it in `next`."""

    cursor = fields.String(load_default=None, validate=validate.Length(max=200))
    limit = fields.Integer(load_default=100, validate=validate.Range(1, 500))


class NoQuerySchema(Strict):
    """An address that takes no questions."""


class LanguageSchema(Strict):
    """In which language rules and goals are put into words."""

    lang = fields.String(
        load_default="sv", validate=validate.OneOf(("sv", "en"), error="Ska vara sv eller en.")
    )


class DaysSchema(Strict):
    """A run of local dates, both ends included; `to` is null while it lasts."""

    from_ = fields.Date(required=True, data_key="from", attribute="from")
    to = fields.Date(required=True, allow_none=True)


class EstimatedSchema(Strict):
    """What books kept before say beside a figure: about so many times and seconds, never part of it."""

    number = fields.Integer(required=True)
    seconds = fields.Integer(required=True)


class ProblemSchema(Strict):
    """Every "no" (RFC 9457): `code` is stable, `detail` a Swedish sentence, `errors` by field."""

    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    detail = fields.String(required=True)
    code = fields.String(required=True)
    request_id = fields.String(required=True)
    errors = fields.Dict(keys=fields.String(), values=fields.String())
