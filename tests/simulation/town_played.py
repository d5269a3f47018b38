"""One town of several, played in a process of its own."""

import os
import tempfile
from contextlib import closing
from pathlib import Path

from tests.simulation.plan import Plan
from tests.simulation.report import Figures
from tests.simulation.run import Simulation

SHARED_MEMORY = Path("/dev/shm")


def played(plan: Plan) -> Figures:
    """What it came to."""
    with tempfile.TemporaryDirectory(dir=_room()) as folder:
        simulation = Simulation(plan, Path(folder))
        with closing(simulation.server):
            return Figures.of(simulation.play())


def _room() -> Path | None:
    """The database lies in memory where there is room for it: no power is cut here."""
    return SHARED_MEMORY if os.access(SHARED_MEMORY, os.W_OK) else None
