"""Doors to a municipality's school terms: look at them, change them."""

from collections.abc import Mapping

from flask import Blueprint, Response, make_response, render_template, request

from logger import clock, visit
from logger.domain.people.people import Principal
from logger.domain.periods import Season
from logger.domain.planning.school_terms import SchoolTerms
from logger.domain.refusing.desk_refusals import DeskRefusal
from logger.extensions import db
from logger.services.plan import school_terms
from logger.services.refusal_answers import Answer, answer_to
from logger.web.desk_frame import Place, around
from logger.web.going_on import back_to
from logger.web.plan.plan_form import month_day_in
from logger.web.plan.plan_words import terms_address
from logger.web.pledges.typed import shown_month_day

blueprint = Blueprint("school_terms", __name__, url_prefix="/installningar/skolterminer")


@blueprint.get("/<code>")
def terms(code: str) -> Response:
    principal = visit.signed_in()
    found = school_terms.terms_for(db.session(), principal, code)
    return _page(principal, code, _shown(found))


@blueprint.post("/<code>")
def change(code: str) -> Response:
    principal, form = visit.signed_in(), request.form
    spring, autumn = (
        Season(month_day_in(form, f"{term}_opens"), month_day_in(form, f"{term}_closes"))
        for term in ("spring", "autumn")
    )
    try:
        school_terms.change(db.session(), principal, code, SchoolTerms(spring, autumn), clock.now())
    except DeskRefusal as refusal:
        return _page(principal, code, form, answer_to(refusal))
    return back_to("/plan", "skolterminer")


def _page(
    principal: Principal, code: str, typed: Mapping[str, str], answer: Answer | None = None
) -> Response:
    html = render_template(
        "desk/plan/terms.html",
        action=terms_address(code),
        typed=typed,
        faults=answer.fields if answer else {},
        frame=around(principal, Place(code, "plans")),
    )
    return make_response(html, answer.status if answer else 200)


def _shown(terms: SchoolTerms) -> Mapping[str, str]:
    return {
        f"{name}_{bound}": shown_month_day(f"{month:02}-{day:02}")
        for name, term in terms.by_name.items()
        for bound, (month, day) in (("opens", term.opens), ("closes", term.closes))
    }
