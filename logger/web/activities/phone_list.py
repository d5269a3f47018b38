"""Doors to the list of phones, and to letting one's own send no more."""

from uuid import UUID

from flask import Blueprint, Response, make_response, render_template, request

from logger import clock, visit
from logger.domain.refusing.refusals import NotFound
from logger.extensions import db
from logger.services.syncing import devices, phone_lists
from logger.services.syncing.phone_lists import ListedPhone
from logger.web.activities.phone_list_views import phone_list_page, phone_name
from logger.web.desk_frame import Place, around
from logger.web.going_on import back_to
from logger.web.whole_numbers import whole

blueprint = Blueprint("phone_list", __name__, url_prefix="/telefoner/<code>")


@blueprint.get("")
def listed(code: str) -> Response:
    principal, now = visit.signed_in(), clock.now()
    found = phone_lists.phones_of(db.session(), principal, code, now)
    page = phone_list_page(found, f"/telefoner/{code}", _number(request.args.get("sida", "")), now)
    html = render_template("desk/phones.html", page=page, frame=around(principal, Place(code, "phones")))
    return make_response(html)


@blueprint.get("/<uuid:stream_id>/sparra")
def confirm(code: str, stream_id: UUID) -> Response:
    phone = _own(code, stream_id)
    html = render_template(
        "desk/revoke.html",
        name=phone_name(phone.device),
        waiting=phone.device.numbers.waiting_count,
        action=request.path,
        back=f"/telefoner/{code}",
        frame=around(visit.signed_in(), Place(code, "phones")),
    )
    return make_response(html)


@blueprint.post("/<uuid:stream_id>/sparra")
def revoke(code: str, stream_id: UUID) -> Response:
    _own(code, stream_id)
    devices.revoke(db.session(), visit.signed_in(), str(stream_id), clock.now())
    return back_to(f"/telefoner/{code}", "alla")


def _own(code: str, stream_id: UUID) -> ListedPhone:
    """One of one's own phones; to the page, others' are not there to be revoked."""
    found = phone_lists.phones_of(db.session(), visit.signed_in(), code, clock.now())
    for each in found:
        if each.own and each.device.stream_id == str(stream_id):
            return each
    raise NotFound


def _number(text: str) -> int:
    return whole(text, 5) or 1
