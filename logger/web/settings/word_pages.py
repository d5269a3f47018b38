"""Doors for the word list: look at it, add a word, change one, take one out of use and into it again."""

from flask import Blueprint, Response, make_response, render_template, request

from logger import clock, visit
from logger.domain.refusing.desk_refusals import DeskRefusal
from logger.domain.refusing.refusals import NotFound
from logger.domain.refusing.word_refusals import WordChanged
from logger.domain.words.word_list import Wording, WordKey, WordKind
from logger.extensions import db
from logger.services import word_list
from logger.web.going_on import back_to
from logger.web.refused import answer_to
from logger.web.settings.settings_frame import around_settings
from logger.web.settings.word_views import (
    ADDRESS,
    BRING_BACK,
    KINDS,
    NOTHING_TOLD,
    RETIRE,
    WAYS,
    Told,
    address_of,
    new_word_page,
    word_list_page,
    word_page,
)

blueprint = Blueprint("word_list", __name__)


@blueprint.get(ADDRESS)
def listed() -> Response:
    principal = visit.signed_in()
    page = word_list_page(word_list.words_for(db.session(), principal))
    html = render_template("desk/words.html", page=page, frame=around_settings(principal))
    return make_response(html)


@blueprint.get(f"{ADDRESS}/ny/<way>")
@blueprint.get(f"{ADDRESS}/ny/<way>/<of_type>")
def new(way: str, of_type: str = "") -> Response:
    return _new_form(way, of_type, Wording(""))


@blueprint.post(f"{ADDRESS}/ny/<way>")
@blueprint.post(f"{ADDRESS}/ny/<way>/<of_type>")
def add(way: str, of_type: str = "") -> Response:
    principal, wording = visit.signed_in(), _wording()
    try:
        key = word_list.add_word(db.session(), principal, _kind(way), of_type, wording, clock.now())
    except DeskRefusal as refusal:
        return _new_form(way, of_type, wording, _told(refusal))
    return back_to(ADDRESS, _row(key))


@blueprint.get(f"{ADDRESS}/<way>/<code>")
@blueprint.get(f"{ADDRESS}/<way>/<of_type>/<code>")
def opened(way: str, code: str, of_type: str = "") -> Response:
    return _form(_key(way, code, of_type))


@blueprint.post(f"{ADDRESS}/<way>/<code>")
@blueprint.post(f"{ADDRESS}/<way>/<of_type>/<code>")
def change(way: str, code: str, of_type: str = "") -> Response:
    key, wording, version = _key(way, code, of_type), _wording(), request.form.get("version", "")
    try:
        word_list.change_word(db.session(), visit.signed_in(), key, wording, version, clock.now())
    except DeskRefusal as refusal:
        return _form(key, None if isinstance(refusal, WordChanged) else wording, _told(refusal))
    return back_to(ADDRESS, _row(key))


@blueprint.post(f"{RETIRE}/<way>/<code>")
@blueprint.post(f"{RETIRE}/<way>/<of_type>/<code>")
def retire(way: str, code: str, of_type: str = "") -> Response:
    key, anyway = _key(way, code, of_type), "anyway" in request.form
    version, now = request.form.get("version", ""), clock.now()
    try:
        word_list.retire_word(db.session(), visit.signed_in(), key, version, anyway=anyway, now=now)
    except DeskRefusal as refusal:
        return _form(key, None, _told(refusal))
    return back_to(ADDRESS, _row(key))


@blueprint.post(f"{BRING_BACK}/<way>/<code>")
@blueprint.post(f"{BRING_BACK}/<way>/<of_type>/<code>")
def bring_back(way: str, code: str, of_type: str = "") -> Response:
    key, version = _key(way, code, of_type), request.form.get("version", "")
    try:
        word_list.bring_back(db.session(), visit.signed_in(), key, version, clock.now())
    except DeskRefusal as refusal:
        return _form(key, None, _told(refusal))
    return back_to(address_of(key))


def _form(key: WordKey, wording: Wording | None = None, told: Told = NOTHING_TOLD) -> Response:
    principal = visit.signed_in()
    page = word_page(word_list.open_word(db.session(), principal, key), wording, told)
    html = render_template("desk/word.html", page=page, frame=around_settings(principal))
    return make_response(html, told.status)


def _new_form(way: str, of_type: str, wording: Wording, told: Told = NOTHING_TOLD) -> Response:
    principal = visit.signed_in()
    words = word_list.words_for(db.session(), principal)
    kind = _kind(way)
    inside = words.types.get(of_type)
    if (inside is None or inside.made_by_product) is (kind in (WordKind.FOCUS, WordKind.COUNTER)):
        raise NotFound
    page = new_word_page(kind, inside, wording, told)
    html = render_template("desk/word.html", page=page, frame=around_settings(principal))
    return make_response(html, told.status)


def _row(key: WordKey) -> str:
    """Where a word stands in the list: what may be said of a type stands with it."""
    kind = WordKind.TYPE if key.of_type else key.kind
    return f"{WAYS[kind]}-{key.of_type or key.code}"


def _key(way: str, code: str, of_type: str) -> WordKey:
    return WordKey(_kind(way), code, of_type)


def _kind(way: str) -> WordKind:
    if way not in KINDS:
        raise NotFound
    return KINDS[way]


def _wording() -> Wording:
    form = request.form
    sv, en, sv_text, en_text = (form.get(name, "") for name in ("sv", "en", "sv_text", "en_text"))
    return Wording(sv, en, sv_text, en_text, sensitive="sensitive" in form)


def _told(refusal: DeskRefusal) -> Told:
    answer = answer_to(refusal)
    return Told(answer.status, answer.detail, answer.fields)
