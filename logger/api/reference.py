"""What phones work with offline: a municipality's words, places and pledges, and one's colleagues."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from flask import Response, current_app

from logger import clock, visit
from logger.api.answers import answered
from logger.api.doors import Doors
from logger.api.reference_schemas import ReferenceSchema
from logger.api.schemas import LanguageSchema, NoQuerySchema
from logger.api.session_schemas import ColleaguesSchema
from logger.domain.counting.former_places import with_former_ids
from logger.domain.periods import Days, Per
from logger.domain.places import Place, Places
from logger.domain.pledge_files.pledge_export import rule_document, target_document
from logger.domain.targets import per_of
from logger.domain.terms import ActivityType, Lang, Term
from logger.extensions import db
from logger.packing import packed
from logger.services.boards.whereabouts import whereabouts
from logger.services.reference import (
    CommitmentNow,
    PledgeNow,
    Reference,
    colleagues_of,
    reference,
    version_of,
)
from logger.versions import tagged, unless_known

blueprint = Doors("reference", __name__, url_prefix="/api/v1", description="Det telefonen behöver")

# Symbols of the visual language, by type of activity; all others share the pin.
ICONS = {
    "traffic_check": "gauge",
    "foot_patrol": "foot",
    "hotspot_patrol": "foot",
    "night_walk": "foot",
    "safety_walk": "people",
    "presence": "clock",
    "school_visit": "school",
    "class_visit": "school",
    "survey": "school",
    "mobile_police_office": "car",
    "outreach": "people",
    "youth_centre_visit": "people",
    "citizen_dialogue": "talk",
    "parent_meeting": "talk",
    "coordination_meeting": "talk",
    "neighbourhood_watch": "talk",
    "information_campaign": "talk",
    "social_media_post": "talk",
}
ICON_OF_OTHERS = "pin"


@blueprint.get("/reference/<code>")
@blueprint.arguments(LanguageSchema, location="query")
@blueprint.response(200, ReferenceSchema)
@blueprint.alt_response(304, description="Inget har ändrats sedan den ETag som frågan bar")
@blueprint.doc(summary="En kommuns ord, platser och löften med dagens siffror, under en ETag")
def read_reference(query: dict[str, Any], code: str) -> Response:
    """A municipality's words, places and pledges with today's figures, under an ETag."""
    return _told(code, query["lang"])


@blueprint.get("/reference")
@blueprint.arguments(LanguageSchema, location="query")
@blueprint.response(200, ReferenceSchema)
@blueprint.alt_response(204, description="Ingen är inloggad, eller utan en kommun att arbeta i")
@blueprint.alt_response(304, description="Inget har ändrats sedan den ETag som frågan bar")
@blueprint.doc(summary="Detsamma för den kommun där den inloggade arbetar nu")
def read_own_reference(query: dict[str, Any]) -> Response:
    """The same of where one works now: a phone that knows nobody asks before it has heard where that is."""
    principal = visit.who()
    here = None if principal is None else whereabouts(db.session(), principal).current
    return Response(status=204) if here is None else _told(here, query["lang"])


@blueprint.get("/colleagues")
@blueprint.arguments(NoQuerySchema, location="query")
@blueprint.response(200, ColleaguesSchema)
@blueprint.doc(summary="De andra i den egna organisationen")
def read_colleagues(_query: dict[str, Any]) -> Response:
    """The others of one's own organisation and district; never kept on a phone."""
    found = colleagues_of(db.session(), visit.signed_in(), clock.now())
    return answered({"colleagues": [{"id": each.id, "name": each.name} for each in found]})


def _told(code: str, lang: Lang) -> Response:
    principal, now = visit.who(), clock.now()
    version = version_of(db.session(), principal, code, now, current_app.config["CODE"], lang)
    return unless_known(version) or packed(
        tagged(answered(_document(reference(db.session(), principal, code, now, lang), now)), version)
    )


def _document(all_of_it: Reference, now: datetime) -> dict[str, Any]:
    here, words = all_of_it.municipality, all_of_it.words
    return {
        "municipality": {"code": here.code, "name": here.name},
        "generated_at": now,
        "as_of": all_of_it.as_of,
        "types": [_type(each) for each in words.types.values()],
        "place_kinds": [_term(each) for each in words.place_kinds.values()],
        "organisations": [
            {"key": each.code, "sv": each.sv, "en": each.en} for each in words.organisations.values()
        ],
        "places": [told for each in all_of_it.places.values() for told in _place(each)],
        "pledges": [_pledge(each, all_of_it.places) for each in all_of_it.pledges],
    }


def _term(term: Term) -> dict[str, Any]:
    return {"code": term.code, "sv": term.sv, "en": term.en}


def _type(each: ActivityType) -> dict[str, Any]:
    return _term(each) | {
        "icon": ICONS.get(each.code, ICON_OF_OTHERS),
        "focus": [_term(focus) for focus in each.focuses if not focus.retired],
        "counters": [_term(counter) for counter in each.counters if not counter.retired],
        "sensitive": each.sensitive,
        # To every phone that there is, this one word says that the type is offered to nobody.
        "made_by_product": not each.is_offered,
        "retired": each.retired,
    }


def _place(place: Place) -> Iterator[dict[str, Any]]:
    """The place, and once more under each id that it went by: phones hold entries that name those."""
    told = {
        "id": place.id,
        "name": place.name,
        "aliases": list(place.aliases),
        "kinds": sorted(place.kinds),
        "point": place.point,
        "flagged": [{"from": flag.first, "to": flag.last} for flag in place.flagged],
    }
    yield told
    for old in place.former:
        yield told | {"id": old, "same_as": place.id}


def _pledge(now: PledgeNow, places: Places) -> dict[str, Any]:
    pledge = now.stored.pledge
    return {
        "key": now.stored.key,
        "title": pledge.title,
        "valid": days_document(pledge.valid),
        "demo": now.stored.demo,
        "focus_areas": [
            {"name": name, "commitments": [_commitment(each, places) for each in inside]}
            for name, inside in now.areas
        ],
    }


def _commitment(now: CommitmentNow, places: Places) -> dict[str, Any]:
    commitment = now.commitment
    return {
        "id": commitment.id,
        "label": commitment.label or commitment.wording,
        "wording": commitment.wording,
        "counts": rule_document(with_former_ids(commitment.counts, places)),
        "target": target_document(commitment),
        "valid": days_document(commitment.valid),
        "rule_sentence": now.rule,
        "target_sentence": now.target,
        "progress": _without_dates(now) if now.sensitive else now.progress.answer(),
        "needed_per_week": None if now.needed_per_week is None else round(float(now.needed_per_week), 3),
        "last_activity": None if now.sensitive else now.last_activity,
        "estimated": now.beside and {"number": now.beside.number, "seconds": now.beside.seconds},
    }


def _without_dates(now: CommitmentNow) -> dict[str, Any]:
    """The figure of a sensitive commitment: no last day, and no periods where each is a day."""
    told = now.progress.answer()
    if "last_activity" in told:
        told["last_activity"] = None
    if "periods" in told and per_of(now.commitment.target) is Per.DAY:
        told["periods"] = []
    return told


def days_document(days: Days) -> dict[str, Any]:
    """A run of days as the API writes it."""
    return {"from": days.first, "to": days.last}
