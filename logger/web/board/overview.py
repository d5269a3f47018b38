"""The door to many municipalities at once."""

from flask import Blueprint, Response, current_app, make_response, render_template, request

from logger import clock, visit
from logger.extensions import db
from logger.services.boards import board_versions, boards, overviews
from logger.versions import tagged, unless_known
from logger.web.board.overview_page import Asked, overview_page
from logger.web.desk_frame import Place, framed, over_many
from logger.web.texts import spoken, t
from logger.web.themes import theme

blueprint = Blueprint("overview_page", __name__)

ADDRESS = "/riket"
LONGEST_NAME = 80


@blueprint.get(ADDRESS)
def country() -> Response:
    asked, release = f"{spoken()} {theme()} {request.full_path}", current_app.config["CODE"]
    version = board_versions.version_of_all(db.session(), visit.signed_in(), asked, clock.now(), release)
    return unless_known(version) or tagged(_page(), version)


def _page() -> Response:
    principal = visit.signed_in()
    followed = boards.followed_by(db.session(), principal)
    found = overviews.overview_of(db.session(), principal, clock.today())
    asked = Asked(request.args.get("q", "").strip()[:LONGEST_NAME], request.args.get("visa") == "efter")
    page = overview_page(found, asked, ADDRESS)
    frame = framed(principal, followed, Place(followed[0].municipality.code, "country"))
    frame = over_many(frame, t("Riket"), len(found.municipalities))
    return make_response(render_template("desk/overview.html", page=page, frame=frame))
