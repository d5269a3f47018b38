"""Doors to the people that somebody keeps: the list, one person, and the form for somebody new."""

from collections.abc import Mapping
from uuid import UUID

from flask import Blueprint, Response, current_app, make_response, render_template, request

from logger import clock, visit
from logger.domain.people.invitations import MadeCode
from logger.domain.people.new_people import NewPerson
from logger.domain.personal_data import presentable
from logger.domain.refusing.desk_refusals import DeskRefusal
from logger.domain.refusing.people_refusals import PersonFaulty
from logger.extensions import db
from logger.services.people import inviting, people_list
from logger.services.people.people_list import Shown, Sought
from logger.services.people.people_rights import NO_ROLE
from logger.web.refused import answer_to
from logger.web.settings import step_up
from logger.web.settings.invite_views import code_page, invite_page
from logger.web.settings.people_views import people_page, person_page
from logger.web.settings.role_words import grant_typed
from logger.web.settings.settings_frame import PEOPLE, around_people
from logger.web.settings.word_views import NOTHING_TOLD, Told
from logger.web.whole_numbers import whole

FIELDS = ("name", "email", "organisation", "role", "where")

blueprint = Blueprint("people_pages", __name__)


@blueprint.get(PEOPLE)
def listed() -> Response:
    principal, sought, now = visit.signed_in(), _sought(), clock.now()
    page = people_page(people_list.listed(db.session(), principal, sought, now), sought, now)
    return make_response(
        render_template("desk/people.html", page=page, address=PEOPLE, frame=around_people(principal))
    )


@blueprint.get(f"{PEOPLE}/<uuid:user_id>")
def opened(user_id: UUID) -> Response:
    return shown(str(user_id))


@blueprint.get(f"{PEOPLE}/ny")
def new() -> Response:
    return _form({}, NOTHING_TOLD)


@blueprint.post(f"{PEOPLE}/ny")
def invite() -> Response:
    typed = {name: presentable(request.form.get(name, "")) for name in FIELDS}
    people_list.inviting(db.session(), visit.signed_in())
    try:
        hashing, new = current_app.config["PASSWORD_HASHING"], _typed(typed)
        made = inviting.invite(db.session(), step_up.proved(), new, hashing, clock.now())
    except step_up.REFUSALS as refusal:
        return step_up.ask(refusal, f"{PEOPLE}/ny")
    except DeskRefusal as refusal:
        return _form(typed, told_of(refusal))
    return code_shown(made.code, f"{PEOPLE}/{made.user_id}")


def shown(user_id: str, told: Told = NOTHING_TOLD, typed: Mapping[str, str] | None = None) -> Response:
    """The page of one person, with what a form was answered."""
    principal, now = visit.signed_in(), clock.now()
    found = people_list.opened(db.session(), principal, user_id, now)
    page = person_page(found, told, typed or {}, now)
    html = render_template("desk/person.html", page=page, frame=around_people(principal))
    return make_response(html, told.status)


def code_shown(made: MadeCode, back: str) -> Response:
    """The page with a code just made. It is the answer itself, for the code is kept nowhere."""
    page, frame = code_page(made, back), around_people(visit.signed_in())
    return make_response(render_template("desk/code_made.html", page=page, frame=frame))


def told_of(refusal: DeskRefusal) -> Told:
    """What a form is answered with."""
    answer = answer_to(refusal)
    return Told(answer.status, answer.detail, answer.fields)


def _typed(typed: Mapping[str, str]) -> NewPerson:
    grant = grant_typed(typed)
    if grant is None:
        raise PersonFaulty(fields=NO_ROLE)
    return NewPerson(typed["name"], typed["email"], typed["organisation"], grant)


def _form(typed: Mapping[str, str], told: Told) -> Response:
    principal = visit.signed_in()
    page = invite_page(people_list.inviting(db.session(), principal), typed, told)
    html = render_template("desk/person_new.html", page=page, frame=around_people(principal))
    return make_response(html, told.status)


def _sought() -> Sought:
    shown, page = request.args.get("visa", ""), request.args.get("sida", "")
    wanted = Shown(shown) if shown in set(Shown) else Shown.ALL
    return Sought(request.args.get("q", "")[:80].strip(), wanted, whole(page, 4) or 1)
