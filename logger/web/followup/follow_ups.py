"""Doors to follow-ups: the period just ended, one period, and what is entered by hand about a commitment."""

from collections.abc import Mapping

from flask import Blueprint, Response, make_response, redirect, render_template, request

from logger import clock, visit
from logger.domain.follow_up.follow_up_periods import Rhythm, just_ended
from logger.domain.follow_up.follow_ups import Note
from logger.domain.people.people import Principal
from logger.extensions import db
from logger.services.boards import boards
from logger.services.boards.boards import Ask
from logger.services.follow_up import follow_ups
from logger.services.refusal_answers import Answer
from logger.web.desk_frame import Place, around
from logger.web.followup.embedding import embedding
from logger.web.followup.follow_up_numbers_page import numbers_page
from logger.web.followup.follow_up_page import follow_up_page
from logger.web.own_addresses import site_address

blueprint = Blueprint("follow_ups", __name__, url_prefix="/uppfoljning")


@blueprint.get("")
def usual() -> Response:
    pledge = boards.usual_pledge(db.session(), visit.signed_in(), clock.today())
    return make_response(redirect(f"/uppfoljning/{pledge.municipality}/{pledge.key}", 303))


@blueprint.get("/<code>/<key>")
def newest(code: str, key: str) -> Response:
    stored = boards.pledge_for(db.session(), visit.signed_in(), Ask(code, key))
    asked = request.args.get("rytm", "")
    rhythm = Rhythm(asked) if asked in set(Rhythm) else Rhythm.MONTH
    period = just_ended(stored.pledge, rhythm, clock.today())
    return make_response(redirect(f"/uppfoljning/{code}/{key}/{period.address}", 303))


@blueprint.get("/<code>/<key>/<period>")
def follow_up(code: str, key: str, period: str) -> Response:
    return shown(visit.signed_in(), code, key, period)


@blueprint.get("/<code>/<key>/<period>/uppgifter/<commitment>")
def numbers(code: str, key: str, period: str, commitment: str) -> Response:
    return numbers_shown(visit.signed_in(), code, key, period, commitment)


def shown(
    principal: Principal,
    code: str,
    key: str,
    period: str,
    answer: Answer | None = None,
    typed: Mapping[str, Note] | None = None,
) -> Response:
    """The page of a follow-up, with what was refused and what was typed."""
    opened = follow_ups.open_follow_up(db.session(), principal, code, key, period, clock.today())
    html = render_template(
        "desk/follow_up/page.html",
        page=follow_up_page(opened, clock.today(), typed),
        embedding=embedding(opened, site_address()),
        problem=answer.detail if answer else "",
        faults=answer.fields if answer else {},
        typed=request.form if answer else {},
        frame=around(principal, Place(code, "follow_ups", key)),
    )
    return make_response(html, answer.status if answer else 200)


def numbers_shown(
    principal: Principal,
    code: str,
    key: str,
    period: str,
    commitment: str,
    answer: Answer | None = None,
) -> Response:
    """The page of what is entered about a commitment."""
    opened, rows = follow_ups.open_numbers(db.session(), principal, code, key, period, clock.today())
    html = render_template(
        "desk/follow_up/numbers.html",
        page=numbers_page(opened, rows, commitment),
        problem=answer.detail if answer else "",
        faults=answer.fields if answer else {},
        typed=request.form if answer else {},
        frame=around(principal, Place(code, "follow_ups", key)),
    )
    return make_response(html, answer.status if answer else 200)
