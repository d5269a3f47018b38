"""Doors to what is done about a follow-up: written, decided, put forward, approved, sent back, published."""

from collections.abc import Callable

from flask import Blueprint, Response, request

from logger import clock, visit
from logger.domain.people.people import Principal
from logger.domain.refusing.desk_refusals import DeskRefusal
from logger.extensions import db
from logger.services.boards import boards
from logger.services.boards.boards import Ask
from logger.services.follow_up import follow_up_approval, follow_up_numbers, follow_up_work
from logger.services.follow_up.follow_up_work import Where
from logger.services.follow_up.follow_ups import mark_of
from logger.services.plan import plan_work
from logger.services.plan.plan_work import PlanOf
from logger.services.publishing import publishing
from logger.web.followup.follow_up_form import decision_in, indicator_in, mark_in, notes_in, report_in
from logger.web.followup.follow_ups import numbers_shown, shown
from logger.web.going_on import SAVED, back_to
from logger.web.refused import answer_to

blueprint = Blueprint("follow_up_deeds", __name__, url_prefix="/uppfoljning/<code>/<key>/<period>")
PUT_FORWARD, DONE = "lagg-fram", "gjort"


@blueprint.post("")
def write(code: str, key: str, period: str) -> Response:
    principal, where, now = visit.signed_in(), Where(code, key, period), clock.now()
    stored = boards.pledge_for(db.session(), principal, Ask(code, key))
    notes = notes_in(request.form, (each.id for each in stored.pledge.commitments))
    try:
        follow_up_work.write(db.session(), principal, where, notes, request.form.get("mark", ""), now)
        if request.form.get("gor") == PUT_FORWARD:
            follow_up_approval.propose(db.session(), principal, where, mark_of(notes), now)
    except DeskRefusal as refusal:
        return shown(principal, code, key, period, answer_to(refusal), notes)
    return _to(where, "gang" if request.form.get("gor") == PUT_FORWARD else SAVED)


@blueprint.post("/beslut")
def decide(code: str, key: str, period: str) -> Response:
    decision, now = decision_in(request.form), clock.now()
    return _done(
        Where(code, key, period),
        lambda principal, where: follow_up_work.decide(db.session(), principal, where, decision, now),
        "beslut",
    )


@blueprint.post("/beslut/<uuid:decision>/bort")
def undecide(code: str, key: str, period: str, decision: object) -> Response:
    now = clock.now()
    return _done(
        Where(code, key, period),
        lambda principal, where: follow_up_work.undecide(db.session(), principal, where, str(decision), now),
        "beslut",
    )


@blueprint.post("/beslut/<uuid:decision>/gjort")
def carry_out(code: str, key: str, period: str, decision: object) -> Response:
    done_on, now = clock.today() if request.form.get("gor") == DONE else None, clock.now()
    return _done(
        Where(code, key, period),
        lambda principal, where: follow_up_work.carry_out(
            db.session(), principal, where, str(decision), now, done_on
        ),
        "beslut",
    )


@blueprint.post("/beslut/<uuid:decision>/planera")
def plan(code: str, key: str, period: str, decision: object) -> Response:
    now = clock.now()
    return _done(
        Where(code, key, period),
        lambda principal, where: plan_work.plan_decision(
            db.session(), principal, PlanOf(where.municipality, where.pledge), str(decision), now
        ),
        "beslut",
    )


@blueprint.post("/godkann")
def approve(code: str, key: str, period: str) -> Response:
    sha256, now = request.form.get("sha256", ""), clock.now()
    return _done(
        Where(code, key, period),
        lambda principal, where: follow_up_approval.approve(db.session(), principal, where, sha256, now),
        "gang",
    )


@blueprint.post("/tillbaka")
def send_back(code: str, key: str, period: str) -> Response:
    sha256, why, now = request.form.get("sha256", ""), request.form.get("reason", ""), clock.now()
    return _done(
        Where(code, key, period),
        lambda principal, where: follow_up_approval.send_back(
            db.session(), principal, where, sha256, why, now
        ),
        "gang",
    )


@blueprint.post("/publicera")
def publish(code: str, key: str, period: str) -> Response:
    now = clock.now()
    return _done(
        Where(code, key, period),
        lambda principal, where: publishing.publish(db.session(), principal, where, now),
        "gang",
    )


@blueprint.post("/uppgifter/<commitment>")
def enter(code: str, key: str, period: str, commitment: str) -> Response:
    principal, where, now, form = visit.signed_in(), Where(code, key, period), clock.now(), request.form
    try:
        match form.get("slag", ""):
            case "milstolpe":
                follow_up_numbers.enter_mark(db.session(), principal, where, mark_in(form, commitment), now)
            case "manad":
                report = report_in(form, commitment)
                follow_up_numbers.enter_report(db.session(), principal, where, report, now)
            case _:
                indicator = indicator_in(form, commitment)
                follow_up_numbers.enter_indicator(db.session(), principal, where, indicator, now)
    except DeskRefusal as refusal:
        return numbers_shown(principal, code, key, period, commitment, answer_to(refusal))
    return back_to(f"/uppfoljning/{code}/{key}/{period}/uppgifter/{commitment}")


@blueprint.post("/uppgifter/<commitment>/<uuid:indicator>/bort")
def drop(code: str, key: str, period: str, commitment: str, indicator: object) -> Response:
    where = Where(code, key, period)
    follow_up_numbers.drop_indicator(db.session(), visit.signed_in(), where, str(indicator), clock.now())
    return back_to(f"/uppfoljning/{code}/{key}/{period}/uppgifter/{commitment}")


def _done(where: Where, deed: Callable[[Principal, Where], object], anchor: str) -> Response:
    """Do it, and show the page: anew, or with why it was not done."""
    principal = visit.signed_in()
    try:
        deed(principal, where)
    except DeskRefusal as refusal:
        return shown(principal, *where.key, answer_to(refusal))
    return _to(where, anchor)


def _to(where: Where, anchor: str) -> Response:
    return back_to(f"/uppfoljning/{'/'.join(where.key)}", anchor)
