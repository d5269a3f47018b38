"""The tiles of the map of places: whether there are any, and what the page may then do."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from flask import Response, current_app

from logger.web.headers import policy_with_tiles


@dataclass(frozen=True, slots=True)
class Tiles:
    """Where tiles are fetched, with {z}, {x} and {y} in it, and whom they are of."""

    address: str
    credit: str


def tiles() -> Tiles | None:
    """The tiles that this installation is set to use; None for the plain drawing."""
    address = current_app.config["MAP_TILES"]
    return None if address is None else Tiles(address, current_app.config["MAP_CREDIT"])


def allow_tiles(response: Response) -> Response:
    """Let this page, and no other, fetch them."""
    found = tiles()
    if found is not None:
        parts = urlsplit(found.address)
        policy = policy_with_tiles(f"{parts.scheme}://{parts.netloc}")
        response.headers["Content-Security-Policy"] = policy
    return response
