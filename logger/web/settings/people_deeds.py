"""Doors to what is done about somebody: named, shut out, let in, given a code, given and taken roles."""

from collections.abc import Callable
from uuid import UUID

from flask import Blueprint, Response, current_app, request

from logger import clock
from logger.domain.people.invitations import MadeCode
from logger.domain.people.new_people import Details
from logger.domain.personal_data import presentable
from logger.domain.refusing.desk_refusals import DeskRefusal
from logger.extensions import db
from logger.services.people import keeping
from logger.services.people.keeping import Asked
from logger.web.going_on import back_to
from logger.web.settings import step_up
from logger.web.settings.people_pages import code_shown, shown, told_of
from logger.web.settings.role_words import grant_typed
from logger.web.settings.settings_frame import PEOPLE

blueprint = Blueprint("people_deeds", __name__, url_prefix=f"{PEOPLE}/<uuid:user_id>")


@blueprint.post("/stang-ute")
def shut_out(user_id: UUID) -> Response:
    return _do(user_id, lambda asked: keeping.shut_out(db.session(), asked, clock.now()))


@blueprint.post("/slapp-in")
def let_in(user_id: UUID) -> Response:
    return _do(user_id, lambda asked: keeping.let_in(db.session(), asked, clock.now()))


@blueprint.post("/uppgifter")
def change_details(user_id: UUID) -> Response:
    new = Details(*(presentable(request.form.get(name, "")) for name in ("name", "email")))
    return _do(user_id, lambda asked: keeping.change_details(db.session(), asked, new, clock.now()))


@blueprint.post("/kod")
def make_code(user_id: UUID) -> Response:
    hashing = current_app.config["PASSWORD_HASHING"]
    return _do(user_id, lambda asked: keeping.make_code(db.session(), asked, hashing, clock.now()))


@blueprint.post("/kod/ta-tillbaka")
def take_code_back(user_id: UUID) -> Response:
    return _do(user_id, lambda asked: keeping.take_code_back(db.session(), asked, clock.now()))


@blueprint.post("/roll")
def give_role(user_id: UUID) -> Response:
    return _do(
        user_id,
        lambda asked: keeping.give_role(db.session(), asked, grant_typed(request.form), clock.now()),
    )


@blueprint.post("/roll/<uuid:grant_id>/avsluta")
def end_role(user_id: UUID, grant_id: UUID) -> Response:
    return _do(user_id, lambda asked: keeping.end_role(db.session(), asked, str(grant_id), clock.now()))


def _do(user_id: UUID, deed: Callable[[Asked], MadeCode | None]) -> Response:
    here = f"{PEOPLE}/{user_id}"
    try:
        made = deed(Asked(step_up.proved(), str(user_id), request.form.get("version", "")))
    except step_up.REFUSALS as refusal:
        return step_up.ask(refusal, here)
    except DeskRefusal as refusal:
        return shown(str(user_id), told_of(refusal), request.form)
    return back_to(here) if made is None else code_shown(made, here)
