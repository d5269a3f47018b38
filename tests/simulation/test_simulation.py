"""Sixty thousand operations through every fault and six restores: nothing lost, nothing twice."""

import os
from contextlib import closing

from tests.simulation.plan import Plan
from tests.simulation.report import told
from tests.simulation.run import Simulation

SEED = int(os.environ.get("SEED", "1"))
PLAN = Plan(ops=60_000, phones=300, restores=6, seed=SEED)


def test_nothing_is_lost_and_nothing_counted_twice(tmp_path):
    simulation = Simulation(PLAN, tmp_path)
    with closing(simulation.server):
        outcome = simulation.play()

    assert not outcome.oracle.violations, told(outcome)
    assert outcome.saved >= PLAN.ops
    assert outcome.restores == PLAN.restores
    assert outcome.oracle.erased_acked > 1_000
