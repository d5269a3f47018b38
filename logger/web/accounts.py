"""Mitt konto: one's own sign-ins and phones, ended and shut out by oneself."""

from uuid import UUID

from flask import Blueprint, Response, make_response, render_template, request

from logger import clock, visit
from logger.domain.phones.devices import Device
from logger.domain.refusing.refusals import NotFound
from logger.extensions import db
from logger.services.people import own_sign_ins
from logger.services.syncing import devices
from logger.web.account_views import account_page, phone_line
from logger.web.going_on import back_to

ADDRESS = "/konto"

blueprint = Blueprint("accounts", __name__, url_prefix=ADDRESS)


@blueprint.get("")
def shown() -> Response:
    signed_in, now = visit.sign_in(), clock.now()
    found = own_sign_ins.account(db.session(), signed_in, now)
    page = account_page(found, devices.own(db.session(), signed_in.principal), now)
    return make_response(render_template("account.html", page=page))


@blueprint.post("/avsluta-andra")
def end_others() -> Response:
    own_sign_ins.end_others(db.session(), visit.sign_in(), clock.now())
    return back_to(ADDRESS, "inloggad")


@blueprint.get("/telefon/<uuid:stream_id>/sparra")
def confirm(stream_id: UUID) -> Response:
    phone = _own(stream_id)
    line = phone_line(phone, clock.now())
    waiting = phone.numbers.waiting_count
    html = render_template("account_phone.html", phone=line, waiting=waiting, action=request.path)
    return make_response(html)


@blueprint.post("/telefon/<uuid:stream_id>/sparra")
def revoke(stream_id: UUID) -> Response:
    _own(stream_id)
    devices.revoke(db.session(), visit.signed_in(), str(stream_id), clock.now())
    return back_to(ADDRESS, "telefoner")


def _own(stream_id: UUID) -> Device:
    """One of one's own phones; here others' are not there, not even for who may shut them out."""
    found = devices.own(db.session(), visit.signed_in())
    own = next((each for each in found if each.stream_id == str(stream_id)), None)
    if own is None or own.revoked_at is not None:
        raise NotFound
    return own
