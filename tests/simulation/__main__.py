"""Play a simulation, in one town or in several beside each other, and tell what came of it.

    python -m tests.simulation --ops 1000000 --devices 5000 [--towns 4] [--restores 105] [--seed 1]

Towns share operations, phones and restores evenly; each is a world by itself, with a seed of its own from the
one that is named. As many are played at a time as there are processors, or `--at-once` says. Exit status 1 on
any violation. The same seed plays the same simulation.
"""

import argparse
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tests.simulation.plan import Plan
from tests.simulation.report import Figures, text_of
from tests.simulation.town_played import played


def main() -> int:
    """Play, print, and say by the exit status whether all held."""
    options = _options()
    restores = max(options.towns, options.ops // 9_500) if options.restores is None else options.restores
    ops, phones, restores = (-(-each // options.towns) for each in (options.ops, options.devices, restores))
    plans = [Plan(ops, phones, restores, options.seed + town) for town in range(options.towns)]
    # A process for each town: what one remembers is gone when the next begins.
    with ProcessPoolExecutor(options.at_once, get_context("spawn"), max_tasks_per_child=1) as pool:
        figures = Figures.added(list(pool.map(played, plans)))
    text = text_of(figures)
    sys.stdout.write(text)
    if options.report:
        options.report.write_text(text)
    return 1 if figures.violations else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Virtual phones against the real app.")
    parser.add_argument("--ops", type=int, default=60_000)
    parser.add_argument("--devices", type=int, default=300)
    parser.add_argument("--towns", type=int, default=1)
    parser.add_argument("--at-once", type=int, default=os.cpu_count())
    parser.add_argument("--restores", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--report", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
