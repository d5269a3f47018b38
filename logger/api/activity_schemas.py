"""The shapes of activities, in the form of the activities file."""

from marshmallow import fields, validate

from logger.api.schemas import Strict


class ProposedPlaceSchema(Strict):
    """A place that is not listed, as somebody in the field named it; the point is to about 100 m."""

    name = fields.String(required=True)
    point = fields.List(fields.Float(), validate=validate.Length(equal=2))


class ActivitySchema(Strict):
    """One activity in the form of the activities file, with its version and state."""

    id = fields.String(required=True)
    type = fields.String(required=True)
    started_at = fields.AwareDateTime(required=True)
    ended_at = fields.AwareDateTime(required=True, allow_none=True)
    organisations = fields.List(fields.String(), required=True)
    focus = fields.List(fields.String(), required=True)
    participants = fields.List(fields.String(), required=True)
    others = fields.Integer(required=True)
    place = fields.String(required=True, allow_none=True)
    targeted = fields.Boolean(required=True)
    outcome = fields.String(required=True, validate=validate.OneOf(["completed", "interrupted"]))
    counters = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)
    voided = fields.Boolean(required=True)
    proposed_place = fields.Nested(ProposedPlaceSchema)
    rev = fields.Integer(required=True)
    state = fields.String(required=True, validate=validate.OneOf(["current", "withdrawn", "voided"]))


class OpenedActivitySchema(ActivitySchema):
    """One activity by itself; `note` is there for its author alone, who may write it anew on any phone."""

    note = fields.String()


class ActivitiesSchema(Strict):
    """One page of activities, newest start first; `next` is the cursor of the following page."""

    activities = fields.List(fields.Nested(ActivitySchema), required=True)
    next = fields.String(required=True, allow_none=True)
