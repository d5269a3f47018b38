"""The desk's doors: the board, an opened figure, presence, activities."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from flask import Blueprint, Response, current_app, make_response, redirect, render_template, request

from logger import clock, visit
from logger.domain.people.people import Principal, Role
from logger.domain.periods import Days
from logger.domain.planning.plans import Planned
from logger.domain.refusing.refusals import NotFound
from logger.extensions import db
from logger.services.activities import estimates
from logger.services.boards import board_versions, boards, drilldown, next_places, presence, spans, weighing
from logger.services.boards.boards import Ask, Followed
from logger.services.boards.drilldown import Drilldown, Pick
from logger.services.plan.soon import planned_soon
from logger.services.pledges.pledges import StoredPledge
from logger.services.word_list import keeps_words
from logger.versions import tagged, unless_known
from logger.web.activities.activity_words import ActivityWords
from logger.web.activities.estimate_words import EstimateLine, beside_lines, beside_words
from logger.web.as_of import Picker, day_in, notice, picker
from logger.web.board.board_page import Spanned, board_page
from logger.web.board.drilldown_views import drilldown_page
from logger.web.board.overview_page import FEW
from logger.web.board.presence_stats import days_under_way
from logger.web.board.presence_views import presence_page
from logger.web.board.span_pick import span_in, span_notice
from logger.web.board.weighed_page import weighed_page
from logger.web.demo_notices import demo_notice
from logger.web.desk_frame import Frame, Place, board_address, framed
from logger.web.settings.word_views import ADDRESS as SETTINGS
from logger.web.texts import spoken
from logger.web.themes import theme

blueprint = Blueprint("desk", __name__)

PICKS = ("period", "from", "to", "plats")
"""What keeps what is opened of a figure while the date changes."""


@blueprint.get("/oversikt")
def usual_board() -> Response:
    principal, followed = _visitor()
    if len(followed) > 1 and Role.DISTRICT_CHIEF in principal.roles:
        return make_response(redirect("/riket" if len(followed) > FEW else "/omradet", 303))
    usual = boards.usual_of(db.session(), principal, followed, clock.today())
    if usual is not None:
        return make_response(redirect(board_address(usual), 303))
    if not followed:
        if keeps_words(principal):
            return make_response(redirect(SETTINGS, 303))
        raise NotFound
    here = Place(boards.here_first(db.session(), principal, followed)[0].municipality.code, "board")
    return _page("desk/nothing_yet.html", frame=_frame(principal, followed, here))


@blueprint.get("/oversikt/<code>/<key>")
def board(code: str, key: str) -> Response:
    asked, release = f"{spoken()} {theme()} {request.full_path}", current_app.config["CODE"]
    version = board_versions.version_of(db.session(), visit.signed_in(), code, asked, clock.now(), release)
    return unless_known(version) or tagged(_board(code, key), version)


def _board(code: str, key: str) -> Response:
    principal, followed = _visitor()
    shown = boards.board_of(db.session(), principal, _ask(code, key), clock.today())
    days = span_in(request.args, shown.as_of)
    notices = [
        notice(request.args.get("as_of"), shown.as_of),
        span_notice(request.args, days),
        _demo(followed, shown.stored),
    ]
    page = board_page(
        shown,
        request.path,
        notices,
        clock.today(),
        spanned=_spanned(principal, code, key, days),
        nearest=next_places.next_on_board(db.session(), principal, shown, clock.today()),
    )
    pledge = shown.stored.pledge
    beside = beside_words(estimates.estimates_of(db.session(), shown.stored, shown.as_of), pledge)
    frame = _frame(principal, followed, Place(code, "board", key))
    return _page("desk/board.html", page=page, beside=beside, frame=frame)


@blueprint.get("/oversikt/<code>/<key>/<commitment>")
def commitment(code: str, key: str, commitment: str) -> Response:
    principal, followed = _visitor()
    pick = _pick()
    opened = drilldown.open_figure(db.session(), principal, _ask(code, key), commitment, pick, clock.today())
    notices = [*_notices(followed, opened), span_notice(request.args, pick.within)]
    page = drilldown_page(opened, _picker(opened, *PICKS), notices, _back(opened), _list(code))
    beside, lines = _beside(opened)
    frame = _frame(principal, followed, Place(code, "board", key))
    return _page("desk/commitment.html", page=page, beside=beside, beside_lines=lines, frame=frame)


@blueprint.get("/oversikt/<code>/<key>/<commitment>/<uuid:activity_id>")
def weighed(code: str, key: str, commitment: str, activity_id: UUID) -> Response:
    principal, followed = _visitor()
    found = weighing.weigh(
        db.session(), principal, _ask(code, key), commitment, str(activity_id), clock.today()
    )
    page = weighed_page(found, _query(found.stored, found.as_of))
    return _page("desk/weighed.html", page=page, frame=_frame(principal, followed, Place(code, "board", key)))


@blueprint.get("/narvaro/<code>/<key>/<commitment>")
def presence_of(code: str, key: str, commitment: str) -> Response:
    principal, followed = _visitor()
    pick = _pick()
    wanted = presence.Wanted(commitment, day_in(request.args.get("week")), pick.within)
    opened = presence.presence_of(db.session(), principal, _ask(code, key), wanted, clock.today())
    how = f"{board_address(opened.stored)}/{commitment}"
    notices = [*_notices(followed, opened), span_notice(request.args, pick.within)]
    planned = _planned(principal, opened)
    page = presence_page(
        opened, _picker(opened, "from", "to"), notices, request.path, how, _list(code), planned
    )
    frame = _frame(principal, followed, Place(code, "presence", key))
    return _page("desk/presence.html", page=page, beside=_beside(opened)[0], frame=frame)


def _planned(principal: Principal, opened: Drilldown) -> Sequence[Planned]:
    """What is planned for the period under way."""
    today, commitment = clock.today(), opened.row.commitment
    days = days_under_way(opened, today)
    return planned_soon(db.session(), principal, opened.stored, commitment, days, today) if days else ()


def _visitor() -> tuple[Principal, tuple[Followed, ...]]:
    """Who asks, and whose figures they may see."""
    principal = visit.signed_in()
    return principal, boards.followed_by(db.session(), principal)


def _frame(principal: Principal, followed: Sequence[Followed], here: Place) -> Frame:
    return framed(principal, followed, here)


def _ask(code: str, key: str) -> Ask:
    return Ask(code, key, day_in(request.args.get("as_of")))


def _spanned(principal: Principal, code: str, key: str, days: Days | None) -> Spanned | None:
    """What was done in the picked period; None while none is picked."""
    if days is None:
        return None
    return Spanned(days, spans.done_on(db.session(), principal, _ask(code, key), days, clock.today()))


def _pick() -> Pick:
    """What of a figure the address opens."""
    shown = day_in(request.args.get("as_of")) or clock.today()
    within = span_in(request.args, shown)
    return Pick(day_in(request.args.get("period")), within, request.args.get("plats") or None)


def _picker(opened: Drilldown, *kept: str) -> Picker:
    usual = boards.usual_day(opened.stored.pledge, clock.today())
    fields = {name: request.args[name] for name in kept if name in request.args}
    return picker(opened.as_of, usual, clock.today(), request.path, fields)


def _notices(followed: Sequence[Followed], opened: Drilldown) -> list[str]:
    return [notice(request.args.get("as_of"), opened.as_of), _demo(followed, opened.stored)]


def _beside(opened: Drilldown) -> tuple[str, tuple[EstimateLine, ...]]:
    """What books kept before say of the commitment, and their lines; empty where they say nothing."""
    stored, name = opened.stored, opened.row.commitment.id
    found = estimates.estimates_of(db.session(), stored, opened.as_of)
    if name not in found:
        return "", ()
    words = ActivityWords(opened.words, opened.ledger.places)
    return beside_words(found, stored.pledge)[name], beside_lines(found[name], words)


def _demo(followed: Sequence[Followed], stored: StoredPledge) -> str:
    others = next(each.pledges for each in followed if each.municipality.code == stored.municipality)
    return demo_notice(stored, others)


def _back(opened: Drilldown) -> str:
    return board_address(opened.stored) + _query(opened.stored, opened.as_of)


def _query(stored: StoredPledge, as_of: date) -> str:
    """The query that keeps the date; empty on the usual day."""
    usual = boards.usual_day(stored.pledge, clock.today())
    return "" if as_of == usual else f"?as_of={as_of.isoformat()}"


def _list(code: str) -> str:
    return f"/aktiviteter/{code}"


def _page(template: str, **shown: object) -> Response:
    return make_response(render_template(template, **shown))
