"""What somebody pastes into another site to show a pledge there: a frame that always shows the newest."""

from dataclasses import dataclass

from markupsafe import escape

from logger.services.follow_up.follow_ups import OpenedFollowUp
from logger.web.demo_notices import years
from logger.web.texts import t


@dataclass(frozen=True, slots=True)
class Embedding:
    """Where the frame's page is, and the code to paste."""

    address: str
    code: str


def embedding(opened: OpenedFollowUp, host: str) -> Embedding | None:
    """The frame of a pledge of which something is published; None before. `host` is our own address."""
    if opened.publication is None:
        return None
    address = f"{host}/lofte/{opened.slug}/{opened.stored.key}/inbaddad"
    title = escape(t("Medborgarlöfte {0}", years(opened.stored.pledge.valid)))
    code = f'<iframe src="{address}" title="{title}" width="100%" height="720" loading="lazy"></iframe>'
    return Embedding(address, code)
