"""Being reminded: under which key a browser asks for it, asking, and asking no more."""

from typing import Any

from flask import Response, current_app

from logger import clock, visit
from logger.api import moderation
from logger.api.answers import answered
from logger.api.doors import Doors
from logger.api.push_schemas import PushAddressSchema, PushKeySchema, PushSubscriptionSchema
from logger.domain.phones.browsers import Browser
from logger.domain.phones.push_services import is_of_a_push_service
from logger.domain.refusing.push_refusals import PushNotSetUp, UnknownPushService
from logger.extensions import db
from logger.services.letters import push_subscriptions

blueprint = Doors("push", __name__, url_prefix="/api/v1/push", description="Påminnelser")


@blueprint.before_request
def _require_a_moderate_user() -> None:
    moderation.require_moderation_of_address()
    moderation.require_moderation_of_user(visit.signed_in().user_id)


@blueprint.get("/key")
@blueprint.response(200, PushKeySchema)
@blueprint.doc(summary="Nyckeln som en webbläsare ber om påminnelser med")
def read_key() -> Response:
    """The public key to subscribe under; null where this installation reminds nobody."""
    return answered({"public_key": _public_key()})


@blueprint.post("/subscriptions")
@blueprint.arguments(PushSubscriptionSchema, error_status_code=422)
@blueprint.response(204)
@blueprint.doc(summary="Påminn i den här webbläsaren; samma fråga igen förnyar")
def subscribe(asked: dict[str, Any]) -> Response:
    """Remind the signed-in person in this browser."""
    if _public_key() is None:
        raise PushNotSetUp
    if not is_of_a_push_service(asked["endpoint"], current_app.config["PUSH_SERVICES"]):
        raise UnknownPushService
    browser = Browser(asked["endpoint"], asked["keys"]["p256dh"], asked["keys"]["auth"], asked["language"])
    stream_id = asked["stream_id"] and str(asked["stream_id"])
    push_subscriptions.subscribe(db.session(), visit.sign_in(), browser, stream_id, clock.now())
    return Response(status=204)


@blueprint.delete("/subscriptions")
@blueprint.arguments(PushAddressSchema, error_status_code=422)
@blueprint.response(204)
@blueprint.doc(summary="Påminn inte längre i den här webbläsaren")
def unsubscribe(asked: dict[str, str]) -> Response:
    """Remind no more in this browser; not reminding already is as good."""
    push_subscriptions.unsubscribe(db.session(), visit.sign_in(), asked["endpoint"])
    return Response(status=204)


def _public_key() -> str | None:
    key = current_app.config["PUSH_KEY"]
    return str(key).partition(".")[2] if key else None
