"""Static files under the release's own address: they never change, so they are kept for ever."""

from functools import cache
from pathlib import Path

from flask import Blueprint, Flask, Response, abort, current_app, make_response, send_from_directory
from werkzeug.security import safe_join

from logger.release import asset_address
from logger.web.lean_scripts import without_comments

blueprint = Blueprint("static_files", __name__)

_ONE_YEAR = 365 * 24 * 3600


@blueprint.get("/static/<release>/<path:name>")
def file(release: str, name: str) -> Response:
    if release != current_app.config["RELEASE"]:
        abort(404)
    root = current_app.config["STATIC_ROOT"]
    response = _script(root, name) if name.endswith(".js") else send_from_directory(root, name)
    response.cache_control.no_cache = None
    response.cache_control.max_age = _ONE_YEAR
    response.cache_control.public = True
    response.cache_control.immutable = True
    return response


def _script(root: Path, name: str) -> Response:
    path = safe_join(str(root), name)
    if path is None or not Path(path).is_file():
        abort(404)
    response = make_response(_lean(path))
    response.content_type = "text/javascript; charset=utf-8"
    return response


@cache
def _lean(path: str) -> str:
    return without_comments(Path(path).read_text(encoding="utf-8"))


def register(app: Flask) -> None:
    """Serve the files, and teach the templates their addresses: `asset("css/base.css")`."""
    app.register_blueprint(blueprint)

    @app.template_global()
    def asset(name: str) -> str:
        return asset_address(app.config["RELEASE"], name)
