"""Doors to a new pledge: begun from the paper, or brought in as a file."""

from flask import Blueprint, Response, make_response, redirect, render_template, request

from logger import clock, visit
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, require
from logger.domain.pledge_files.pledge_export import Document
from logger.domain.refusing.desk_refusals import DeskRefusal
from logger.domain.refusing.refusals import PledgeFileFaulty
from logger.extensions import db
from logger.services.pledges import pledge_decisions, pledge_drafting
from logger.services.refusal_answers import Answer
from logger.web.desk_frame import Place, around
from logger.web.pledges.heading_form import HeadingForm, faults_in, heading_form, heading_in
from logger.web.pledges.pledge_upload import Upload, faulty_lines, read_upload
from logger.web.refused import answer_to

blueprint = Blueprint("new_pledges", __name__, url_prefix="/loften/<code>")
EMPTY: Document = {"parties": ["police", "municipality"]}


@blueprint.get("/nytt")
def new(code: str) -> Response:
    principal = _writer(code)
    known = pledge_drafting.known_in(db.session(), code)
    return _new(principal, code, heading_form(EMPTY, known.words))


@blueprint.post("/nytt")
def begin(code: str) -> Response:
    principal = _writer(code)
    known, heading = pledge_drafting.known_in(db.session(), code), heading_in(request.form)
    faults = faults_in({"format": 1, "municipality": code}, heading, known)
    if faults:
        return _new(principal, code, heading_form(heading, known.words, faults), status=422)
    key = pledge_drafting.begin(db.session(), principal, code, heading, clock.now())
    return make_response(redirect(f"/loften/{code}/{key}/utkast", 303))


@blueprint.post("/nytt/las-in")
def bring_in(code: str) -> Response:
    principal = _writer(code)
    upload = read_upload(request)
    try:
        brought = pledge_decisions.bring_in(
            db.session(), principal, code, upload.text, upload.why, clock.now()
        )
    except (PledgeFileFaulty, DeskRefusal) as refusal:
        known = pledge_drafting.known_in(db.session(), code)
        return _new(principal, code, heading_form(EMPTY, known.words), upload, answer_to(refusal))
    return make_response(redirect(f"/loften/{code}/{brought.key}?version={brought.number}", 303))


def _writer(code: str) -> Principal:
    principal = visit.signed_in()
    require(principal, Action.READ, Resource.DRAFT, code)
    return require(principal, Action.EDIT, Resource.DRAFT, code)


def _new(
    principal: Principal,
    code: str,
    form: HeadingForm,
    upload: Upload | None = None,
    answer: Answer | None = None,
    *,
    status: int = 200,
) -> Response:
    html = render_template(
        "desk/pledges/new.html",
        form=form,
        action=f"/loften/{code}/nytt",
        upload=f"/loften/{code}/nytt/las-in",
        why=upload.why if upload else "",
        lines=faulty_lines(answer.detail, upload.text) if answer and upload and not answer.fields else (),
        upload_faults=answer.fields if answer else {},
        frame=around(principal, Place(code, "pledges")),
    )
    return make_response(html, answer.status if answer else status)
