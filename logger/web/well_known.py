"""Addresses that others agree upon: whom to tell of a weakness (RFC 9116)."""

from datetime import timedelta

from flask import Blueprint, Response, current_app, request

from logger import clock

blueprint = Blueprint("well_known", __name__)


@blueprint.get("/.well-known/security.txt")
def security() -> Response:
    # The date moves on with the release that serves it; a year is the longest that the standard advises.
    expires = (clock.now() + timedelta(days=180)).replace(hour=0, minute=0, second=0, microsecond=0)
    contact = current_app.config["SECURITY_CONTACT"] or f"mailto:security@{request.host.partition(':')[0]}"
    text = f"Contact: {contact}\nExpires: {expires:%Y-%m-%dT%H:%M:%SZ}\nPreferred-Languages: sv, en\n"
    return Response(text, mimetype="text/plain")
