"""Laws of what is kept: whatever came, changed and went, it is what all activities together come to."""

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from logger.domain.activities import Activity
from logger.domain.counting.accounts import account_of
from logger.domain.counting.daily import day_book
from logger.domain.counting.gists import gist
from logger.domain.counting.ledger import Ledger
from logger.domain.pledge_files.faults import PledgeFileFaults
from logger.domain.pledges import Pledge
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.boards.board_rows import row
from logger.services.files.activities_files import read_activities_text
from logger.services.files.pledge_files import read_pledge_text
from logger.store.kept.day_books import read, written
from tests.oracle.random_cases import random_case
from tests.worlds.keeper import Keeper, laid_out
from tests.worlds.pledge_strategies import activities, pledge_documents

VECTORS = sorted((Path(__file__).parent.parent / "vectors").glob("*.json"))
CASES = [path for path in VECTORS if "expected" in json.loads(path.read_text())]
HALF_A_YEAR = activities(date(2020, 12, 1), date(2021, 6, 30))
LEDGERS = st.lists(HALF_A_YEAR, max_size=8, unique_by=lambda each: each.id)
PLEDGES = pledge_documents(most=2).map(lambda written: read_pledge_text(json.dumps(written), BUILT_IN))
NEW_YEAR = date(2040, 1, 1)  # nothing is known of any later day
fewer = settings(max_examples=settings().max_examples // 3)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    file = tmp_path_factory.mktemp("kept") / "kept.db"
    with laid_out(f"sqlite:///{file}") as session:
        yield session


def read_case(case: dict[str, Any]) -> tuple[Pledge, Ledger]:
    document = {key: case[key] for key in ("places", "activities", "marks", "reports")}
    known = read_activities_text(json.dumps(document))
    try:
        return read_pledge_text(json.dumps(case["pledge"]), BUILT_IN), known
    except PledgeFileFaults as refusal:
        if refusal.countable is None:
            raise
        return refusal.countable, known


def lived_through(session: Session, pledge: Pledge, known: Ledger, chance: random.Random) -> Keeper:
    """The ledger's activities as phones and desks bring them: in any order, some otherwise at first."""
    keeper = Keeper(session, pledge, known.places)
    final = chance.sample(known.activities, len(known.activities))
    first = [at_first(each, final, chance) for each in final if chance.random() < 0.5]
    for versions in (first, final):
        size = chance.randint(1, 1 + len(versions))
        for at in range(0, len(versions), size):
            keeper.take(versions[at : at + size])
    return keeper


def at_first(each: Activity, among: list[Activity], chance: random.Random) -> Activity:
    """The activity as it was before it was put right: voided, elsewhere, at another time, or another's."""
    other = chance.choice(among)
    later = timedelta(minutes=chance.randint(-3_000, 3_000))
    ended = None if each.ended_at is None else each.ended_at + later
    return chance.choice([
        replace(each, voided=not each.voided),
        replace(each, place=other.place),
        replace(each, started_at=each.started_at + later, ended_at=ended),
        replace(other, id=each.id),
    ])  # fmt: skip


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_kept_answers_the_vectors(session: Session, path: Path) -> None:
    case = json.loads(path.read_text())
    pledge, known = read_case(case)
    keeper = lived_through(session, pledge, known, random.Random(path.stem))
    for as_of in case["expected"]:
        day = date.fromisoformat(as_of)
        assert keeper.answers(day) == keeper.computed(day)
    assert keeper.rebuilt().mended == 0


@pytest.mark.parametrize("seed", range(1, 16))
def test_what_is_kept_is_what_is_computed_on_random_cases(session: Session, seed: int) -> None:
    case, as_of = random_case(seed)
    pledge, known = read_case(case)
    keeper = lived_through(session, pledge, known, random.Random(seed))
    assert keeper.rows(NEW_YEAR) == keeper.computed_rows(NEW_YEAR)
    for day in map(date.fromisoformat, as_of):
        assert keeper.answers(day) == keeper.computed(day)
    assert keeper.rebuilt().mended == 0


@fewer
@given(PLEDGES, LEDGERS, st.randoms(use_true_random=False))
def test_a_book_is_read_as_it_was_written(of: Pledge, made: list[Activity], chance: Any) -> None:
    places = {place: chance.choice([place, None]) for place in "abc"}
    elsewhere = [replace(each, place=places.get(each.place or "")) for each in made]
    for each in of.commitments:
        book = day_book(of, each, Ledger(activities=tuple(elsewhere)), date.max)
        for told in (book, gist(each, book)):
            assert read(json.loads(json.dumps(written(told)))) == told


@fewer
@given(PLEDGES, LEDGERS, st.integers(0, 400))
def test_a_gist_answers_as_of_its_last_day_and_later(of: Pledge, made: list[Activity], later: int) -> None:
    known = Ledger(activities=tuple(made))
    for each in of.commitments:
        book = day_book(of, each, known, date.max)
        as_of = (book.last_day or of.valid.first) + timedelta(days=later)
        account = account_of(of, each, known, as_of)
        shown = row(replace(account, book=gist(each, book)))
        assert shown == row(account)
