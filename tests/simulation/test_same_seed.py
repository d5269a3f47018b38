"""The same seed plays the same simulation: what a failure prints replays it."""

from contextlib import closing
from pathlib import Path

from tests.simulation.plan import Plan
from tests.simulation.report import told
from tests.simulation.run import Simulation


def _played(folder: Path) -> list[str]:
    folder.mkdir()
    simulation = Simulation(Plan(ops=150, phones=4, restores=1, seed=5), folder)
    with closing(simulation.server):
        outcome = simulation.play()
    # How long it took, and how fast that was, is the machine's affair.
    return [line for line in told(outcome).splitlines() if "second" not in line]


def test_the_same_seed_gives_the_same_result(tmp_path):
    assert _played(tmp_path / "once") == _played(tmp_path / "again")
