"""What has been published in a municipality as an Atom feed (RFC 4287)."""

from datetime import UTC, datetime
from xml.etree import ElementTree as Xml

from logger.domain.pledges import Pledge
from logger.services.publishing.open_data import address_of
from logger.services.publishing.public_pages import Edition, PublicIndex
from logger.web.demo_notices import years
from logger.web.languages import in_language
from logger.web.period_names import name_of_period
from logger.web.public.public_views import parties
from logger.web.texts import spoken, t

ATOM = "http://www.w3.org/2005/Atom"


def feed(index: PublicIndex, host: str, itself: str) -> bytes:
    """The feed; `host` is the server's address without a path, `itself` the feed's own path."""
    root = Xml.Element("feed", {"xmlns": ATOM, "xml:lang": spoken()})
    home = f"{host}/lofte/{index.municipality.slug}"
    _text(root, "title", t("Medborgarlöften i {0}", index.municipality.name))
    _text(root, "id", home)
    _text(root, "updated", _instant(max((each.published_at for each in index.editions), default=BEFORE)))
    Xml.SubElement(root, "link", {"rel": "self", "href": f"{host}{itself}"})
    Xml.SubElement(root, "link", {"rel": "alternate", "href": home})
    _text(Xml.SubElement(root, "author"), "name", parties(index.municipality.name))
    pledges = {each.key: each.pledge for each in index.pledges}
    for edition in index.editions:
        if edition.pledge in pledges:
            _entry(root, edition, pledges[edition.pledge], host, index.municipality.slug)
    written: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


BEFORE = datetime(2000, 1, 1, tzinfo=UTC)
"""When a feed with nothing in it was changed: never."""


def _entry(root: Xml.Element, edition: Edition, pledge: Pledge, host: str, slug: str) -> None:
    entry = Xml.SubElement(root, "entry")
    address = address_of(slug, edition.pledge, edition.period.address)
    which = t("Medborgarlöfte {0}", years(pledge.valid))
    _text(entry, "title", f"{which}: {name_of_period(edition.period)}")
    _text(entry, "id", f"{host}{address}")
    _text(entry, "updated", _instant(edition.published_at))
    Xml.SubElement(entry, "link", {"rel": "alternate", "href": f"{host}{in_language(address)}"})
    _text(entry, "summary", pledge.title)


def _text(parent: Xml.Element, name: str, text: str) -> None:
    Xml.SubElement(parent, name).text = text


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
