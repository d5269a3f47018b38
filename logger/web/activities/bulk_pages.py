"""Doors for doing one thing about several activities: look at those chosen, then do it with one reason."""

from collections.abc import Iterable, Mapping

from flask import Blueprint, Response, make_response, redirect, render_template, request

from logger import clock, visit
from logger.domain.entering.body_reader import UUID
from logger.domain.people.people import Principal
from logger.domain.refusing.desk_refusals import ChosenChanged, DeskRefusal
from logger.extensions import db
from logger.services.activities import bulk_deeds
from logger.services.activities.bulk_deeds import Together
from logger.web.activities.activity_filter import read_filter
from logger.web.activities.activity_list_around import done_mark
from logger.web.activities.bulk_views import NOTHING_TOLD, Filled, Told, bulk_page, deed_of, filled_by, unsaid
from logger.web.desk_frame import Place, around
from logger.web.refused import answer_to

blueprint = Blueprint("bulk_pages", __name__, url_prefix="/aktiviteter/<code>/flera")


@blueprint.get("")
def look(code: str) -> Response:
    return _page(code, visit.signed_in(), Filled(_ids(request.args.getlist("post[]"))))


@blueprint.post("")
def do(code: str) -> Response:
    principal, filled = visit.signed_in(), filled_by(request.form)
    deed = deed_of(filled)
    if deed is None:
        return _page(code, principal, filled, Told(422, faults=unsaid(filled)))
    try:
        together = Together(_ids(filled.versions), deed, filled.reason)
        number = bulk_deeds.do_together(db.session(), principal, code, together, clock.now())
    except DeskRefusal as refusal:
        return _page(code, principal, filled, _told(refusal))
    return make_response(redirect(_list(code, gjort=done_mark(filled.deed, number)), 303))


def _page(code: str, principal: Principal, filled: Filled, told: Told = NOTHING_TOLD) -> Response:
    found = bulk_deeds.chosen(db.session(), principal, code, list(_ids(filled.versions)))
    here = f"{request.path}{read_filter(request.args).query()}"
    html = render_template(
        "desk/several.html",
        page=bulk_page(found, filled, told, here, _list(code)),
        frame=around(principal, Place(code, "activities")),
    )
    return make_response(html, told.status)


def _told(refusal: DeskRefusal) -> Told:
    answer = answer_to(refusal)
    changed = refusal.changed if isinstance(refusal, ChosenChanged) else frozenset()
    return Told(answer.status, "" if "reason" in answer.fields else answer.detail, answer.fields, changed)


def _list(code: str, **more: str) -> str:
    return f"/aktiviteter/{code}{read_filter(request.args).query(**more)}"


def _ids(versions: Iterable[str] | Mapping[str, int]) -> dict[str, int]:
    """Those of them that can be an activity's, with their versions where these are known."""
    known = versions if isinstance(versions, Mapping) else dict.fromkeys(versions, 0)
    return {name: rev for name, rev in known.items() if UUID.fullmatch(name)}
