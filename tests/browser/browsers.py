"""How the browser is started, and as what kind of phone it shows itself."""

import shutil
from typing import Any

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

LAUNCH: dict[str, Any] = {
    # The machine's own Chromium where there is one, else the one that Playwright brought.
    "executable_path": next(filter(None, map(shutil.which, _NAMES)), None),
    "args": [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-gpu",
        "--disable-quic",
        "--disable-sync",
        "--no-first-run",
    ],
}

PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "locale": "sv-SE",
    "timezone_id": "Europe/Stockholm",
}
