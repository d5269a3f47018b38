"""What exists of all that a batch of entries names, in one statement."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import (
    JSON,
    Date,
    Row,
    String,
    and_,
    bindparam,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)
from sqlalchemy.orm import Session, aliased

from logger.domain.entering.intake import Known
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


_NO_JSON, _NO_DAY, _NO_ID = cast(null(), JSON), cast(null(), Date), cast(null(), String)
# A double stands for the place that it turned out to be: `of` says which that is.
_NAMED, _STANDS, _DOUBLE = (aliased(PlaceRow, name=name) for name in ("named", "stands", "double"))
_ID_NOW = func.coalesce(_NAMED.merged_into, _NAMED.id)
_ARE_NAMED = and_(_NAMED.municipality.in_(any_of("municipalities")), _NAMED.id.in_(any_of("places")))
_IS_IT = and_(_STANDS.municipality == _NAMED.municipality, _STANDS.id == _ID_NOW)
_WAS_IT = and_(_DOUBLE.municipality == _NAMED.municipality, _DOUBLE.merged_into == _ID_NOW)
_FLAGGED_IT = and_(PlaceFlagRow.municipality == _NAMED.municipality, PlaceFlagRow.place == _ID_NOW)
_KNOWN = union_all(
    select(
        VocabularyRow.kind.label("what"),
        VocabularyRow.of_type.label("within"),
        VocabularyRow.code.label("name"),
        VocabularyRow.facts.label("facts"),
        _NO_DAY.label("first"),
        _NO_DAY.label("last"),
        _NO_ID.label("of"),
    ).where(VocabularyRow.code.in_(any_of("codes"))),
    select(
        literal("organisation"), literal(""), OrganisationRow.key, _NO_JSON, _NO_DAY, _NO_DAY, _NO_ID
    ).where(OrganisationRow.key.in_(any_of("organisations"))),
    select(
        literal("person"), literal(""), cast(UserRow.id, String), _NO_JSON, _NO_DAY, _NO_DAY, _NO_ID
    ).where(UserRow.id.in_(any_of("people")), UserRow.organisation == bindparam("colleagues_in")),
    select(
        literal("place"), _NAMED.municipality, _NAMED.id, _STANDS.kinds, _NO_DAY, _NO_DAY, _STANDS.id
    ).where(_ARE_NAMED, _IS_IT),
    select(literal("double"), _NAMED.municipality, _NAMED.id, _NO_JSON, _NO_DAY, _NO_DAY, _DOUBLE.id).where(
        _ARE_NAMED, _WAS_IT
    ),
    select(
        literal("flag"),
        _NAMED.municipality,
        _NAMED.id,
        _NO_JSON,
        PlaceFlagRow.first,
        PlaceFlagRow.last,
        _NO_ID,
    ).where(_ARE_NAMED, _FLAGGED_IT),
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
        places=_places(found["place"], found["double"], found["flag"]),
    )


def _places(
    places: Collection[Row[Any]], doubles: Collection[Row[Any]], flags: Collection[Row[Any]]
) -> dict[tuple[str, str], Place]:
    """The places as counting sees them, by the ids that entries name: with kinds and flags, without names."""
    former: dict[tuple[str, str], list[str]] = defaultdict(list)
    flagged: dict[tuple[str, str], list[Flag]] = defaultdict(list)
    for row in doubles:
        former[row.within, row.name].append(row.of)
    for row in flags:
        flagged[row.within, row.name].append(Flag(row.first, row.last))
    return {
        key: Place(
            row.of, row.of, frozenset(row.facts), tuple(flagged[key]), former=tuple(sorted(former[key]))
        )
        for row in places
        for key in [(row.within, row.name)]
    }
