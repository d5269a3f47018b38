"""The page of one activity as an answer, with what was wrong with a form on it that was sent."""

from dataclasses import dataclass

from flask import Response, make_response, render_template, request

from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, allowed
from logger.domain.refusing.desk_refusals import DeskRefusal
from logger.extensions import db
from logger.services.activities import activity_lists, merging
from logger.web.activities.activity_page import activity_page
from logger.web.desk_frame import Place, around
from logger.web.refused import answer_to


@dataclass(frozen=True, slots=True)
class Told:
    """What a form on the page was answered; `form` is "strike", or the id of the activity to merge with."""

    form: str
    refusal: DeskRefusal


def activity_shown(principal: Principal, code: str, activity_id: str, told: Told | None = None) -> Response:
    """The page, once more with what was wrong where something was told."""
    opened = activity_lists.open_activity(db.session(), principal, code, activity_id)
    may = allowed(principal, Action.CORRECT, Resource.ACTIVITY, code, author=opened.stored.author)
    alike = merging.alike_beside(db.session(), principal, opened.stored) if may else None
    answer = answer_to(told.refusal) if told else None
    wrong = answer.fields.get("reason") if answer else None
    html = render_template(
        "desk/activity.html",
        page=activity_page(opened, f"/aktiviteter/{code}", alike),
        frame=around(principal, Place(code, "activities")),
        problem=answer.detail if answer else "",
        said={told.form: request.form.get("reason", "")} if told else {},
        faults={told.form: wrong} if told and wrong else {},
    )
    return make_response(html, answer.status if answer else 200)
