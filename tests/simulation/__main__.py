"""Play one simulation and tell what came of it.

    python -m tests.simulation --ops 1000000 --devices 5000 [--restores 105] [--seed 1] [--report FILE]

Exit status 1 on any violation. The same seed plays the same simulation.
"""

import argparse
import os
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from tests.simulation.plan import Plan
from tests.simulation.report import told
from tests.simulation.run import Simulation

SHARED_MEMORY = Path("/dev/shm")


def main() -> int:
    """Play, print, and say by the exit status whether all held."""
    options = _options()
    restores = max(1, options.ops // 9_500) if options.restores is None else options.restores
    plan = Plan(options.ops, options.devices, restores, options.seed)
    with tempfile.TemporaryDirectory(dir=_room()) as folder:
        simulation = Simulation(plan, Path(folder))
        with closing(simulation.server):
            outcome = simulation.play()
    text = told(outcome)
    sys.stdout.write(text)
    if options.report:
        options.report.write_text(text)
    return 1 if outcome.oracle.violations else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Virtual phones against the real app.")
    parser.add_argument("--ops", type=int, default=60_000)
    parser.add_argument("--devices", type=int, default=300)
    parser.add_argument("--restores", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--report", type=Path)
    return parser.parse_args()


def _room() -> Path | None:
    """The database lies in memory where there is room for it: no power is cut here."""
    return SHARED_MEMORY if os.access(SHARED_MEMORY, os.W_OK) else None


if __name__ == "__main__":
    sys.exit(main())
