"""Makes the app: binds settings, database, doors and guards to each other, and decides nothing itself."""

import os
from functools import partial
from pathlib import Path

from flask import Flask, Response, got_request_exception
from flask_migrate import Migrate
from jinja2 import StrictUndefined
from werkzeug.exceptions import HTTPException
from werkzeug.middleware.proxy_fix import ProxyFix

from logger import frequency, visit
from logger.api import (
    devices,
    municipalities,
    openapi,
    overview,
    plan,
    problems,
    push,
    reference,
    session,
    sync,
    sync_aid,
)
from logger.cli import (
    activities,
    audit,
    backups,
    demo,
    disposal,
    installation,
    places,
    pledge_verify,
    pledges,
    progress,
    reminders,
    tokens,
    users,
)
from logger.config import Settings, from_environment
from logger.domain.refusing.refusals import Busy, Refusal
from logger.extensions import db, open_database
from logger.release import fingerprint
from logger.services.people.password_hashing import PasswordHashing
from logger.services.transactions import BUSY
from logger.web import (
    errors,
    form_tokens,
    going_on,
    guards,
    headers,
    languages,
    request_log,
    static_files,
    themes,
)
from logger.web.pages import PAGES

ROOT = Path(__file__).resolve().parent.parent
_LARGEST_BODY = 1024 * 1024


def create_app(settings: Settings | None = None) -> Flask:
    """The application; without settings, those of the environment (see `logger.config`)."""
    settings = settings or from_environment(os.environ, ROOT)
    app = Flask(
        "logger",
        static_folder=None,
        template_folder=str(ROOT / "templates"),
        instance_path=str(settings.instance),
    )
    _configure(app, settings)
    open_database(app, settings.database_url, settings.owner_url)
    Migrate(app, db, directory=str(ROOT / "migrations"), render_as_batch=True)
    _bind_doors(app, settings)
    _bind_commands(app)
    if settings.proxy_hops:
        hops = settings.proxy_hops
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    return app


def _configure(app: Flask, settings: Settings) -> None:
    app.config.update(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=_LARGEST_BODY,
        PASSWORD_HASHING=PasswordHashing(settings.password_cost),
        STATIC_ROOT=ROOT / "static",
        SEEDS=ROOT / "seeds",
        RELEASE=fingerprint(ROOT / "static", ROOT / "templates", ROOT / "logger" / "web" / "phone"),
        CODE=fingerprint(ROOT / "logger"),
        SECURITY_CONTACT=settings.security_contact,
        ACCESSIBILITY_CONTACT=settings.accessibility_contact,
        BATCHES_A_MINUTE=settings.batches_a_minute,
        DURABLE_AFTER=settings.durable_after,
        PUSH_KEY=settings.push_key,
        PUSH_SERVICES=settings.push_services,
        MAP_TILES=settings.map_tiles,
        MAP_CREDIT=settings.map_credit,
        MAIL_SERVER=settings.mail_server,
        MAIL_FROM=settings.mail_from,
        SITE_ADDRESS=settings.site_address,
    )
    app.jinja_env.undefined = StrictUndefined
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.json.sort_keys = False  # type: ignore[attr-defined]


def _bind_doors(app: Flask, settings: Settings) -> None:
    if settings.request_log:
        request_log.register(app)
    headers.register(app)
    languages.register(app)
    themes.register(app)
    visit.register(app)
    frequency.register(app)
    guards.register(app)
    form_tokens.register(app)
    going_on.register(app)
    static_files.register(app)
    for page in PAGES:
        app.register_blueprint(page.blueprint)
    _bind_api(app)


def _bind_api(app: Flask) -> None:
    doors = app.config["API_DOORS"] = openapi.described(app)
    app.register_blueprint(openapi.blueprint)
    for door in (session, reference, plan, municipalities, overview, sync, sync_aid, devices, push):
        doors.register_blueprint(door.blueprint)
    for kind in (Refusal, HTTPException):
        app.register_error_handler(kind, _answer_no)
    for busy in BUSY:
        app.register_error_handler(busy, partial(_answer_busy, app))


def _bind_commands(app: Flask) -> None:
    commands = (
        activities.activities,
        audit.audit,
        backups.backup,
        backups.restore,
        demo.demo,
        disposal.disposal,
        installation.init,
        installation.municipality,
        places.places,
        pledges.pledge,
        pledge_verify.pledge,
        progress.progress,
        reminders.push,
        tokens.token,
        users.user,
    )
    for command in commands:
        app.cli.add_command(command)


def _answer_no(error: Exception) -> Response:
    return problems.problem(error) if visit.of_the_api() else errors.page(error)


def _answer_busy(app: Flask, error: Exception) -> Response:
    # Told as a wait, but the log says where: a database may also be broken.
    got_request_exception.send(app, exception=error)
    return _answer_no(Busy())
