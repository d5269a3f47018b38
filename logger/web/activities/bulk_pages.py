"""Doors for doing one thing about several activities: look at those chosen, then do it with one reason."""

from collections.abc import Iterable, Mapping

from flask import Blueprint, Response, make_response, render_template, request

from logger import clock, visit
from logger.domain.entering.body_reader import UUID
from logger.domain.people.people import Principal
from logger.domain.refusing.desk_refusals import ChosenChanged, DeskRefusal, TooManyChosen
from logger.extensions import db
from logger.services.activities import bulk_deeds
from logger.services.activities.bulk_deeds import MOST, Chosen, Together
from logger.web.activities.activity_filter import read_filter
from logger.web.activities.activity_list_around import done_mark
from logger.web.activities.bulk_views import NOTHING_TOLD, Filled, Told, bulk_page, deed_of, filled_by, unsaid
from logger.web.desk_frame import Place, around
from logger.web.going_on import back_to
from logger.web.refused import answer_to

blueprint = Blueprint("bulk_pages", __name__, url_prefix="/aktiviteter/<code>/flera")


@blueprint.get("")
def look(code: str) -> Response:
    principal = visit.signed_in()
    try:
        return _page(code, principal, _looked_at(principal, code), Filled())
    except TooManyChosen as refusal:
        return _page(
            code, principal, bulk_deeds.chosen(db.session(), principal, code, ()), Filled(), _told(refusal)
        )


@blueprint.post("")
def do(code: str) -> Response:
    principal, filled = visit.signed_in(), filled_by(request.form)
    deed, lacking = deed_of(filled), unsaid(filled)
    if deed is None or lacking:
        return _again(code, principal, filled, Told(422, faults=lacking))
    try:
        together = Together(_ids(filled.versions), deed, filled.reason)
        number = bulk_deeds.do_together(db.session(), principal, code, together, clock.now())
    except DeskRefusal as refusal:
        return _again(code, principal, filled, _told(refusal))
    return back_to(_list(code, gjort=done_mark(filled.deed, number)), "gjort")


def _looked_at(principal: Principal, code: str) -> Chosen:
    """Those ticked in the list, or all that its search finds."""
    if "alla" not in request.args:
        return bulk_deeds.chosen(db.session(), principal, code, list(_ids(request.args.getlist("post[]"))))
    asked = read_filter(request.args)
    return bulk_deeds.chosen_by(db.session(), principal, code, asked.wanted, asked.search)


def _again(code: str, principal: Principal, filled: Filled, told: Told) -> Response:
    found = bulk_deeds.chosen(db.session(), principal, code, list(_ids(filled.versions))[:MOST])
    return _page(code, principal, found, filled, told)


def _page(
    code: str, principal: Principal, found: Chosen, filled: Filled, told: Told = NOTHING_TOLD
) -> Response:
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
