"""Signing in and out by program, who is signed in, and in which municipality."""

from typing import Any

from flask import Response, current_app

from logger import clock, visit
from logger.api.answers import answered
from logger.api.doors import Doors
from logger.api.session_schemas import (
    CredentialsSchema,
    MunicipalityChoiceSchema,
    SessionSchema,
    WhoIsHereSchema,
)
from logger.domain.entering.batches import ENTRIES_KEPT_DAYS
from logger.domain.people.people import Principal
from logger.domain.refusing.refusals import ShutOut
from logger.extensions import db
from logger.services.boards.whereabouts import move_to, whereabouts
from logger.services.people import signing_in
from logger.services.people.password_hashing import PasswordHashing

blueprint = Doors("session", __name__, url_prefix="/api/v1", description="Inloggning")


@blueprint.get("/session")
@blueprint.arguments(WhoIsHereSchema, location="query")
@blueprint.response(200, SessionSchema)
@blueprint.alt_response(204, description="Ingen är inloggad, och frågan var om någon är det")
@blueprint.doc(summary="Vem som är inloggad, och var")
def read_session(query: dict[str, bool]) -> Response:
    """Who is signed in, and where they may work."""
    if visit.who() is None and visit.shut_out():
        raise ShutOut
    if visit.who() is None and query["or_nobody"]:
        return Response(status=204)
    return answered(_session(visit.signed_in()))


@blueprint.post("/session")
@blueprint.arguments(CredentialsSchema, error_status_code=422)
@blueprint.response(200, SessionSchema)
@blueprint.doc(summary="Logga in; svaret bär inloggningens kaka")
def begin_session(credentials: dict[str, str]) -> Response:
    """Sign in; the answer carries the session's cookie."""
    attempt = signing_in.Attempt(
        email=credentials["email"],
        password=credentials["password"],
        network=visit.network(),
        replaces=visit.session_secret(),
        browser=visit.browser(),
        shown_as=visit.shown_as(),
    )
    hashing: PasswordHashing = current_app.config["PASSWORD_HASHING"]
    begun = signing_in.sign_in(db.session(), attempt, hashing, clock.now())
    return visit.keep_session(answered(_session(begun.principal)), begun)


@blueprint.delete("/session")
@blueprint.response(204)
@blueprint.doc(summary="Logga ut")
def end_session() -> Response:
    """Sign out; signed out already is as good."""
    secret = visit.session_secret()
    if secret is not None:
        signing_in.sign_out(db.session(), secret, clock.now())
    return visit.drop_session(Response(status=204))


@blueprint.put("/session/municipality")
@blueprint.arguments(MunicipalityChoiceSchema, error_status_code=422)
@blueprint.response(200, SessionSchema)
@blueprint.doc(summary="Byt kommun")
def choose_municipality(choice: dict[str, str]) -> Response:
    """Work in another of one's municipalities from now on."""
    principal = visit.signed_in()
    move_to(db.session(), principal, choice["code"])
    return answered(_session(principal))


def _session(principal: Principal) -> dict[str, Any]:
    here = whereabouts(db.session(), principal)
    return {
        "user": {
            "id": principal.user_id,
            "name": principal.name,
            "organisation": principal.organisation,
            "role": here.role,
        },
        "municipalities": [
            {"code": each.code, "name": each.name, "slug": each.slug} for each in here.municipalities
        ],
        "current": here.current,
        "server_now": clock.now(),
        "entries_kept_days": ENTRIES_KEPT_DAYS,
    }
