"""The shapes of the API's answers and questions, and the source of its description."""

from marshmallow import RAISE, Schema, fields, validate

_CODE = validate.Regexp(r"^[0-9]{4}\Z", error="Ska vara en kommunkod med fyra siffror.")


class Strict(Schema):
    """A shape that knows no other fields than its own."""

    class Meta:
        unknown = RAISE


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


class DaysSchema(Strict):
    """A run of local dates, both ends included; `to` is null while it lasts."""

    from_ = fields.Date(required=True, data_key="from", attribute="from")
    to = fields.Date(required=True, allow_none=True)


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


class EstimatedSchema(Strict):
    """What books kept before say beside a figure: about so many times and seconds, never part of it."""

    number = fields.Integer(required=True)
    seconds = fields.Integer(required=True)


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


class DeviceSchema(Strict):
    """One browser profile of one's own: how many numbers came from it, which did not, how many wait there.

    `first_seq` is where its numbers begin, `floor` the lowest that it last said it waits for (0: not said);
    `missing` names the first of those that it holds for handed in and that never came. `clock_offset` is how
    many seconds its clock was ahead.
    """

    stream_id = fields.String(required=True)
    label = fields.String(required=True)
    app_build = fields.String(required=True)
    first_contact = fields.AwareDateTime(required=True)
    last_contact = fields.AwareDateTime(required=True)
    first_seq = fields.Integer(required=True)
    highest_seq = fields.Integer(required=True)
    floor = fields.Integer(required=True)
    received = fields.Integer(required=True)
    missing = fields.List(fields.Integer(), required=True)
    missing_count = fields.Integer(required=True)
    waiting = fields.Integer(required=True)
    clock_offset = fields.Integer(required=True, allow_none=True)
    revoked_at = fields.AwareDateTime(required=True, allow_none=True)


class DevicesSchema(Strict):
    """One's own devices, the last heard from first."""

    devices = fields.List(fields.Nested(DeviceSchema), required=True)


class ProblemSchema(Strict):
    """Every "no" (RFC 9457): `code` is stable, `detail` a Swedish sentence, `errors` by field."""

    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    detail = fields.String(required=True)
    code = fields.String(required=True)
    request_id = fields.String(required=True)
    errors = fields.Dict(keys=fields.String(), values=fields.String())
