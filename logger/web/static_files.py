"""Static files under the release's own address: they never change, so they are kept for ever."""

from flask import Blueprint, Flask, Response, abort, current_app, send_from_directory

from logger.release import asset_address

blueprint = Blueprint("static_files", __name__)

_ONE_YEAR = 365 * 24 * 3600


@blueprint.get("/static/<release>/<path:name>")
def file(release: str, name: str) -> Response:
    if release != current_app.config["RELEASE"]:
        abort(404)
    response = send_from_directory(current_app.config["STATIC_ROOT"], name, max_age=_ONE_YEAR)
    response.cache_control.public = True
    response.cache_control.immutable = True
    return response


def register(app: Flask) -> None:
    """Serve the files, and teach the templates their addresses: `asset("css/base.css")`."""
    app.register_blueprint(blueprint)

    @app.template_global()
    def asset(name: str) -> str:
        return asset_address(app.config["RELEASE"], name)
