"""Where a form may lead on to: an address of our own, never another site's."""

from urllib.parse import urlsplit


def own_address(wanted: str | None) -> str:
    """The address if it is one of ours, else the start page (`//evil`, `/\\evil`, `https:` are not ours)."""
    if not wanted or not wanted.startswith("/") or wanted.startswith("//") or "\\" in wanted:
        return "/"
    parts = urlsplit(wanted)
    return "/" if parts.scheme or parts.netloc or any(ord(char) < 32 for char in wanted) else wanted
