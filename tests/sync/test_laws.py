"""Laws of the sync door: how entries are cut into batches, ordered and repeated does not matter."""

import random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from logger.extensions import db
from logger.services.running.ledger_checks import Damage, damage, strays
from tests.worlds.phones import LEKEBERG, Phone, World, changing

# What one author does to one activity after making it; only the last thing may take it away.
LIVES = st.tuples(st.integers(0, 3), st.sampled_from(["stands", "withdraw", "void"]))


def life(phone: Phone, amendments: int, end: str) -> list[dict[str, Any]]:
    """The operations of one activity, made one after the other."""
    ops = [phone.create()]
    ops += [phone.op(changing("amend", ops[0], rev, others=rev)) for rev in range(1, amendments + 1)]
    if end != "stands":
        ops.append(phone.op(changing(end, ops[0], amendments + 1)))
    return ops


def deliver(phone: Phone, ops: list[dict[str, Any]], chance: random.Random) -> dict[str, dict[str, Any]]:
    """Send in any order, cut anywhere, with repeats, until everything is settled; the first receipts."""
    receipts: dict[str, dict[str, Any]] = {}
    waiting = list(ops)
    while waiting:
        chance.shuffle(waiting)
        size = chance.randint(1, len(waiting))
        sent = waiting[:size] + chance.sample(ops, chance.randint(0, min(2, len(ops))))
        for result in phone.send(*sent):
            if result["status"] == "retry":
                continue
            told = {key: value for key, value in result.items() if key != "duplicate"}
            assert receipts.setdefault(result["op_id"], told) == told
        waiting = [op for op in waiting if op["op_id"] not in receipts]
    return receipts


@given(lives=st.lists(LIVES, min_size=1, max_size=4), seed=st.integers(0, 2**32))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_order_split_and_repetition_comes_to_the_same(world: World, rows, lives, seed):
    phone = world.phone(world.anna)
    ops = [op for amendments, end in lives for op in life(phone, amendments, end)]

    receipts = deliver(phone, ops, random.Random(seed))

    assert {receipt["status"] for receipt in receipts.values()} <= {"stored"}
    with world.app.app_context():
        assert damage(db.session(), LEKEBERG) == Damage(None, ())
        assert strays(db.session(), LEKEBERG) == []
    for amendments, end in lives:
        assert_stands(phone, ops, amendments, end, rows)
        ops = ops[1 + amendments + (end != "stands") :]


def assert_stands(phone: Phone, ops: list[dict[str, Any]], amendments: int, end: str, rows) -> None:
    """The activity whose life comes first among the operations is in the state that its life ended in."""
    first = changing("withdraw", ops[0], 1)["activity_id"]
    found = {
        str(id_).replace("-", ""): rest for id_, *rest in rows("select id, rev, state, others from activity")
    }
    states = {"stands": "current", "withdraw": "withdrawn", "void": "voided"}
    assert found[first.replace("-", "")] == [1 + amendments + (end != "stands"), states[end], amendments]
