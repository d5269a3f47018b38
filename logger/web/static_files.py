"""Static files under the release's own address: they never change, so they are kept for ever."""

from functools import cache
from mimetypes import guess_type
from pathlib import Path

from flask import Blueprint, Flask, Response, abort, current_app, make_response, send_from_directory

from logger.packing import packed
from logger.release import asset_address
from logger.web.phone.packs import script
from logger.web.phone.whole_sheets import whole_sheet

blueprint = Blueprint("static_files", __name__)

_ONE_YEAR = 365 * 24 * 3600
_TEXTS = (".js", ".css", ".svg")
_KINDS = frozenset({*_TEXTS, ".png", ".woff2", ".LICENSE"})
_MADE_ELSEWHERE = {"sw.js", "sw-off.js"}  # the workers: one is nothing before its release is put in


@blueprint.get("/static/<release>/<path:name>")
def file(release: str, name: str) -> Response:
    root = current_app.config["STATIC_ROOT"]
    if release != current_app.config["RELEASE"] or name not in _for_browsers(root):
        abort(404)
    response = _text(root, name) if name.endswith(_TEXTS) else send_from_directory(root, name)
    response.cache_control.no_cache = None
    response.cache_control.max_age = _ONE_YEAR
    response.cache_control.public = True
    response.cache_control.immutable = True
    return response


def _text(root: Path, name: str) -> Response:
    response = make_response(as_sent(root, name))
    response.content_type = f"{guess_type(name)[0]}; charset=utf-8"
    return packed(response)


@cache
def _for_browsers(root: Path) -> frozenset[str]:
    """The names there are, so that no other name ever reaches the file system."""
    files = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    named = {file.as_posix() for file in files if file.suffix in _KINDS and not file.name.startswith(".")}
    return frozenset(named - _MADE_ELSEWHERE)


@cache
def as_sent(root: Path, name: str) -> str:
    """The text of a file as browsers get it: a script of ours in its pack, a sheet of ours whole."""
    path = root / name
    if path.parent.name == "vendor":  # others' may hold what looks like a comment
        return path.read_text(encoding="utf-8")
    match path.suffix:
        case ".js":
            return script(root, name)
        case ".css":
            return whole_sheet(path)
        case _:
            return path.read_text(encoding="utf-8")


def register(app: Flask) -> None:
    """Serve the files, and teach the templates their addresses: `asset("css/base.css")`."""
    app.register_blueprint(blueprint)

    @app.template_global()
    def asset(name: str) -> str:
        return asset_address(app.config["RELEASE"], name)
