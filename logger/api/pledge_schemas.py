"""The shapes of pledges, of what they have come to, and of where all of them stand."""

from marshmallow import fields

from logger.api.schemas import DaysSchema, EstimatedSchema, Strict


class PledgeSchema(Strict):
    """A pledge that counts; `file` is its pledge file as data."""

    key = fields.String(required=True)
    title = fields.String(required=True)
    valid = fields.Nested(DaysSchema, required=True)
    version = fields.Integer(required=True)
    demo = fields.Boolean(required=True)
    file = fields.Dict(keys=fields.String(), required=True)


class PledgesSchema(Strict):
    """The pledges of a municipality, newest validity first."""

    municipality = fields.String(required=True)
    pledges = fields.List(fields.Nested(PledgeSchema), required=True)


class ProgressSchema(Strict):
    """What every commitment has come to at the end of a local day, by commitment id."""

    municipality = fields.String(required=True)
    pledge = fields.String(required=True)
    version = fields.Integer(required=True)
    as_of = fields.Date(required=True)
    progress = fields.Dict(keys=fields.String(), values=fields.Dict(keys=fields.String()), required=True)
    estimated = fields.Dict(keys=fields.String(), values=fields.Nested(EstimatedSchema), required=True)


STATUSES = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)


class LateSchema(Strict):
    """A commitment that is behind, or to be watched."""

    commitment = fields.String(required=True)
    status = fields.String(required=True)


class PledgeStandsSchema(Strict):
    """A pledge that runs: how many of its commitments stand where, and which are late."""

    pledge = fields.String(required=True)
    title = fields.String(required=True)
    version = fields.Integer(required=True)
    statuses = STATUSES
    late = fields.List(fields.Nested(LateSchema), required=True)


class MunicipalityStandsSchema(Strict):
    """A municipality with the pledges that run there, the newest first."""

    municipality = fields.String(required=True)
    name = fields.String(required=True)
    pledges = fields.List(fields.Nested(PledgeStandsSchema), required=True)


class OverviewSchema(Strict):
    """Where all promises stand as of today: in numbers, and by municipality in the order of their names."""

    as_of = fields.Date(required=True)
    statuses = STATUSES
    municipalities = fields.List(fields.Nested(MunicipalityStandsSchema), required=True)
