"""Doors to a draft: its heading, focus areas and order; put forward or thrown away."""

from collections.abc import Callable

from flask import Blueprint, Response, make_response, redirect, render_template, request

from logger import clock, visit
from logger.domain.drafting.pledge_drafts import (
    areas_of,
    find,
    heading_of,
    mark_of,
    outline_of,
    with_area,
    with_area_moved,
    with_area_named,
    with_commitment_moved,
    with_heading,
    without_area,
    without_commitment,
)
from logger.domain.people.people import Principal
from logger.domain.pledge_files.pledge_export import Document
from logger.domain.refusing.desk_refusals import DeskRefusal
from logger.domain.refusing.refusals import NotFound
from logger.extensions import db
from logger.services.pledges import pledge_drafting
from logger.services.pledges.pledge_drafting import Change
from logger.services.refusal_answers import Answer
from logger.web.desk_frame import Place, around
from logger.web.going_on import SAVED, back_to
from logger.web.pledges.draft_page import draft_page
from logger.web.pledges.heading_form import HeadingForm, faults_in, heading_form, heading_in
from logger.web.pledges.typed import text
from logger.web.refused import answer_to
from logger.web.texts import t

blueprint = Blueprint("pledge_drafts", __name__, url_prefix="/loften/<code>")
UP, DOWN, AWAY = "upp", "ner", "bort"
STEPS = {UP: -1, DOWN: 1}


@blueprint.get("/<key>/utkast")
def draft(code: str, key: str) -> Response:
    return _draft(visit.signed_in(), code, key)


@blueprint.get("/<key>/utkast/huvud")
def heading(code: str, key: str) -> Response:
    opened = pledge_drafting.open_draft(db.session(), visit.signed_in(), code, key)
    form = heading_form(opened.document, opened.known.words)
    return _heading(code, key, form, mark_of(heading_of(opened.document)))


@blueprint.post("/<key>/utkast/huvud")
def change_heading(code: str, key: str) -> Response:
    principal = visit.signed_in()
    opened = pledge_drafting.open_draft(db.session(), principal, code, key)
    typed, mark = heading_in(request.form), request.form.get("mark", "")
    faults = faults_in(opened.document, typed, opened.known)
    if faults:
        return _heading(code, key, heading_form(typed, opened.known.words, faults), mark, status=422)
    try:
        wanted = Change(mark, heading_of, lambda draft: with_heading(draft, typed))
        pledge_drafting.change(db.session(), principal, code, key, wanted, clock.now())
    except DeskRefusal as refusal:
        stands = pledge_drafting.open_draft(db.session(), principal, code, key).document
        form = heading_form(typed, opened.known.words)
        return _heading(code, key, form, mark_of(heading_of(stands)), answer_to(refusal))
    return _to(code, key)


@blueprint.post("/<key>/utkast/omrade")
def add_area(code: str, key: str) -> Response:
    name = text(request.form, "name")[:200]
    if not name:
        return _draft(visit.signed_in(), code, key, faults={"name": t("Skriv vad fokusområdet heter.")})
    return _changed(code, key, lambda draft: with_area(draft, name), "omraden")


@blueprint.post("/<key>/utkast/omrade/<int:number>")
def change_area(code: str, key: str, number: int) -> Response:
    deed, name = request.form.get("gor", ""), text(request.form, "name")[:200]

    def becomes(draft: Document) -> Document:
        if number >= len(areas_of(draft)):
            raise NotFound
        if deed == AWAY:  # what stands in it is moved or taken away first
            return draft if areas_of(draft)[number]["commitments"] else without_area(draft, number)
        if deed in STEPS:
            return with_area_moved(draft, number, STEPS[deed])
        return with_area_named(draft, number, name) if name else draft

    return _changed(code, key, becomes, "omraden")


@blueprint.post("/<key>/utkast/atagande/<commitment>/ordna")
def move_commitment(code: str, key: str, commitment: str) -> Response:
    deed = request.form.get("gor", "")

    def becomes(draft: Document) -> Document:
        found = find(draft, commitment)
        if found is None:
            raise NotFound
        spot, _ = found
        if deed == AWAY:
            return without_commitment(draft, spot)
        return with_commitment_moved(draft, spot, STEPS.get(deed, 0))

    return _changed(code, key, becomes, "omraden" if deed == AWAY else commitment)


@blueprint.post("/<key>/utkast/lagg-fram")
def propose(code: str, key: str) -> Response:
    principal, why = visit.signed_in(), request.form.get("reason", "")
    try:
        proposed = pledge_drafting.propose(db.session(), principal, code, key, why, clock.now())
    except DeskRefusal as refusal:
        return _draft(principal, code, key, answer_to(refusal), reason=why)
    return back_to(f"/loften/{code}/{key}?version={proposed.number}")


@blueprint.post("/<key>/utkast/kasta")
def discard(code: str, key: str) -> Response:
    pledge_drafting.discard(db.session(), visit.signed_in(), code, key, clock.now())
    return make_response(redirect("/loften", 303))


def _changed(code: str, key: str, becomes: Callable[[Document], Document], anchor: str) -> Response:
    principal = visit.signed_in()
    try:
        wanted = Change(request.form.get("mark", ""), outline_of, becomes)
        pledge_drafting.change(db.session(), principal, code, key, wanted, clock.now())
    except DeskRefusal as refusal:
        return _draft(principal, code, key, answer_to(refusal))
    return _to(code, key, anchor)


def _to(code: str, key: str, anchor: str = SAVED) -> Response:
    return back_to(f"/loften/{code}/{key}/utkast", anchor)


def _draft(
    principal: Principal,
    code: str,
    key: str,
    answer: Answer | None = None,
    *,
    reason: str = "",
    faults: dict[str, str] | None = None,
) -> Response:
    opened = pledge_drafting.open_draft(db.session(), principal, code, key)
    html = render_template(
        "desk/pledges/draft.html",
        page=draft_page(opened, reason),
        problem=answer.detail if answer else "",
        faults=faults or (answer.fields if answer else {}),
        frame=around(principal, Place(code, "pledges", key)),
    )
    return make_response(html, answer.status if answer else (422 if faults else 200))


def _heading(
    code: str, key: str, form: HeadingForm, mark: str, answer: Answer | None = None, *, status: int = 200
) -> Response:
    html = render_template(
        "desk/pledges/heading.html",
        form=form,
        mark=mark,
        back=f"/loften/{code}/{key}/utkast",
        problem=answer.detail if answer else "",
        frame=around(visit.signed_in(), Place(code, "pledges", key)),
    )
    return make_response(html, answer.status if answer else status)
