"""Doors to one commitment of a draft: its form, its live sentence, a trial of its rule, and saving it."""

from flask import Blueprint, Response, jsonify, make_response, render_template, request

from logger import clock, visit
from logger.domain.people.people import Principal
from logger.domain.refusing.desk_refusals import DeskRefusal
from logger.extensions import db
from logger.services.pledges import pledge_drafting, rule_trials
from logger.services.refusal_answers import Answer
from logger.web.desk_frame import Place, around
from logger.web.going_on import back_to
from logger.web.pledges.coach_words import Sentence, sentence
from logger.web.pledges.commitment_form import commitment_form
from logger.web.pledges.editing import Editing, opened_for, pressed, typed_in
from logger.web.pledges.trial_view import TrialView, days_in, trial_view
from logger.web.refused import answer_to
from logger.web.whole_numbers import whole

blueprint = Blueprint("commitment_editor", __name__, url_prefix="/loften/<code>/<key>/utkast")
SAVE, TRY = "spara", "prova"


@blueprint.get("/atagande", defaults={"commitment": None})
@blueprint.get("/atagande/<commitment>")
def edit(code: str, key: str, commitment: str | None) -> Response:
    principal = visit.signed_in()
    editing = _editing(principal, code, key, commitment)
    said = sentence(editing.read(), editing.opened.known) if commitment else Sentence()
    return _form(principal, editing, commitment, said)


@blueprint.post("/atagande", defaults={"commitment": None})
@blueprint.post("/atagande/<commitment>")
def write(code: str, key: str, commitment: str | None) -> Response:
    principal, deed = visit.signed_in(), request.form.get("gor", "")
    editing = pressed(typed_in(_editing(principal, code, key, commitment), request.form), deed)
    faults, read = editing.faults(), editing.read()
    said = sentence(read, editing.opened.known)
    if deed != SAVE or faults:
        trial = _trial(principal, code, editing, deed)
        return _form(principal, editing, commitment, said, trial=trial, status=422 if deed == SAVE else 200)
    try:
        pledge_drafting.change(db.session(), principal, code, key, editing.change(), clock.now())
    except DeskRefusal as refusal:
        return _form(principal, editing, commitment, said, answer=answer_to(refusal))
    return back_to(f"/loften/{code}/{key}/utkast", editing.named["id"])


@blueprint.post("/mening")
def say(code: str, key: str) -> Response:
    """The sentence of what is in the form just now, for the script beside it."""
    principal, stands = visit.signed_in(), request.form.get("stands") or None
    editing = typed_in(_editing(principal, code, key, stands), request.form)
    said = sentence(editing.read(), editing.opened.known)
    return jsonify({"target": said.target, "rule": said.rule, "scale": said.scale, "notes": said.notes})


def _editing(principal: Principal, code: str, key: str, commitment: str | None) -> Editing:
    opened = pledge_drafting.open_draft(db.session(), principal, code, key)
    area = request.args.get("omrade") or request.form.get("area") or ""
    return opened_for(opened, commitment, whole(area, 4) or 0)


def _trial(principal: Principal, code: str, editing: Editing, deed: str) -> TrialView:
    days, shown = days_in(request.form, clock.today())
    read = editing.read()
    name, _, page = deed.partition(":")
    if name != TRY or days is None or read.commitment is None:
        return shown
    trial = rule_trials.try_rule(db.session(), principal, code, read, days, whole(page, 5) or 0)
    return trial_view(trial, editing.opened.known)


def _form(
    principal: Principal,
    editing: Editing,
    commitment: str | None,
    said: Sentence,
    *,
    trial: TrialView | None = None,
    answer: Answer | None = None,
    status: int = 200,
) -> Response:
    draft, opened = editing.opened.draft, editing.opened
    touched = request.method == "POST"
    faults = editing.faults() if touched else {}
    html = render_template(
        "desk/pledges/commitment.html",
        form=commitment_form(editing.draft, editing.spot, editing.commitment, opened.known, faults),
        said=said,
        trial=trial or days_in(request.form, clock.today())[1],
        stands=commitment or "",
        mark=editing.mark,
        back=f"/loften/{draft.municipality}/{draft.key}/utkast",
        problem=answer.detail if answer else "",
        frame=around(principal, Place(draft.municipality, "pledges", draft.key)),
    )
    return make_response(html, answer.status if answer else status)
