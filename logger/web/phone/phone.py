"""The phone: one shell for everyone, its worker with the release put in, the manifest that installs it."""

import json
from functools import cache
from pathlib import Path

from flask import Blueprint, Response, current_app, make_response, render_template, request, url_for

from logger.packing import packed
from logger.release import asset_address
from logger.web.phone.lean_scripts import without_comments
from logger.web.phone.packs import all_scripts, scripts_for
from logger.web.texts import speak, spoken, t

blueprint = Blueprint("phone", __name__)

# One sheet to wait for before anything is seen; its components are files of their own on disk.
SHEETS = ("css/phone.css",)
# Needed when first asked for, kept from then on.
LATER = ("css/font.css", "vendor/source-sans-3.woff2")
# What ui/styles.js adds when the first screen opens that is not needed to log.
OTHER_SHEETS = ("css/phone-more.css",)
_OTHER_SCREENS = (*OTHER_SHEETS, "icons/icon.svg", "icons/icon-192.png")
# The screen that an address opens, asked for at once and not when the app gets to it.
_SCREEN_OF = {
    "phone.form": "js/ui/form.js",
    "phone.sign": "js/ui/form.js",
    "phone.sheet": "js/ui/sheet.js",
    "phone.mine": "js/ui/mine.js",
    "phone.standing": "js/ui/standing.js",
    "phone.more": "js/ui/more.js",
    "phone.help": "js/ui/help.js",
}


@blueprint.get("/")
@blueprint.get("/ny", endpoint="form")
@blueprint.get("/flera", endpoint="sheet")
@blueprint.get("/mina", endpoint="mine")
@blueprint.get("/laget", endpoint="standing")
@blueprint.get("/mer", endpoint="more")
@blueprint.get("/hjalp", endpoint="help")
@blueprint.get("/p/<code>/<path:place>", endpoint="sign")
def shell(**_of_a_sign: str) -> Response:
    # Which places there are is not told to whoever scans a sign: the phone knows its own. It puts itself into
    # its language, whatever the address says.
    speak("sv")
    screen = _SCREEN_OF.get(request.endpoint or "")
    html = render_template(
        "phone/shell.html",
        sheets=SHEETS,
        other_sheets=OTHER_SHEETS,
        wants_other_sheets=screen not in (None, _SCREEN_OF["phone.form"]),
        scripts=_scripts(screen),
        worker_off=is_worker_off(),
    )
    response = make_response(html)
    response.headers["Cache-Control"] = "no-cache"
    # The worker keeps a shell of its own release alone.
    response.headers["X-Faltlogg-Release"] = current_app.config["RELEASE"]
    return packed(response)


def _scripts(screen: str | None) -> list[str]:
    starts = ("js/app.js", *([screen] if screen else []))
    return list(dict.fromkeys(name for start in starts for name in scripts_for(_static(), start)))


@blueprint.get("/sw.js")
def worker() -> Response:
    response = make_response(without_comments(_worker_script()))
    response.headers["Content-Type"] = "text/javascript; charset=utf-8"
    response.headers["Cache-Control"] = "no-cache"
    return response


def is_worker_off() -> bool:
    """Whether workers are told to go: looked up each time, so that it works at once and without a restart."""
    return (Path(current_app.instance_path) / "worker-off").exists()


def _worker_script() -> str:
    static, release = _static(), current_app.config["RELEASE"]
    if is_worker_off():
        return (static / "sw-off.js").read_text(encoding="utf-8")
    given = {
        "release": release,
        "shell": url_for("phone.shell"),
        "files": [asset_address(release, name) for name in shell_files(static)],
        "later": [asset_address(release, name) for name in LATER],
    }
    return _script(static, given)


@blueprint.get("/manifest.webmanifest")
def manifest() -> Response:
    response = make_response(json.dumps(_manifest(current_app.config["RELEASE"]), ensure_ascii=False))
    response.headers["Content-Type"] = "application/manifest+json"
    response.headers["Cache-Control"] = "no-cache"
    return response


OF_THE_DESK = "js/desk/"


@cache
def shell_files(static: Path) -> tuple[str, ...]:
    """Every file that the phone runs on without network, but for those fetched later."""
    scripts = (name for name in all_scripts(static) if not name.startswith(OF_THE_DESK))
    return (*SHEETS, *_OTHER_SCREENS, *scripts)


def _static() -> Path:
    root: Path = current_app.config["STATIC_ROOT"]
    return root


def _script(static: Path, given: dict[str, object]) -> str:
    """The worker's text: it has no imports, so the routing rules are put in front of it."""
    rules = (static / "js" / "core" / "routing.js").read_text(encoding="utf-8").replace("export ", "")
    worker_of_its_own = (static / "sw.js").read_text(encoding="utf-8")
    return f"""self.faltlogg = (() => {{
const RELEASE = {json.dumps(given)};
{rules}
return {{ RELEASE, SCREENS, plan, mayKeep, cacheName, isOutdated }};
}})();
{worker_of_its_own}"""


def _manifest(release: str) -> dict[str, object]:
    def icon(name: str, sizes: str, purpose: str = "any") -> dict[str, str]:
        kind = "image/svg+xml" if name.endswith(".svg") else "image/png"
        return {
            "src": asset_address(release, f"icons/{name}"),
            "sizes": sizes,
            "type": kind,
            "purpose": purpose,
        }

    return {
        "id": "/",
        "name": "Fältlogg",
        "short_name": "Fältlogg",
        "description": t("Logga det som gjorts för medborgarlöftet, med eller utan nät."),
        "lang": spoken(),
        "dir": "ltr",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "orientation": "portrait",
        "background_color": "#f5f4ee",
        "theme_color": "#00504c",
        "categories": ["productivity", "government"],
        "icons": [
            icon("icon-192.png", "192x192"),
            icon("icon-512.png", "512x512"),
            icon("icon-maskable-512.png", "512x512", "maskable"),
            icon("icon.svg", "any"),
        ],
        "shortcuts": [
            {"name": t("Ny aktivitet"), "url": "/ny", "icons": [icon("icon-192.png", "192x192")]},
            {"name": t("Flera på en gång"), "url": "/flera", "icons": [icon("icon-192.png", "192x192")]},
            {"name": t("Mina"), "url": "/mina", "icons": [icon("icon-192.png", "192x192")]},
            {"name": t("Läget"), "url": "/laget", "icons": [icon("icon-192.png", "192x192")]},
        ],
        # By GET, so that it opens the shell that the worker keeps: that needs no network, and no write.
        "share_target": {
            "action": "/ny",
            "method": "GET",
            "enctype": "application/x-www-form-urlencoded",
            "params": {"title": "title", "text": "text", "url": "url"},
        },
    }
