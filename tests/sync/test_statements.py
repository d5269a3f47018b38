"""How many statements a batch takes (decision 0039): the same few, whatever its size and whatever is told."""

from collections.abc import Iterator
from datetime import date
from itertools import count
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import event

from logger.domain.periods import Days
from logger.domain.planning.plans import PlanItem
from logger.domain.planning.recurrence import Monthly
from logger.extensions import db
from logger.services.transactions import writing
from logger.store.plan import plans
from tests.worlds.phones import LEKEBERG, NOW, Phone, World, changing

MOST = 12
CHECKS, MEETINGS = "0198d7a0-0000-7000-8000-000000000901", "0198d7a0-0000-7000-8000-000000000902"


@pytest.fixture
def statements(world: World) -> Iterator[list[str]]:
    """Every statement sent through the writing engine; where a transaction begins and ends is none."""
    sent: list[str] = []

    def note(_connection, _cursor, statement, *_rest) -> None:
        if not statement.startswith("BEGIN"):
            sent.append(statement)

    with world.app.app_context():
        writing_engine = db.engine
    event.listen(writing_engine, "before_cursor_execute", note)
    yield sent
    event.remove(writing_engine, "before_cursor_execute", note)


def test_a_batch_takes_at_most_a_dozen_statements_whatever_its_size(
    world: World, phone: Phone, statements: list[str]
):
    """New, taken back, thrown away and bad, with something to be told of."""
    other = world.phone(world.anna)
    phone.cursors = phone.post(phone.batch(phone.create())).json["cursors"]
    lengths = []
    for size in (1, 3, 49):
        creates = [phone.create() for _ in range(size)]
        withdraws = [phone.op(changing("withdraw", op, 1)) for op in creates[::2]]
        voids = [phone.op(changing("void", op, 1)) for op in creates[1::2]]
        bad = phone.create(type="unheard_of")
        for batch in ([*creates, bad], [*withdraws, *voids, phone.create(), bad]):
            other.send(other.create())  # something to be told of
            statements.clear()
            phone.send(*batch)
            lengths.append(len(statements))

    assert len(set(lengths[::2])) == len(set(lengths[1::2])) == 1, lengths
    assert max(lengths) <= MOST, statements


@pytest.fixture
def _plan(world: World) -> None:
    """Many checks a month at the road, and as many meetings of which nothing is logged."""
    year = Days(date(2026, 1, 1), date(2026, 12, 31))
    items = [
        PlanItem(CHECKS, "police", "Kontroll", Monthly(31), year, type="traffic_check", place="skolvagen"),
        PlanItem(MEETINGS, "police", "Möte med rektorn", Monthly(31), year),
    ]
    with world.app.app_context(), writing(db.session()):
        for item in items:
            plans.put_item(db.session(), LEKEBERG, "medborgarlofte-2026", item, "coordinator", NOW)


@pytest.mark.usefixtures("_plan")
def test_a_batch_that_answers_for_planned_times_takes_no_more(
    world: World, phone: Phone, statements: list[str]
):
    other = world.phone(world.anna)

    def came(*ops: dict[str, Any]) -> set[str | None]:
        other.send(other.create())  # something to be told of
        statements.clear()
        told = {receipt.get("plan") for receipt in phone.send(*ops)}
        lengths.append(len(statements))
        return told

    phone.cursors = phone.post(phone.batch(phone.create())).json["cursors"]
    lengths: list[int] = []
    times = (f"2026-03.{number}" for number in count(1))
    for size in (1, 3, 12):
        named = [next(times) for _ in range(size)]
        first = [phone.create(plan_item=f"{CHECKS}/{time}") for time in named]
        words = [not_done(phone, f"{MEETINGS}/{time}") for time in named]
        assert came(*first, *words) == {"done", "not_done"}
        withdraws = [phone.op(changing("withdraw", op, 1)) for op in first]
        again = [phone.create(plan_item=f"{CHECKS}/{time}") for time in named]
        assert came(*withdraws, *again) == {None, "done"}

    assert len(set(lengths[::2])) == len(set(lengths[1::2])) == 1, lengths
    assert max(lengths) <= MOST, statements


def not_done(phone: Phone, planned: str) -> dict[str, Any]:
    """A word on a planned time, as the phone saves it."""
    named = {"activity_id": str(uuid4()), "municipality": LEKEBERG, "plan_item": planned}
    return phone.op(
        {"kind": "plan", "outcome": "not_done", "reason": "Sjukdom", "captured": {}} | named, schema=3
    )
