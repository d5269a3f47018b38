"""How bright a page is: as it was chosen under Mer, so that no page that the phone leads to shines at night.

The phone's script keeps the choice in a cookie, which says nothing of who somebody is. A page that is the
same for everyone goes by what the system asks for, so that anyone may keep it.
"""

from flask import Flask, request

from logger.web.languages import THE_SAME_FOR_ALL

COOKIE = "theme"
THEMES = frozenset({"light", "dark", "night"})


def register(app: Flask) -> None:
    """Let every template say it."""
    app.add_template_global(theme)


def theme() -> str:
    """The theme that the page is to wear; empty where the system's own is meant."""
    chosen = request.cookies.get(COOKIE, "")
    return chosen if chosen in THEMES and request.blueprint not in THE_SAME_FOR_ALL else ""
