"""What exists of all that a batch of entries names, and which pledges count there, in one statement."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Select, String, Uuid, and_, bindparam, func, select
from sqlalchemy.orm import Session, aliased

from logger.domain.entering.judgements import Known
from logger.domain.places import Flag, Place
from logger.store import together
from logger.store.pledges.pledges import VersionInForce
from logger.store.statements import by_dialect, table_of
from logger.store.tables import (
    OrganisationRow,
    PlaceFlagRow,
    PlaceRow,
    PledgeRow,
    PledgeVersionRow,
    UserRow,
    VocabularyRow,
)
from logger.store.together import Reading


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


_BY_CODE, _BY_MUNICIPALITY = {"code": String()}, {"municipality": String()}
# A double stands for the place that it turned out to be: `of` says which that is.
_NAMED, _STANDS, _DOUBLE = (aliased(PlaceRow, name=name) for name in ("named", "stands", "double"))
_ID_NOW = func.coalesce(_NAMED.merged_into, _NAMED.id)
_IS_IT = and_(_STANDS.municipality == _NAMED.municipality, _STANDS.id == _ID_NOW)
_WAS_IT = and_(_DOUBLE.municipality == _NAMED.municipality, _DOUBLE.merged_into == _ID_NOW)
_FLAGGED_IT = and_(PlaceFlagRow.municipality == _NAMED.municipality, PlaceFlagRow.place == _ID_NOW)
_USER, _VERSION, _PLEDGE = (table_of(each) for each in (UserRow, PledgeVersionRow, PledgeRow))
_OF_PLEDGE = and_(_VERSION.c.municipality == _PLEDGE.c.municipality, _VERSION.c.pledge == _PLEDGE.c.key)


def _of_places(beside: Any, on: ColumnElement[bool], *told: Any) -> Callable[[Any], Select[Any]]:
    """What is told of the places that are named, or of all in a municipality."""
    columns = (_NAMED.municipality.label("within"), _NAMED.id.label("name"), *told)

    def asked(place: Any) -> Select[Any]:
        is_named = (getattr(_NAMED, each.name) == each for each in place)
        return select(*columns).select_from(_NAMED).join(beside, on).where(*is_named)

    return asked


_OF_PLACES = {
    "place": _of_places(_STANDS, _IS_IT, _STANDS.id.label("of"), _STANDS.kinds),
    "double": _of_places(_DOUBLE, _WAS_IT, _DOUBLE.id.label("of")),
    "flag": _of_places(PlaceFlagRow, _FLAGGED_IT, PlaceFlagRow.first, PlaceFlagRow.last),
}
_STATEMENTS = {
    "word": by_dialect(
        "codes",
        _BY_CODE,
        lambda word: select(
            VocabularyRow.kind, VocabularyRow.of_type, VocabularyRow.code, VocabularyRow.facts
        ).where(VocabularyRow.code == word.code),
    ),
    "organisation": by_dialect(
        "organisations",
        _BY_CODE,
        lambda organisation: select(OrganisationRow.key).where(OrganisationRow.key == organisation.code),
    ),
    "person": by_dialect(
        "people",
        {"id": Uuid(as_uuid=False)},
        lambda person: select(_USER.c.id).where(
            _USER.c.id == person.id, _USER.c.organisation == bindparam("colleagues_in")
        ),
    ),
    "version": by_dialect(
        "counting",
        _BY_MUNICIPALITY,
        lambda counting: (
            select(
                *(_VERSION.c[name] for name in ("municipality", "pledge", "number")),
                _PLEDGE.c.demo,
                _VERSION.c.sha256,
            )
            .select_from(_VERSION.join(_PLEDGE, _OF_PLEDGE))
            .where(_VERSION.c.municipality == counting.municipality, _VERSION.c.status == "approved")
        ),
    ),
    **{
        what: by_dialect("places", _BY_MUNICIPALITY | {"id": String()}, asked)
        for what, asked in _OF_PLACES.items()
    },
}
_WHOLE_MAPS = {
    f"every_{what}": by_dialect("whole_maps", _BY_MUNICIPALITY, asked) for what, asked in _OF_PLACES.items()
}


def existing(session: Session, named: Named, organisation: str) -> Existing:
    """What of it there is, of people those of the organisation."""
    return existing_in(together.read(session, readings(named, organisation, ())))


def readings(named: Named, organisation: str, counting_in: Collection[str]) -> dict[str, Reading]:
    """What is to be read for that, and for which pledges are `counting_in` where."""
    given = {
        "codes": [{"code": each} for each in sorted(named.codes)],
        "organisations": [{"code": each} for each in sorted(named.organisations)],
        "people": [{"id": each} for each in sorted(named.people)],
        "colleagues_in": organisation,
        "places": [{"municipality": code, "id": place} for code, place in sorted(named.places)],
        "counting": [{"municipality": each} for each in sorted(counting_in)],
    }
    # All of them: so it is one statement whatever a batch names. Few batches ask for whole maps.
    asked = {what: Reading(statements, given) for what, statements in _STATEMENTS.items()}
    maps = {"whole_maps": [{"municipality": each} for each in sorted(named.whole_maps)]}
    whole = {what: Reading(statements, maps) for what, statements in _WHOLE_MAPS.items()}
    return asked | (whole if named.whole_maps else {})


def existing_in(rows: Mapping[str, Sequence[Any]]) -> Existing:
    """The same of the rows that were read."""
    return Existing(_known(rows), _in_force(rows["version"]))


def _known(rows: Mapping[str, Sequence[Any]]) -> Known:
    words = defaultdict[str, list[Any]](list)
    for row in rows["word"]:
        words[row.kind].append(row)
    places, doubles, flags = ([*rows[what], *rows.get(f"every_{what}", ())] for what in _OF_PLACES)
    return Known(
        types=frozenset(row.code for row in words["type"]),
        made_by_product=frozenset(row.code for row in words["type"] if row.facts.get("made_by_product")),
        focus=frozenset((row.of_type, row.code) for row in words["focus"]),
        counters=frozenset((row.of_type, row.code) for row in words["counter"]),
        organisations=frozenset(row.key for row in rows["organisation"]),
        people=frozenset(row.id for row in rows["person"]),
        places=_places(places, doubles, flags),
    )


def _in_force(versions: Iterable[Any]) -> tuple[VersionInForce, ...]:
    in_order = sorted(versions, key=lambda row: (row.municipality, row.pledge))
    return tuple(VersionInForce(*row) for row in in_order)


def _places(
    places: Iterable[Any], doubles: Iterable[Any], flags: Iterable[Any]
) -> dict[tuple[str, str], Place]:
    """The places as counting sees them, by the ids that entries name: with kinds and flags, without names."""
    former: dict[tuple[str, str], set[str]] = defaultdict(set)
    flagged: dict[tuple[str, str], dict[Flag, None]] = defaultdict(dict)
    for row in doubles:
        former[row.within, row.name].add(row.of)
    for row in flags:
        flagged[row.within, row.name][Flag(row.first, row.last)] = None
    return {
        key: Place(
            row.of, row.of, frozenset(row.kinds), tuple(flagged[key]), former=tuple(sorted(former[key]))
        )
        for row in places
        for key in [(row.within, row.name)]
    }
