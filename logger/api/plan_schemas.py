"""The shape of what is planned, as phones keep it."""

from marshmallow import fields, validate

from logger.api.schemas import DaysSchema, Strict


class DueTimeSchema(Strict):
    """One time of a planned item; `plan_item` is how an entry, or a word of a phone, names it.

    `outcome` is null while nothing has become of it, and `reason` why it was not done.
    """

    plan_item = fields.String(required=True)
    title = fields.String(required=True)
    unit = fields.String(required=True)
    type = fields.String(required=True, allow_none=True)
    place = fields.String(required=True, allow_none=True)
    days = fields.Nested(DaysSchema, required=True)
    outcome = fields.String(required=True, allow_none=True, validate=validate.OneOf(["done", "not_done"]))
    reason = fields.String(required=True)


class DueSchema(Strict):
    """What the own organisation has planned in a municipality from yesterday and two weeks ahead."""

    municipality = fields.String(required=True)
    as_of = fields.Date(required=True)
    times = fields.List(fields.Nested(DueTimeSchema), required=True)
