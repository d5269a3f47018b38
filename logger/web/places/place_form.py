"""The form of a place: what stands in it, and the place that it was sent with."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from werkzeug.datastructures import MultiDict

from logger.domain.places import Flag, Place, Point
from logger.domain.refusing.place_refusals import PlaceFaulty
from logger.domain.terms import Vocabulary
from logger.web.as_of import day_in
from logger.web.texts import spoken, t
from logger.web.words import capital

_DEGREES = r"(\d{1,3}[.,]\d{1,12})"
_POINT = re.compile(rf"\s*{_DEGREES}\s*[,;\s]\s*{_DEGREES}\s*")
# A position elsewhere is a slip of the hand: the two numbers exchanged, as often as not.
_SWEDEN = ((55.0, 69.5), (10.5, 24.5))


@dataclass(frozen=True, slots=True)
class FlagRow:
    """A time when citizens pointed the place out, as typed."""

    first: str = ""
    last: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class KindBox:
    """One kind that a place may be of."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FilledPlace:
    """What the fields hold, as they are typed; `version` is that of the place they were filled from."""

    name: str = ""
    aliases: str = ""
    kinds: frozenset[str] = frozenset()
    point: str = ""
    flags: tuple[FlagRow, ...] = ()
    version: str = ""

    def boxes(self, words: Vocabulary) -> tuple[KindBox, ...]:
        """All kinds there are, those chosen ticked."""
        terms = sorted(words.place_kinds.values(), key=lambda term: term.bare(spoken()))
        return tuple(
            KindBox(each.code, capital(each.bare(spoken())), each.code in self.kinds)
            for each in terms
            if not each.retired or each.code in self.kinds
        )

    @property
    def rows(self) -> tuple[FlagRow, ...]:
        """The times, and an empty one to add another."""
        return (*self.flags, FlagRow())


def filled_from(place: Place, version: str = "") -> FilledPlace:
    """The fields as the place stands."""
    return FilledPlace(
        name=place.name,
        aliases="\n".join(place.aliases),
        kinds=place.kinds,
        point="" if place.point is None else ", ".join(map(_degrees, place.point)),
        flags=tuple(
            FlagRow(flag.first.isoformat(), flag.last.isoformat() if flag.last else "", flag.source)
            for flag in place.flagged
        ),
        version=version,
    )


def filled_by(form: MultiDict[str, str]) -> FilledPlace:
    """The fields as they were sent."""
    columns = (form.getlist(f"flag_{name}[]") for name in ("first", "last", "source"))
    rows = (FlagRow(*(cell.strip() for cell in row)) for row in zip_longest(*columns, fillvalue=""))
    return FilledPlace(
        name=form.get("name", "").strip(),
        aliases=form.get("aliases", ""),
        kinds=frozenset(form.getlist("kinds[]")),
        point=form.get("point", "").strip(),
        flags=tuple(row for row in rows if row != FlagRow()),
        version=form.get("version", ""),
    )


def place_of(filled: FilledPlace, place_id: str = "") -> Place:
    """The place that the fields tell of. Raises PlaceFaulty for what cannot be read, by field."""
    point, fault = _point(filled.point)
    flags = list(_flags(filled.flags))
    faults = {
        "point": fault,
        "flagged": "" if None not in flags else t("Skriv från vilken dag, och datum som finns."),
    }
    if any(faults.values()):
        raise PlaceFaulty(fields={name: each for name, each in faults.items() if each})
    return Place(
        place_id,
        filled.name,
        filled.kinds,
        tuple(flag for flag in flags if flag is not None),
        point,
        tuple(filter(None, (line.strip() for line in filled.aliases.splitlines()))),
    )


def _degrees(number: float) -> str:
    """To a decimetre, without a tail of zeros."""
    text = f"{number:.6f}".rstrip("0")
    return f"{text}0" if text.endswith(".") else text


def _point(typed: str) -> tuple[Point | None, str]:
    if not typed:
        return None, ""
    read = _POINT.fullmatch(typed)
    if read is None:
        return None, t("Skriv latitud och longitud, som 59.1768, 14.8665.")
    point = (float(read[1].replace(",", ".")), float(read[2].replace(",", ".")))
    inside = all(least <= each <= most for each, (least, most) in zip(point, _SWEDEN, strict=True))
    if inside:
        return point, ""
    return None, t("Positionen ligger inte i Sverige. Latitud skrivs först.")


def _flags(rows: Iterable[FlagRow]) -> Iterable[Flag | None]:
    """The times; None for one whose days cannot be read."""
    for row in rows:
        first, last = _day(row.first), _day(row.last)
        readable = first is not None and (last is not None or not row.last)
        yield Flag(first, last, row.source) if first is not None and readable else None


def _day(typed: str) -> date | None:
    return day_in(typed) if typed else None
