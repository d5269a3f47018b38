"""What exists of all that a batch of entries names, in one statement."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Date, Row, String, bindparam, cast, literal, null, select, union_all
from sqlalchemy.orm import Session

from logger.domain.intake import Known
from logger.domain.places import Flag, Place
from logger.store.statements import any_of
from logger.store.tables import OrganisationRow, PlaceFlagRow, PlaceRow, UserRow, VocabularyRow


@dataclass(frozen=True, slots=True)
class Named:
    """What entries name: codes of types, focuses and counters, keys and ids, places by municipality."""

    codes: frozenset[str]
    organisations: frozenset[str]
    people: frozenset[str]
    places: frozenset[tuple[str, str]]


_NO_JSON, _NO_DAY = cast(null(), JSON), cast(null(), Date)
_KNOWN = union_all(
    select(
        VocabularyRow.kind.label("what"),
        VocabularyRow.of_type.label("within"),
        VocabularyRow.code.label("name"),
        VocabularyRow.facts.label("facts"),
        _NO_DAY.label("first"),
        _NO_DAY.label("last"),
    ).where(VocabularyRow.code.in_(any_of("codes"))),
    select(literal("organisation"), literal(""), OrganisationRow.key, _NO_JSON, _NO_DAY, _NO_DAY).where(
        OrganisationRow.key.in_(any_of("organisations"))
    ),
    select(literal("person"), literal(""), cast(UserRow.id, String), _NO_JSON, _NO_DAY, _NO_DAY).where(
        UserRow.id.in_(any_of("people")), UserRow.organisation == bindparam("colleagues_in")
    ),
    select(literal("place"), PlaceRow.municipality, PlaceRow.id, PlaceRow.kinds, _NO_DAY, _NO_DAY).where(
        PlaceRow.municipality.in_(any_of("municipalities")), PlaceRow.id.in_(any_of("places"))
    ),
    select(
        literal("flag"),
        PlaceFlagRow.municipality,
        PlaceFlagRow.place,
        _NO_JSON,
        PlaceFlagRow.first,
        PlaceFlagRow.last,
    ).where(
        PlaceFlagRow.municipality.in_(any_of("municipalities")), PlaceFlagRow.place.in_(any_of("places"))
    ),
)


def known(session: Session, named: Named, organisation: str) -> Known:
    """What of it there is, of people those of the organisation; nothing is asked where nothing is named."""
    if not named.codes:
        return Known()
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    named_in_sql: dict[str, Any] = {
        "codes": named.codes,
        "organisations": named.organisations,
        "people": named.people,
        "colleagues_in": organisation,
        "municipalities": {municipality for municipality, _ in named.places},
        "places": {place for _, place in named.places},
    }
    for row in session.execute(_KNOWN, named_in_sql):
        found[row.what].append(row)
    return Known(
        types=frozenset(row.name for row in found["type"]),
        made_by_product=frozenset(row.name for row in found["type"] if row.facts.get("made_by_product")),
        focus=frozenset((row.within, row.name) for row in found["focus"]),
        counters=frozenset((row.within, row.name) for row in found["counter"]),
        organisations=frozenset(row.name for row in found["organisation"]),
        people=frozenset(str(UUID(row.name)) for row in found["person"]),
        places=_places(found["place"], found["flag"]),
    )


def _places(places: Collection[Row[Any]], flags: Collection[Row[Any]]) -> dict[tuple[str, str], Place]:
    """The places as counting sees them: with kinds and flags, whatever their names."""
    flagged: dict[tuple[str, str], list[Flag]] = defaultdict(list)
    for row in flags:
        flagged[row.within, row.name].append(Flag(row.first, row.last))
    return {
        (row.within, row.name): Place(
            row.name, row.name, frozenset(row.facts), tuple(flagged[row.within, row.name])
        )
        for row in places
    }
