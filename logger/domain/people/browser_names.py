"""What a person knows a browser by, from what it says of itself: "Chrome · Android", no more exactly."""

import re

# The first that is found: nearly every browser calls itself Safari and Chrome besides.
_BROWSERS = (
    ("Edge", r"Edg(?:e|A|iOS)?/"),
    ("Samsung Internet", r"SamsungBrowser/"),
    ("Opera", r"OPR/"),
    ("Firefox", r"Firefox/|FxiOS/"),
    ("Chrome", r"Chrome/|CriOS/|Chromium/"),
    ("Safari", r"Version/[\d.]+ .*Safari/"),
)
_SYSTEMS = (
    ("Android", r"Android"),
    ("iPhone", r"iPhone"),
    ("iPad", r"iPad"),
    ("Windows", r"Windows"),
    ("Mac", r"Macintosh"),
    ("ChromeOS", r"CrOS"),
    ("Linux", r"Linux"),
)


def name_of(agent: str) -> str | None:
    """The name of browser and system; None where neither is known."""
    found = (_first(_BROWSERS, agent), _first(_SYSTEMS, agent))
    return " · ".join(filter(None, found)) or None


def _first(names: tuple[tuple[str, str], ...], agent: str) -> str | None:
    return next((name for name, pattern in names if re.search(pattern, agent)), None)
