"""Signs as their page prints them: which places there are to choose from, and a sign for each chosen one."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from urllib.parse import quote

from logger.domain.places import Place
from logger.domain.terms import Term
from logger.services.places.signs import SignPlaces
from logger.web.places.qr_codes import QrCode, qr_code
from logger.web.texts import spoken, t
from logger.web.words import Noun, capital, listed

SIGN = Noun("skylt", "skyltar", "sign", "signs")
SHEET = Noun("sida", "sidor", "page", "pages")
PER_SHEET = 8
OTHER = "Övriga"


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """A place that can have a sign."""

    id: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """The places of one kind."""

    name: str
    places: tuple[PlaceChoice, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign: the code leads to `address`, which is printed too, without its scheme, for a hand to type.

    The code alone carries the name besides, for a browser in which nobody is signed in to say.
    """

    name: str
    kind: str
    code: str
    address: str
    qr: QrCode


@dataclass(frozen=True, slots=True)
class SignsPage:
    """The whole page."""

    groups: tuple[ChoiceGroup, ...]
    signs: tuple[Sign, ...]
    count: str


def signs_page(found: SignPlaces, chosen: Collection[str] | None, municipality: str, root: str) -> SignsPage:
    """The page in words. `chosen` are ids of places, None for all of them; `root` is our own address."""
    wanted = [each for each in found.places if chosen is None or each.id in chosen]
    signs = tuple(_sign(each, found, municipality, root) for each in wanted)
    sheets = -(-len(signs) // PER_SHEET)
    return SignsPage(
        groups=tuple(_groups(found, {each.id for each in wanted})),
        signs=signs,
        count=t("{0} på {1}", SIGN.of(len(signs)), SHEET.of(sheets)) if signs else "",
    )


def sign_address(root: str, municipality: str, place: str) -> str:
    """Where a sign leads, as short and as lasting as the place's own id."""
    return f"{root.rstrip('/')}/p/{municipality}/{quote(place, safe='')}"


def _sign(place: Place, found: SignPlaces, municipality: str, root: str) -> Sign:
    address = sign_address(root, municipality, place.id)
    kinds = listed([_word(found, kind) for kind in sorted(place.kinds)])
    return Sign(
        name=place.name,
        kind=capital(kinds) if kinds else "",
        code=f"{municipality} {place.id}",
        address=address.partition("://")[2],
        qr=qr_code(f"{address}#{quote(place.name, safe='')}"),
    )


def _groups(found: SignPlaces, chosen: Collection[str]) -> Iterable[ChoiceGroup]:
    by_kind: dict[str, list[PlaceChoice]] = {}
    for place in found.places:
        kind = min((capital(_word(found, kind)) for kind in place.kinds), default=t(OTHER))
        by_kind.setdefault(kind, []).append(PlaceChoice(place.id, place.name, place.id in chosen))
    for name in sorted(by_kind, key=lambda kind: (kind == t(OTHER), kind)):
        yield ChoiceGroup(name, tuple(by_kind[name]))


def _word(found: SignPlaces, kind: str) -> str:
    term: Term | None = found.kinds.get(kind)
    return term.bare(spoken()) if term else kind
