"""What exists of all that a batch of entries names, and which pledges count there, in one statement."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import (
    JSON,
    Boolean,
    Date,
    Integer,
    Row,
    Select,
    String,
    and_,
    bindparam,
    cast,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session, aliased

from logger.domain.entering.judgements import Known
from logger.domain.places import Flag, Place
from logger.store.pledges.pledges import VersionInForce
from logger.store.statements import any_of, table_of
from logger.store.tables import (
    OrganisationRow,
    PlaceFlagRow,
    PlaceRow,
    PledgeRow,
    PledgeVersionRow,
    UserRow,
    VocabularyRow,
)


@dataclass(frozen=True, slots=True)
class Named:
    """What entries name: codes of types, focuses and counters, keys and ids, places by municipality.

    `whole_maps` are the municipalities of which every place is wanted.
    """

    codes: frozenset[str]
    organisations: frozenset[str]
    people: frozenset[str]
    places: frozenset[tuple[str, str]]
    whole_maps: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Existing:
    """What there is of what is named, and the versions of pledges that count, by municipality and key."""

    known: Known = field(default_factory=Known)
    in_force: tuple[VersionInForce, ...] = ()


_TOLD = {"facts": JSON, "first": Date, "last": Date, "of": String, "number": Integer, "demo": Boolean}


def _each(what: Any, within: Any, name: Any, **told: Any) -> Select[Any]:
    """One kind of what is named; what is not told of it is nothing."""
    columns = (told.get(column, cast(null(), kind)).label(column) for column, kind in _TOLD.items())
    return select(what.label("what"), within.label("within"), name.label("name"), *columns)


_NOWHERE = literal("")
# A double stands for the place that it turned out to be: `of` says which that is.
_NAMED, _STANDS, _DOUBLE = (aliased(PlaceRow, name=name) for name in ("named", "stands", "double"))
_ID_NOW = func.coalesce(_NAMED.merged_into, _NAMED.id)
_ARE_NAMED = or_(
    and_(_NAMED.municipality.in_(any_of("municipalities")), _NAMED.id.in_(any_of("places"))),
    _NAMED.municipality.in_(any_of("whole_maps")),
)
_IS_IT = and_(_STANDS.municipality == _NAMED.municipality, _STANDS.id == _ID_NOW)
_WAS_IT = and_(_DOUBLE.municipality == _NAMED.municipality, _DOUBLE.merged_into == _ID_NOW)
_FLAGGED_IT = and_(PlaceFlagRow.municipality == _NAMED.municipality, PlaceFlagRow.place == _ID_NOW)
_VERSION = table_of(PledgeVersionRow).c
_EXISTING = union_all(
    _each(VocabularyRow.kind, VocabularyRow.of_type, VocabularyRow.code, facts=VocabularyRow.facts).where(
        VocabularyRow.code.in_(any_of("codes"))
    ),
    _each(literal("organisation"), _NOWHERE, OrganisationRow.key).where(
        OrganisationRow.key.in_(any_of("organisations"))
    ),
    _each(literal("person"), _NOWHERE, cast(UserRow.id, String)).where(
        UserRow.id.in_(any_of("people")), UserRow.organisation == bindparam("colleagues_in")
    ),
    _each(literal("place"), _NAMED.municipality, _NAMED.id, facts=_STANDS.kinds, of=_STANDS.id).where(
        _ARE_NAMED, _IS_IT
    ),
    _each(literal("double"), _NAMED.municipality, _NAMED.id, of=_DOUBLE.id).where(_ARE_NAMED, _WAS_IT),
    _each(
        literal("flag"), _NAMED.municipality, _NAMED.id, first=PlaceFlagRow.first, last=PlaceFlagRow.last
    ).where(_ARE_NAMED, _FLAGGED_IT),
    _each(
        literal("version"),
        _VERSION.municipality,
        _VERSION.pledge,
        of=_VERSION.sha256,
        number=_VERSION.number,
        demo=PledgeRow.demo,
    ).where(
        _VERSION.municipality == PledgeRow.municipality,
        _VERSION.pledge == PledgeRow.key,
        _VERSION.municipality.in_(any_of("counting_in")),
        _VERSION.status == "approved",
    ),
)


def existing(
    session: Session, named: Named, organisation: str, counting_in: Collection[str] = ()
) -> Existing:
    """What of it there is, of people those of the organisation, and which pledges are `counting_in` where.

    Nothing is asked where nothing is named.
    """
    if not (named.codes or counting_in):
        return Existing()
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    named_in_sql: dict[str, Any] = {
        "codes": named.codes,
        "organisations": named.organisations,
        "people": named.people,
        "colleagues_in": organisation,
        "municipalities": {municipality for municipality, _ in named.places},
        "places": {place for _, place in named.places},
        "whole_maps": named.whole_maps,
        "counting_in": counting_in,
    }
    for row in session.execute(_EXISTING, named_in_sql):
        found[row.what].append(row)
    return Existing(_known(found), _in_force(found["version"]))


def _known(found: Mapping[str, Sequence[Row[Any]]]) -> Known:
    return Known(
        types=frozenset(row.name for row in found["type"]),
        made_by_product=frozenset(row.name for row in found["type"] if row.facts.get("made_by_product")),
        focus=frozenset((row.within, row.name) for row in found["focus"]),
        counters=frozenset((row.within, row.name) for row in found["counter"]),
        organisations=frozenset(row.name for row in found["organisation"]),
        people=frozenset(str(UUID(row.name)) for row in found["person"]),
        places=_places(found["place"], found["double"], found["flag"]),
    )


def _in_force(versions: Iterable[Row[Any]]) -> tuple[VersionInForce, ...]:
    in_order = sorted(versions, key=lambda row: (row.within, row.name))
    return tuple(VersionInForce(row.within, row.name, row.number, row.demo, row.of) for row in in_order)


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
