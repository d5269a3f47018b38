"""Several readings sent to the database as one statement: one trip, and one plan that PostgreSQL keeps."""

from collections import defaultdict, namedtuple
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CompoundSelect,
    Date,
    Float,
    Integer,
    LargeBinary,
    Select,
    String,
    Uuid,
    cast,
    literal_column,
    null,
    union_all,
)
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeEngine

from logger.store.tables.base import Instant

# Of several that a column is of, the first.
_KINDS: tuple[tuple[type[TypeEngine[Any]], TypeEngine[Any]], ...] = (
    (Instant, Instant()),
    (Uuid, Uuid(as_uuid=False)),
    (JSON, JSON()),
    (Date, Date()),
    (Boolean, Boolean()),
    (Integer, BigInteger()),
    (Float, Float()),
    (LargeBinary, LargeBinary()),
    (String, String()),
)
Slot = tuple[int, int]
"""A column of the one statement: the how manieth of its kind."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read, by the dialect it is written in, and the values it is asked with.

    The names of values are told apart by whoever puts readings together; the order of rows is open.
    """

    statements: Mapping[str, Select[Any]]
    given: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, statement: Select[Any]) -> "Reading":
        """One that is written alike in both dialects, with its values in it."""
        return cls({"sqlite": statement, "postgresql": statement})


@dataclass(frozen=True, slots=True)
class _United:
    """The one statement, and for each reading how its rows are found in those of all."""

    statement: CompoundSelect[Any]
    shapes: tuple[tuple[Any, Callable[[Any], Any]], ...]


def read(session: Session, readings: Mapping[str, Reading]) -> dict[str, list[Any]]:
    """The rows of each reading, by its name, as they would be if it were sent by itself."""
    if not readings:
        return {}
    connection = session.connection()
    dialect = connection.dialect.name
    united = _united(tuple(each.statements[dialect] for each in readings.values()))
    given = {name: value for each in readings.values() for name, value in each.given.items()}
    names = tuple(readings)
    found: dict[str, list[Any]] = {name: [] for name in names}
    for row in connection.execute(united.statement, given).all():
        shape, own = united.shapes[row[0]]
        found[names[row[0]]].append(shape._make(own(row)))
    return found


@lru_cache(maxsize=64)
def _united(statements: tuple[Select[Any], ...]) -> _United:
    """All rows in columns that are shared by kind: a row has nothing in those that its reading lacks."""
    layouts = [_layout(each) for each in statements]
    slots = sorted({slot for layout in layouts for slot in layout})
    branches = [
        _branch(at, each, layout, slots)
        for at, (each, layout) in enumerate(zip(statements, layouts, strict=True))
    ]
    shapes = tuple(
        (_shape(tuple(each.selected_columns.keys())), _own([1 + slots.index(slot) for slot in layout]))
        for each, layout in zip(statements, layouts, strict=True)
    )
    return _United(union_all(*branches), shapes)


@cache
def _shape(names: tuple[str, ...]) -> Any:
    """What a row is told as: made once, for to make one takes as long as a small statement."""
    return namedtuple("Found", names)  # noqa: PYI024


def _own(places: list[int]) -> Callable[[Any], Any]:
    """What finds the values of a reading in a row of all; of one place alone it would be no tuple."""
    return itemgetter(*places) if len(places) > 1 else itemgetter(slice(places[0], places[0] + 1))


def _layout(statement: Select[Any]) -> list[Slot]:
    taken: defaultdict[int, int] = defaultdict(int)
    layout = []
    for each in statement.selected_columns:
        kind = next(at for at, (of, _) in enumerate(_KINDS) if isinstance(each.type, of))
        layout.append((kind, taken[kind]))
        taken[kind] += 1
    return layout


def _branch(at: int, statement: Select[Any], layout: list[Slot], slots: list[Slot]) -> Select[Any]:
    columns = dict(zip(layout, statement.selected_columns, strict=True))
    told = (
        (columns[slot] if slot in columns else cast(null(), _KINDS[slot[0]][1])).label(
            f"of_{slot[0]}_{slot[1]}"
        )
        for slot in slots
    )
    which = literal_column(str(at), Integer).label("which")
    return statement.with_only_columns(which, *told, maintain_column_froms=True)
