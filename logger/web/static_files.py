"""Static files under the release's own address: they never change, so they are kept for ever."""

from functools import cache
from mimetypes import guess_type
from pathlib import Path

from flask import Blueprint, Flask, Response, abort, current_app, make_response, send_from_directory
from werkzeug.security import safe_join

from logger.packing import packed
from logger.release import asset_address
from logger.web.lean_scripts import without_comments

blueprint = Blueprint("static_files", __name__)

_ONE_YEAR = 365 * 24 * 3600
_TEXTS = (".js", ".css", ".svg")


@blueprint.get("/static/<release>/<path:name>")
def file(release: str, name: str) -> Response:
    if release != current_app.config["RELEASE"]:
        abort(404)
    root = current_app.config["STATIC_ROOT"]
    response = _text(root, name) if name.endswith(_TEXTS) else send_from_directory(root, name)
    response.cache_control.no_cache = None
    response.cache_control.max_age = _ONE_YEAR
    response.cache_control.public = True
    response.cache_control.immutable = True
    return response


def _text(root: Path, name: str) -> Response:
    path = safe_join(str(root), name)
    if path is None or not Path(path).is_file():
        abort(404)
    response = make_response(_lean(path))
    response.content_type = f"{guess_type(name)[0]}; charset=utf-8"
    return packed(response)


@cache
def _lean(path: str) -> str:
    text = Path(path).read_text(encoding="utf-8")
    return without_comments(text) if path.endswith(".js") else text


def register(app: Flask) -> None:
    """Serve the files, and teach the templates their addresses: `asset("css/base.css")`."""
    app.register_blueprint(blueprint)

    @app.template_global()
    def asset(name: str) -> str:
        return asset_address(app.config["RELEASE"], name)
