"""Addresses of our own: where a form may lead on to, and what the site calls itself."""

from urllib.parse import urlsplit

from flask import current_app, request


def own_address(wanted: str | None) -> str:
    """The address if it is one of ours, else the start page (`//evil`, `/\\evil`, `https:` are not ours)."""
    if not wanted or not wanted.startswith("/") or wanted.startswith("//") or "\\" in wanted:
        return "/"
    parts = urlsplit(wanted)
    return "/" if parts.scheme or parts.netloc or any(ord(char) < 32 for char in wanted) else wanted


def site_address() -> str:
    """The site without a path: as it is set up, for a request may name any host; else as it was asked for."""
    return str(current_app.config["SITE_ADDRESS"] or request.host_url.rstrip("/"))
