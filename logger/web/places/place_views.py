"""One place as its page prints it: what it is, who pointed it out and when, and the form that changes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from logger.domain.merge_effects import Lowered
from logger.domain.places import Place
from logger.services.places.place_register import Register, version_of
from logger.web.places.place_form import FilledPlace, KindBox, filled_from
from logger.web.places.place_list_views import address_of
from logger.web.places.place_words import ago, flag_now, kinds_of, span_of, when
from logger.web.texts import t
from logger.web.words import PLACE, capital


@dataclass(frozen=True, slots=True)
class FlagLine:
    """A time when citizens had pointed the place out, and where they did."""

    days: str
    source: str


@dataclass(frozen=True, slots=True)
class Other:
    """Another place, that this one may be a double of."""

    value: str
    text: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class PlaceForm:
    """The form, and what is wrong with what was sent."""

    filled: FilledPlace
    kinds: tuple[KindBox, ...]
    action: str
    back: str
    faults: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """A merge that was asked for, and the promises that would cover one place fewer."""

    into: str = ""
    lowers: tuple[str, ...] = ()


NOTHING_ASKED = Asked()


def lowered_line(lowered: Lowered) -> str:
    """What a merge does to a promise: "Skolorna: 4 platser blir 3"."""
    commitment, places = lowered.commitment, lowered.places
    return t("{0}: {1} blir {2}", commitment.label or commitment.wording, PLACE.of(places), places - 1)


@dataclass(frozen=True, slots=True)
class PlacePage:
    """The whole page; without `form` for one who reads it. `others` are all that it could be merged with."""

    name: str
    facts: tuple[tuple[str, str], ...]
    flags: tuple[FlagLine, ...]
    flagged: str
    activities: str
    form: PlaceForm | None
    others: tuple[Other, ...]
    place_id: str


def place_page(
    place: Place,
    register: Register,
    address: str,
    today: date,
    filled: FilledPlace | None = None,
    faults: Mapping[str, str] | None = None,
) -> PlacePage:
    """The page in words; `address` is that of the list, `filled` what was sent and not done."""
    here = address_of(address, place.id)
    filled = filled or filled_from(place, version_of(place))
    form = PlaceForm(filled, filled.boxes(register.words), here, address, faults or {})
    code = address.rpartition("/")[2]
    others = sorted(register.places.values(), key=lambda each: each.name.casefold())
    return PlacePage(
        name=place.name,
        facts=_facts(place, register, today),
        flags=tuple(FlagLine(capital(span_of(each)), each.source) for each in reversed(place.flagged)),
        flagged=flag_now(place, today),
        activities=f"/aktiviteter/{code}?{urlencode({'place': place.id})}",
        form=form if register.edits else None,
        others=(
            Other("", t("Välj plats"), chosen=True),
            *(Other(each.id, each.name) for each in others if each.id != place.id),
        ),
        place_id=place.id,
    )


def _facts(place: Place, register: Register, today: date) -> tuple[tuple[str, str], ...]:
    visited = register.visited.get(place.id)
    seen = f"{when(visited)}, {ago(visited, today)}" if visited else t("Aldrig, så vitt Fältlogg vet")
    facts = (
        ("Slag", kinds_of(place, register.words)),
        (t("Kallas också"), ", ".join(place.aliases)),
        ("Position", "" if place.point is None else f"{place.point[0]:.4f}, {place.point[1]:.4f}"),
        (t("Senast besökt"), seen),
    )
    return tuple((name, text) for name, text in facts if text)
