"""The door to the signs: a sheet to print, with a code for each place."""

from flask import Blueprint, Response, make_response, render_template, request

from logger import visit
from logger.extensions import db
from logger.services.places.signs import places_for_signs
from logger.web.desk_frame import Place, around
from logger.web.own_addresses import site_address
from logger.web.places.sign_views import signs_page

blueprint = Blueprint("signs", __name__)


@blueprint.get("/skyltar/<code>")
def sheet(code: str) -> Response:
    principal = visit.signed_in()
    found = places_for_signs(db.session(), principal, code)
    chosen = set(request.args.getlist("plats[]")) if "valda" in request.args else None
    page = signs_page(found, chosen, code, f"{site_address()}/")
    html = render_template(
        "desk/signs.html", page=page, frame=around(principal, Place(code, "signs")), action=request.path
    )
    return make_response(html)
