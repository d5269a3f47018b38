"""The district's door: every municipality that somebody follows, on one page."""

from collections.abc import Sequence
from dataclasses import replace

from flask import Blueprint, Response, make_response, render_template, request

from logger import clock, visit
from logger.extensions import db
from logger.services.boards import boards
from logger.services.district import TownStanding, district_of
from logger.web.as_of import day_in, notice
from logger.web.board.district_page import TOWN, district_page
from logger.web.desk_frame import Frame, PageLink, Place, board_address, framed
from logger.web.texts import t

blueprint = Blueprint("district", __name__)

OVER_MANY = ("/riket", "/omradet")


@blueprint.get("/omradet")
def district() -> Response:
    principal, today = visit.signed_in(), clock.today()
    followed = boards.followed_by(db.session(), principal)
    asked = request.args.get("as_of")
    as_of = min(day_in(asked) or today, today)
    towns = district_of(db.session(), principal, followed, as_of, today)
    frame = framed(principal, followed, Place(followed[0].municipality.code, "district"))
    return make_response(
        render_template(
            "desk/district.html",
            page=district_page(towns, request.path, as_of, today, notice(asked, as_of)),
            frame=replace(
                frame,
                municipality=t("Området"),
                pledge_title=TOWN.of(len(followed)),
                pages=_pages(frame, towns),
            ),
        )
    )


def _pages(frame: Frame, towns: Sequence[TownStanding]) -> tuple[PageLink, ...]:
    """The pages over many municipalities, and the board of each."""
    boards_of = (
        PageLink(each.municipality.name, board_address(each.board.stored), current=False)
        for each in towns
        if each.board is not None
    )
    return (*(each for each in frame.pages if each.href in OVER_MANY), *boards_of)
