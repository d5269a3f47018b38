"""The district's door: every municipality that somebody follows, on one page."""

from flask import Blueprint, Response, make_response, render_template, request

from logger import clock, visit
from logger.extensions import db
from logger.services.boards import boards
from logger.services.district import district_of
from logger.web.as_of import day_in, notice
from logger.web.board.district_page import district_page
from logger.web.desk_frame import PageLink, Place, board_address, framed, over_many
from logger.web.texts import t

blueprint = Blueprint("district", __name__)


@blueprint.get("/omradet")
def district() -> Response:
    principal, today = visit.signed_in(), clock.today()
    followed = boards.followed_by(db.session(), principal)
    asked = request.args.get("as_of")
    as_of = min(day_in(asked) or today, today)
    towns = district_of(db.session(), principal, followed, as_of, today)
    frame = framed(principal, followed, Place(followed[0].municipality.code, "district"))
    boards_of = (
        PageLink(each.municipality.name, board_address(each.board.stored), current=False)
        for each in towns
        if each.board is not None
    )
    return make_response(
        render_template(
            "desk/district.html",
            page=district_page(towns, request.path, as_of, today, notice(asked, as_of)),
            frame=over_many(frame, t("Området"), len(towns), *boards_of),
        )
    )
