"""Doors to the pledges: the list, one with its versions, what differs, its file, and its approval."""

from flask import Blueprint, Response, make_response, redirect, render_template, request

from logger import clock, visit
from logger.domain.people.people import Principal
from logger.domain.refusing.desk_refusals import DeskRefusal
from logger.domain.refusing.pledge_refusals import NotWaiting
from logger.extensions import db
from logger.services.boards import boards
from logger.services.pledges import pledge_decisions, pledge_drafting, pledge_shelf
from logger.services.pledges.pledge_shelf import OpenedPledge
from logger.services.refusal_answers import Answer
from logger.web.desk_frame import Place, around
from logger.web.going_on import back_to
from logger.web.pledges.pledge_pages import changes_of, pledge_page, shelf_view
from logger.web.refused import answer_to
from logger.web.taking_files import require_moderation
from logger.web.whole_numbers import whole

blueprint = Blueprint("pledges", __name__, url_prefix="/loften")


@blueprint.get("")
def shelves() -> Response:
    principal = visit.signed_in()
    found = pledge_shelf.shelves(db.session(), principal)
    current = boards.current_municipality(db.session(), principal)
    here = current if current in {each.municipality.code for each in found} else found[0].municipality.code
    return make_response(
        render_template(
            "desk/pledges/list.html",
            shelves=[shelf_view(each, clock.today()) for each in found],
            frame=around(principal, Place(here, "pledges")),
        )
    )


@blueprint.get("/<code>/<key>")
def pledge(code: str, key: str) -> Response:
    principal = visit.signed_in()
    opened = pledge_shelf.open_pledge(db.session(), principal, code, key, _number("version"))
    return _page(principal, opened)


@blueprint.get("/<code>/<key>/skillnad")
def difference(code: str, key: str) -> Response:
    principal = visit.signed_in()
    before, after = _number("fran") or 0, _number("till") or 0
    compared = pledge_shelf.compare(db.session(), principal, code, key, before, after)
    html = render_template(
        "desk/pledges/difference.html",
        page=pledge_page(compared.opened, clock.today()),
        before=before,
        after=after,
        changes=changes_of(compared),
        frame=around(principal, Place(code, "pledges", key)),
    )
    return make_response(html)


@blueprint.get("/<code>/<key>/fil")
def file(code: str, key: str) -> Response:
    require_moderation()
    opened = pledge_shelf.open_pledge(db.session(), visit.signed_in(), code, key, _number("version"))
    answer = make_response(opened.version.text.encode())
    answer.headers["Content-Type"] = "application/yaml; charset=utf-8"
    answer.headers["Content-Disposition"] = f'attachment; filename="{key}-{opened.version.number}.yaml"'
    return answer


@blueprint.post("/<code>/<key>/andra")
def begin(code: str, key: str) -> Response:
    pledge_drafting.begin_from(db.session(), visit.signed_in(), code, key, clock.now())
    return make_response(redirect(f"/loften/{code}/{key}/utkast", 303))


@blueprint.post("/<code>/<key>/godkann")
def approve(code: str, key: str) -> Response:
    principal = visit.signed_in()
    number, why = _typed_number("version"), request.form.get("reason", "")
    try:
        pledge_decisions.approve(db.session(), principal, code, key, number, why, clock.now())
    except DeskRefusal as refusal:
        newest = None if isinstance(refusal, NotWaiting) else number
        opened = pledge_shelf.open_pledge(db.session(), principal, code, key, newest)
        return _page(principal, opened, answer_to(refusal), why)
    return back_to(f"/loften/{code}/{key}")


def _page(
    principal: Principal, opened: OpenedPledge, answer: Answer | None = None, reason: str = ""
) -> Response:
    shelved, page = opened.shelved, pledge_page(opened, clock.today())
    in_force = shelved.in_force
    compared = None
    if page.waits == page.number and in_force:
        compared = pledge_shelf.compare(
            db.session(), principal, shelved.municipality, shelved.key, in_force.number, page.number
        )
    html = render_template(
        "desk/pledges/pledge.html",
        page=page,
        changes=changes_of(compared) if compared else (),
        in_force=in_force.number if in_force else 0,
        problem=answer.detail if answer else "",
        faults=answer.fields if answer else {},
        reason=reason,
        frame=around(principal, Place(shelved.municipality, "pledges", shelved.key)),
    )
    return make_response(html, answer.status if answer else 200)


def _number(name: str) -> int | None:
    return whole(request.args.get(name, ""), 5)


def _typed_number(name: str) -> int:
    return whole(request.form.get(name, ""), 5) or 0
