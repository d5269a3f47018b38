"""The public doors: no sign-in, no cookie, no script; the same bytes for everyone."""

from flask import Blueprint, Response, make_response, render_template, request

from logger import clock
from logger.extensions import db
from logger.services import estimates, public_pages
from logger.web.estimate_words import beside_words
from logger.web.languages import in_language
from logger.web.public_views import index_links, public_page

blueprint = Blueprint("public", __name__)

FRESH_SECONDS = 300


@blueprint.get("/lofte/<slug>")
def index(slug: str) -> Response:
    found = public_pages.public_index(db.session(), slug)
    return _page(
        "public/index.html",
        municipality=found.municipality.name,
        home=in_language(request.path),
        links=index_links(found),
    )


@blueprint.get("/lofte/<slug>/<key>")
def pledge(slug: str, key: str) -> Response:
    board = public_pages.public_board(db.session(), slug, key, clock.today())
    page = public_page(board)
    beside = beside_words(
        estimates.estimates_of(db.session(), board.stored, board.as_of), board.stored.pledge
    )
    return _page(
        "public/pledge.html", page=page, beside=beside, municipality=page.municipality, home=page.home
    )


def _page(template: str, **shown: object) -> Response:
    response = make_response(render_template(template, **shown))
    response.cache_control.public = True
    response.cache_control.max_age = FRESH_SECONDS
    response.add_etag()
    response.make_conditional(request)
    return response
