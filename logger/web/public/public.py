"""The public doors: no sign-in, no cookie, no script; the same bytes for everyone."""

from flask import Blueprint, Response, current_app, make_response, render_template, request

from logger.extensions import db
from logger.services.publishing import public_pages
from logger.web.headers import let_others_frame
from logger.web.languages import in_language
from logger.web.own_addresses import site_address
from logger.web.public.estimates_beside import beside_of
from logger.web.public.feed import feed
from logger.web.public.public_views import index_links, public_page

blueprint = Blueprint("public", __name__)

FRESH_SECONDS = 300


@blueprint.get("/lofte/<slug>")
def index(slug: str) -> Response:
    found = public_pages.public_index(db.session(), slug)
    return _page(
        "public/index.html",
        municipality=found.municipality.name,
        home=in_language(request.path),
        feed=in_language(f"{request.path}/flode.xml"),
        links=index_links(found),
    )


@blueprint.get("/lofte/<slug>/flode.xml")
def atom(slug: str) -> Response:
    found = public_pages.public_index(db.session(), slug)
    written = make_response(feed(found, site_address(), request.full_path.rstrip("?")))
    written.headers["Content-Type"] = "application/atom+xml; charset=utf-8"
    return _kept(written)


@blueprint.get("/tillganglighet")
def accessibility() -> Response:
    host = request.host.partition(":")[0]
    contact = current_app.config["ACCESSIBILITY_CONTACT"] or f"mailto:tillganglighet@{host}"
    shown = {"contact": contact, "contact_text": contact.removeprefix("mailto:")}
    return _page("public/accessibility.html", municipality="", home=in_language(request.path), **shown)


@blueprint.get("/lofte/<slug>/<key>")
def pledge(slug: str, key: str) -> Response:
    return _pledge(slug, key)


@blueprint.get("/lofte/<slug>/<key>/<period>")
def publication(slug: str, key: str, period: str) -> Response:
    return _pledge(slug, key, period)


@blueprint.get("/lofte/<slug>/<key>/<period>/utskrift")
def for_print(slug: str, key: str, period: str) -> Response:
    return _pledge(slug, key, period, bare=True)


@blueprint.get("/lofte/<slug>/<key>/inbaddad")
def embedded(slug: str, key: str) -> Response:
    page = public_page(public_pages.public_board(db.session(), slug, key))
    whole = in_language(f"{site_address()}/lofte/{slug}/{key}")
    answer = make_response(render_template("public/embedded.html", page=page, whole=whole))
    let_others_frame(answer)
    return _kept(answer)


def _pledge(slug: str, key: str, period: str | None = None, *, bare: bool = False) -> Response:
    board = public_pages.public_board(db.session(), slug, key, period)
    others = index_links(public_pages.public_index(db.session(), slug), but=key)
    page = public_page(board, others)
    return _page(
        "public/pledge.html",
        page=page,
        beside=beside_of(board),
        municipality=page.municipality,
        home=page.home,
        site=site_address(),
        bare=bare,
    )


def _page(template: str, **shown: object) -> Response:
    return _kept(make_response(render_template(template, **{"bare": False, **shown})))


def _kept(response: Response) -> Response:
    response.cache_control.public = True
    response.cache_control.max_age = FRESH_SECONDS
    response.add_etag()
    response.make_conditional(request)
    return response
