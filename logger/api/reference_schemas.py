"""The shapes of what a phone works with offline: words, places, pledges with their figures."""

from marshmallow import fields, validate

from logger.api.schemas import DaysSchema, EstimatedSchema, Strict


class TermSchema(Strict):
    """A code with its Swedish word (soft hyphens inside) and its English one."""

    code = fields.String(required=True)
    sv = fields.String(required=True)
    en = fields.String(required=True)


class OrganisationSchema(Strict):
    """An organisation by its key."""

    key = fields.String(required=True)
    sv = fields.String(required=True)
    en = fields.String(required=True)


class ActivityTypeSchema(TermSchema):
    """A type of activity, with what may be said of it.

    `made_by_product` ones are offered to nobody; so are those that an administrator has `retired`, which say
    both.
    """

    icon = fields.String(required=True)
    focus = fields.List(fields.Nested(TermSchema), required=True)
    counters = fields.List(fields.Nested(TermSchema), required=True)
    sensitive = fields.Boolean(required=True)
    made_by_product = fields.Boolean(required=True)
    retired = fields.Boolean(required=True)


class PlaceSchema(Strict):
    """A named place; `point` is [latitude, longitude] in degrees (WGS 84).

    `same_as` is there where the id is a former one, of a double: the id of the place that it turned out
    to be.
    """

    id = fields.String(required=True)
    name = fields.String(required=True)
    aliases = fields.List(fields.String(), required=True)
    kinds = fields.List(fields.String(), required=True)
    point = fields.List(fields.Float(), required=True, allow_none=True, validate=validate.Length(equal=2))
    flagged = fields.List(fields.Nested(DaysSchema), required=True)
    same_as = fields.String()


class CommitmentSchema(Strict):
    """One commitment; `counts` and `target` as in the pledge file, `progress` as the counting answers it."""

    id = fields.String(required=True)
    label = fields.String(required=True)
    wording = fields.String(required=True)
    counts = fields.Dict(keys=fields.String(), required=True)
    target = fields.Dict(keys=fields.String(), required=True)
    valid = fields.Nested(DaysSchema, required=True)
    rule_sentence = fields.String(required=True)
    target_sentence = fields.String(required=True)
    progress = fields.Dict(keys=fields.String(), required=True)
    needed_per_week = fields.Float(required=True, allow_none=True)
    last_activity = fields.Date(required=True, allow_none=True)
    estimated = fields.Nested(EstimatedSchema, required=True, allow_none=True)


class FocusAreaSchema(Strict):
    """A heading of the pledge."""

    name = fields.String(required=True)
    commitments = fields.List(fields.Nested(CommitmentSchema), required=True)


class PledgeNowSchema(Strict):
    """A pledge that still counts, with its figures."""

    key = fields.String(required=True)
    title = fields.String(required=True)
    valid = fields.Nested(DaysSchema, required=True)
    demo = fields.Boolean(required=True)
    focus_areas = fields.List(fields.Nested(FocusAreaSchema), required=True)


class PlainMunicipalitySchema(Strict):
    """A municipality by code and name."""

    code = fields.String(required=True)
    name = fields.String(required=True)


class ReferenceSchema(Strict):
    """Everything of one municipality that a phone works with offline."""

    municipality = fields.Nested(PlainMunicipalitySchema, required=True)
    generated_at = fields.AwareDateTime(required=True)
    as_of = fields.Date(required=True)
    types = fields.List(fields.Nested(ActivityTypeSchema), required=True)
    place_kinds = fields.List(fields.Nested(TermSchema), required=True)
    organisations = fields.List(fields.Nested(OrganisationSchema), required=True)
    places = fields.List(fields.Nested(PlaceSchema), required=True)
    pledges = fields.List(fields.Nested(PledgeNowSchema), required=True)
