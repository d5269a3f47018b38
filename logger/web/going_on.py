"""Going on where one was: after a form the page opens at what was changed, or at what is wrong; no script."""

from flask import Flask, Response, g, make_response, redirect

SAVED = "sparat"
"""The line that says so, on pages that have no row of their own for what was changed."""


def register(app: Flask) -> None:
    """Give the templates `takes_focus()`."""
    app.add_template_global(takes_focus)


def back_to(address: str, at: str = SAVED) -> Response:
    """Back to a page, at the element by this id: it is focused there, so it carries tabindex="-1"."""
    return make_response(redirect(f"{address}#{at}" if at else address, 303))


def takes_focus() -> bool:
    """Whether what asks may have the focus when the page opens: the first on each page that asks."""
    if g.get("focus_is_taken"):
        return False
    g.focus_is_taken = True
    return True
