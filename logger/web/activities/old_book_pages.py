"""Doors for sheets kept before: bring one, look at it line by line, take it in, take it out again."""

from uuid import UUID

from flask import Blueprint, Response, make_response, render_template, request

from logger import clock, visit
from logger.domain.old_books.old_sheets import OldSheet
from logger.domain.old_books.sheet_reading import Chosen
from logger.domain.people.people import Principal
from logger.domain.refusing.desk_refusals import DeskRefusal
from logger.domain.refusing.estimate_refusals import SheetUnreadable
from logger.extensions import db
from logger.services.activities import old_books
from logger.services.activities.old_books import TakingIn
from logger.web.activities.old_book_form import Filled, filled_by, sheet_along, sheet_of
from logger.web.activities.old_book_preview import preview_page
from logger.web.activities.old_book_views import NOTHING_TOLD, Told, books_page
from logger.web.desk_frame import Place, around
from logger.web.going_on import back_to
from logger.web.refused import answer_to

blueprint = Blueprint("old_books", __name__, url_prefix="/aktiviteter/<code>/tidigare")


@blueprint.get("")
def listed(code: str) -> Response:
    return _books(code, visit.signed_in())


@blueprint.post("/granska")
def look(code: str) -> Response:
    principal = old_books.check_may(visit.signed_in(), code)
    try:
        if "sheet" in request.form:
            sheet = sheet_along(request.form)
            return _preview(code, principal, sheet, filled_by(request.form, sheet))
        by = frozenset({principal.organisation})
        return _preview(code, principal, sheet_of(request), Filled(Chosen(organisations=by)))
    except SheetUnreadable as refusal:
        return _books(code, principal, _told(refusal, pasted=request.form.get("pasted", "")))


@blueprint.post("/las-in")
def take_in(code: str) -> Response:
    principal = old_books.check_may(visit.signed_in(), code)
    try:
        sheet = sheet_along(request.form)
    except SheetUnreadable as refusal:
        return _books(code, principal, _told(refusal))
    filled = filled_by(request.form, sheet)
    wanted = TakingIn(sheet, filled.chosen, filled.source, filled.without_faulty)
    try:
        number = old_books.take_in(db.session(), principal, code, wanted, clock.now())
    except DeskRefusal as refusal:
        return _preview(code, principal, sheet, filled, _told(refusal))
    return back_to(f"{_address(code)}?inlasta={number}", "gjort")


@blueprint.post("/<uuid:import_id>/ta-bort")
def take_out(code: str, import_id: UUID) -> Response:
    principal, why = visit.signed_in(), request.form.get("reason", "")
    try:
        old_books.take_out(db.session(), principal, code, str(import_id), why, clock.now())
    except DeskRefusal as refusal:
        return _books(code, principal, _told(refusal, form=str(import_id), reason=why))
    return back_to(_address(code), f"bok-{import_id}")


def _books(code: str, principal: Principal, told: Told = NOTHING_TOLD) -> Response:
    found = old_books.books_of(db.session(), principal, code)
    page = books_page(found, _address(code), request.args.get("inlasta", ""), told)
    html = render_template(
        "desk/old_books.html", page=page, frame=around(principal, Place(code, "activities"))
    )
    return make_response(html, told.status)


def _preview(
    code: str, principal: Principal, sheet: OldSheet, filled: Filled, told: Told = NOTHING_TOLD
) -> Response:
    looked = old_books.look(db.session(), principal, code, sheet, filled.chosen, clock.now())
    html = render_template(
        "desk/old_book.html",
        page=preview_page(looked, filled, _address(code)),
        told=told,
        frame=around(principal, Place(code, "activities")),
    )
    return make_response(html, told.status)


def _told(refusal: DeskRefusal, **more: str) -> Told:
    answer = answer_to(refusal)
    problem = "" if "reason" in answer.fields else answer.detail
    return Told(problem=problem, status=answer.status, faults=answer.fields, **more)


def _address(code: str) -> str:
    return f"/aktiviteter/{code}/tidigare"
