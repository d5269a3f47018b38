"""Which language a page is in: its address's, else the one this browser has chosen, else Swedish.

A page that is the same for everyone goes by its address alone, so that anyone may keep it (`?lang=en`).
Any other goes by a cookie that only a choice of one's own sets: here on the desk, in `ui/more_look.js` on the
phone. Nobody is asked for it, and the API's answers to programs are not touched by it.
"""

from typing import get_args
from urllib.parse import urlencode

from flask import Blueprint, Flask, Response, make_response, redirect, request

from logger.domain.refusing.refusals import Malformed
from logger.domain.terms import Lang
from logger.web.own_addresses import own_address
from logger.web.template_texts import TemplateTexts
from logger.web.texts import speak, spoken, template_text

blueprint = Blueprint("languages", __name__)

COOKIE = "lang"
NAMES: dict[Lang, str] = {"sv": "Svenska", "en": "English"}
THE_SAME_FOR_ALL = frozenset({"public", "public_papers", "open_data", "phone"})
_A_YEAR = 365 * 24 * 60 * 60


def register(app: Flask) -> None:
    """Let every template speak, and find the language before any door answers."""
    app.jinja_env.add_extension(TemplateTexts)
    app.add_template_global(template_text, "t")
    app.add_template_global(spoken)
    app.add_template_global(other_language)
    app.add_template_global(here_in)
    app.add_template_global(in_language)
    app.before_request(_choose)
    app.teardown_request(_forget)


@blueprint.post("/sprak")
def choose() -> Response:
    chosen = _known(request.form.get("lang"))
    if chosen is None:
        raise Malformed
    response = make_response(redirect(own_address(request.form.get("next")), 303))
    # The phone's script reads and sets it too; it says nothing of who somebody is.
    response.set_cookie(COOKIE, chosen, max_age=_A_YEAR, samesite="Lax", secure=request.is_secure)
    return response


def in_language(address: str) -> str:
    """An address of a page that is the same for everyone, in the language spoken."""
    language = spoken()
    return address if language == "sv" else f"{address}?lang={language}"


def here_in(language: Lang) -> str:
    """This page in a language, as an address."""
    kept = {name: value for name, value in request.args.items() if name != "lang"}
    asked = urlencode(kept if language == "sv" else kept | {"lang": language})
    return f"{request.path}?{asked}" if asked else request.path


def other_language() -> tuple[Lang, str]:
    """The language that a page offers to change to, and its own name."""
    other: Lang = "en" if spoken() == "sv" else "sv"
    return other, NAMES[other]


def _choose() -> None:
    asked = _known(request.args.get("lang"))
    chosen = None if request.blueprint in THE_SAME_FOR_ALL else _known(request.cookies.get(COOKIE))
    speak(asked or chosen or "sv")


def _forget(_error: BaseException | None) -> None:
    """A thread answers one request after another: the next one's language is its own."""
    speak("sv")


def _known(language: str | None) -> Lang | None:
    return next((each for each in get_args(Lang) if each == language), None)
