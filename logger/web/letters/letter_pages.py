"""Doors for the Monday letter: ask for it, end it, end it from the mail, and the command that sends it."""

import click
from flask import Blueprint, Response, current_app, make_response, render_template, request

from logger import clock, visit
from logger.domain.refusing.letter_refusals import MailNotSetUp
from logger.domain.refusing.refusals import NotFound
from logger.extensions import db
from logger.services.boards import boards
from logger.services.letters import letters
from logger.services.letters.letters import Letter
from logger.services.letters.mail_post import MailServer
from logger.services.refusal_answers import answer_to
from logger.web.desk_frame import Place, around
from logger.web.going_on import back_to
from logger.web.languages import in_language
from logger.web.letters.letter import letter_view, mail_of
from logger.web.texts import speaking, spoken

blueprint = Blueprint("letter", __name__, cli_group="monday")


@blueprint.get("/mandagsbrevet")
def shown() -> Response:
    principal = visit.signed_in()
    followed = boards.followed_by(db.session(), principal)
    if not followed:
        raise NotFound
    letter = letters.letter_of(db.session(), principal, "", "", clock.now())
    here = boards.current_municipality(db.session(), principal)
    codes = [each.municipality.code for each in followed]
    html = render_template(
        "desk/letter.html",
        letter=letter_view(letter, "", ""),
        wanted=letters.wants(db.session(), principal),
        is_sent=_is_set_up(),
        frame=around(principal, Place(here if here in codes else codes[0], "letter")),
    )
    return make_response(html)


@blueprint.post("/mandagsbrevet")
def decide() -> Response:
    principal = visit.signed_in()
    if request.form.get("wanted") == "1":
        letters.want(db.session(), principal, spoken(), clock.now())
    else:
        letters.end(db.session(), principal, clock.now())
    return back_to("/mandagsbrevet")


@blueprint.get("/mandagsbrevet/avsluta/<nonce>/<signed>")
def ending(nonce: str, signed: str) -> Response:
    known = letters.may_end(db.session(), _key(), nonce, signed)
    return make_response(render_template("letter_end.html", ended=not known, action=request.path))


@blueprint.post("/mandagsbrevet/avsluta/<nonce>/<signed>")
def end(nonce: str, signed: str) -> Response:
    letters.end_by(db.session(), _key(), nonce, signed, clock.now())
    return make_response(render_template("letter_end.html", ended=True, action=request.path))


@blueprint.cli.command("send")
def send() -> None:
    """Skicka veckans brev till dem som bett om det och inte har fått det."""
    if not _is_set_up():
        raise click.ClickException(answer_to(MailNotSetUp()).detail)
    told = letters.send_all(db.session(), _post, clock.now())
    click.echo(f"{told.sent} brev skickade, {told.not_taken} togs inte emot, {told.nothing} utan löfte.")
    if told.not_taken:
        raise SystemExit(1)


def _post(letter: Letter) -> bool:
    config = current_app.config
    site = config["SITE_ADDRESS"]
    end = f"/mandagsbrevet/avsluta/{letter.nonce}/{letters.signature(_key(), letter.nonce)}"
    with speaking(letter.lang):
        end_at = f"{site}{in_language(end)}"
        try:
            mail = mail_of(letter, letter_view(letter, site, end_at), config["MAIL_FROM"])
        except ValueError:
            return False  # one bad address holds nobody else's letter up
    return MailServer.at(config["MAIL_SERVER"]).hand_in(mail)


def _is_set_up() -> bool:
    config = current_app.config
    return all(config[name] for name in ("MAIL_SERVER", "MAIL_FROM", "SITE_ADDRESS"))


def _key() -> str:
    return str(current_app.config["SECRET_KEY"])
