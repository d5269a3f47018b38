"""Day books of commitments as kept: read for a pledge or for many, written whole."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Row, bindparam, case, delete, select, tuple_
from sqlalchemy.orm import Session

from logger.domain.counting.day_book import DayBook
from logger.domain.counting.keeping import Kept
from logger.store.day_books import SHAPE, read, written
from logger.store.statements import any_of, table_of, upserts
from logger.store.tables import ProgressRow

Key = tuple[str, str, str]
"""Municipality, pledge, commitment."""

_PROGRESS = table_of(ProgressRow)
_KEY = tuple(_PROGRESS.c[name] for name in ("municipality", "pledge", "commitment"))
_OF_VERSION = (
    _PROGRESS.c.municipality == bindparam("code"),
    _PROGRESS.c.pledge == bindparam("pledge"),
    _PROGRESS.c.number == bindparam("number"),
    _PROGRESS.c.shape == SHAPE,
)
_BOOKS = select(_PROGRESS.c.commitment, _PROGRESS.c.book).where(*_OF_VERSION)
_IS_WHOLE = _PROGRESS.c.commitment.in_(any_of("whole"))
_MOSTLY_GISTS = select(
    _PROGRESS.c.commitment, case((_IS_WHOLE, _PROGRESS.c.book), else_=_PROGRESS.c.gist).label("told")
).where(*_OF_VERSION)
_OF_KEYS = select(*_KEY, _PROGRESS.c.number, _PROGRESS.c.book, _PROGRESS.c.gist).where(
    tuple_(*_KEY).in_(any_of("keys")), _PROGRESS.c.shape == SHAPE
)
_GISTS = select(*_KEY, _PROGRESS.c.number, _PROGRESS.c.gist).where(
    _PROGRESS.c.municipality.in_(any_of("codes")), _PROGRESS.c.shape == SHAPE
)
_CHANGING = ("number", "shape", "gist", "book")
_PUT = {
    dialect: new.on_conflict_do_update(
        index_elements=_KEY, set_={name: new.excluded[name] for name in _CHANGING}
    )
    for dialect, new in upserts(ProgressRow).items()
}


def books_of(session: Session, municipality: str, pledge: str, number: int) -> dict[str, DayBook]:
    """The day books kept of a pledge's version, by commitment."""
    rows = session.execute(_BOOKS, {"code": municipality, "pledge": pledge, "number": number})
    return {row.commitment: read(row.book) for row in rows}


def gists_of(
    session: Session, municipality: str, pledge: str, number: int, whole: Collection[str]
) -> dict[str, DayBook]:
    """Their gists; of the commitments that are wanted `whole`, the books."""
    given = {"code": municipality, "pledge": pledge, "number": number, "whole": sorted(whole)}
    return {row.commitment: read(row.told) for row in session.execute(_MOSTLY_GISTS, given)}


def kept(session: Session, keys: Collection[Key]) -> dict[Key, Kept]:
    """What is kept of these commitments."""
    if not keys:
        return {}
    rows: Iterable[Row[Any]] = session.execute(_OF_KEYS, {"keys": sorted(keys)})
    return {_key(row): Kept(row.number, read(row.book), _covered(row)) for row in rows}


def gists(session: Session, municipalities: Collection[str]) -> dict[Key, Kept]:
    """The same of all that is kept in these municipalities, their days put together by period."""
    rows: Iterable[Row[Any]] = session.execute(_GISTS, {"codes": sorted(municipalities)})
    return {_key(row): Kept(row.number, read(row.gist), _covered(row)) for row in rows}


def put(session: Session, found: Mapping[Key, tuple[Kept, DayBook]]) -> None:
    """Let what is kept of these commitments be as given, each with its gist, in sorted order."""
    if not found:
        return
    connection = session.connection()
    connection.execute(_PUT[connection.dialect.name], [_row(key, *found[key]) for key in sorted(found)])


def forget(
    session: Session, municipality: str, pledge: str, commitments: Iterable[str] | None = None
) -> None:
    """Keep nothing of these commitments of the pledge, or of all."""
    query = delete(_PROGRESS).where(_PROGRESS.c.municipality == municipality, _PROGRESS.c.pledge == pledge)
    if commitments is not None:
        query = query.where(_PROGRESS.c.commitment.in_(list(commitments)))
    session.execute(query)


def _row(key: Key, kept: Kept, gist: DayBook) -> dict[str, Any]:
    municipality, pledge, commitment = key
    return {
        "municipality": municipality,
        "pledge": pledge,
        "commitment": commitment,
        "number": kept.number,
        "shape": SHAPE,
        "gist": written(gist) | ({"covered": sorted(kept.covered)} if kept.covered else {}),
        "book": written(kept.book),
    }


def _key(row: Row[Any]) -> Key:
    return row.municipality, row.pledge, row.commitment


def _covered(row: Row[Any]) -> frozenset[str]:
    return frozenset(row.gist.get("covered", ()))
