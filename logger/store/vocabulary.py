"""The vocabulary as kept: types with their focuses and counters, place kinds, organisations."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from logger.domain.terms import ActivityType, Term, Vocabulary
from logger.store.tables import OrganisationRow, VocabularyRow


def vocabulary(session: Session) -> Vocabulary:
    """Every word of the installation, in the order they were given."""
    rows = session.scalars(select(VocabularyRow).order_by(VocabularyRow.position, VocabularyRow.code))
    by_kind: dict[str, list[VocabularyRow]] = defaultdict(list)
    for row in rows:
        by_kind[row.kind].append(row)
    return Vocabulary.of(
        [_type(row, by_kind) for row in by_kind["type"]],
        [_term(row) for row in by_kind["place_kind"]],
        organisations(session),
    )


def organisations(session: Session) -> list[Term]:
    """The organisations that pledges and activities may name: parties, and third parties."""
    rows = session.execute(
        select(
            OrganisationRow.key, OrganisationRow.name_sv, OrganisationRow.name_en, OrganisationRow.facts
        ).order_by(OrganisationRow.position, OrganisationRow.key)
    )
    return [Term(row.key, row.name_sv, row.name_en, *_texts(row.facts)) for row in rows]


def add_missing(session: Session, words: Vocabulary) -> None:
    """Add those words that are not there yet; those that are keep what an administrator made of them."""
    there = set(session.execute(select(VocabularyRow.kind, VocabularyRow.code, VocabularyRow.of_type)))
    for position, row in enumerate(_rows(words)):
        if (row.kind, row.code, row.of_type) not in there:
            row.position = position
            session.add(row)
    known = set(session.scalars(select(OrganisationRow.key)))
    for position, term in enumerate(words.organisations.values()):
        if term.code not in known:
            session.add(
                OrganisationRow(
                    key=term.code, name_sv=term.sv, name_en=term.en, position=position, facts=_facts(term)
                )
            )
    session.flush()


def add_term(session: Session, kind: str, of_type: str, term: Term) -> None:
    """Add a word behind those of its kind."""
    last = session.scalar(select(func.max(VocabularyRow.position)).where(VocabularyRow.kind == kind)) or 0
    row = _row(kind, term, of_type, _facts_of(term))
    row.position = last + 1
    session.add(row)
    session.flush()


def put_term(session: Session, kind: str, of_type: str, term: Term) -> None:
    """Let a word that is there be as given; its code and its place in the order stay."""
    row = session.get_one(VocabularyRow, (kind, term.code, of_type))
    row.name_sv, row.name_en = term.sv, term.en
    row.facts = row.facts | _facts_of(term)
    session.flush()


def codes_of(session: Session, kind: str) -> frozenset[str]:
    """Every code of a kind that was ever given."""
    return frozenset(session.scalars(select(VocabularyRow.code).where(VocabularyRow.kind == kind)))


def add_organisation(session: Session, key: str, name: str) -> None:
    """Add a third party that a pledge names; one that is there keeps its names."""
    if session.get(OrganisationRow, key) is None:
        last = session.scalar(select(func.max(OrganisationRow.position))) or 0
        session.add(OrganisationRow(key=key, name_sv=name, name_en=name, position=last + 1, facts={}))
        session.flush()


def _rows(words: Vocabulary) -> Iterator[VocabularyRow]:
    for each in words.types.values():
        yield _row("type", each, "", _facts_of(each))
        for focus in each.focuses:
            yield _row("focus", focus, each.code, _facts(focus))
        for counter in each.counters:
            yield _row("counter", counter, each.code, _facts(counter))
    for kind in words.place_kinds.values():
        yield _row("place_kind", kind, "", _facts(kind))


def _row(kind: str, term: Term, of_type: str, facts: dict[str, Any]) -> VocabularyRow:
    return VocabularyRow(
        kind=kind, code=term.code, of_type=of_type, name_sv=term.sv, name_en=term.en, facts=facts, position=0
    )


def _facts_of(term: Term) -> dict[str, Any]:
    facts = _facts(term) | {"retired": term.retired}
    if isinstance(term, ActivityType):
        facts |= {"sensitive": term.sensitive, "made_by_product": term.made_by_product}
    return facts


def _facts(term: Term) -> dict[str, Any]:
    return {"sv_text": term.sv_text, "en_text": term.en_text}


def _texts(facts: dict[str, Any]) -> tuple[str, str]:
    return facts.get("sv_text", ""), facts.get("en_text", "")


def _term(row: VocabularyRow) -> Term:
    return Term(
        row.code, row.name_sv, row.name_en, *_texts(row.facts), retired=bool(row.facts.get("retired"))
    )


def _type(row: VocabularyRow, by_kind: dict[str, list[VocabularyRow]]) -> ActivityType:
    return ActivityType(
        row.code,
        row.name_sv,
        row.name_en,
        *_texts(row.facts),
        focuses=tuple(_term(each) for each in by_kind["focus"] if each.of_type == row.code),
        counters=tuple(_term(each) for each in by_kind["counter"] if each.of_type == row.code),
        sensitive=bool(row.facts.get("sensitive")),
        made_by_product=bool(row.facts.get("made_by_product")),
        retired=bool(row.facts.get("retired")),
    )
