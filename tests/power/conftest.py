"""Power cuts run only where they are asked for (`make power-cuts`): they need root and loop devices."""

import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from logger import clock
from logger.factory import ROOT
from tests.power.disk import require_all
from tests.power.results import Result

CUTS = int(os.environ.get("POWER_CUTS") or 0)
SEED = int(os.environ.get("SEED") or 1)
RECORD = ROOT / "docs" / "proof" / "power-cuts.json"
TECHNIQUE = (
    "ext4 on an image on ext4; the outer one is shut down by FS_IOC_SHUTDOWN without flushing, so that every "
    "write that no flush reached is dropped, as from a drive's cache. Not shown: lying drives, torn sectors."
)
ALL = 6  # three claims, each with its control

collect_ignore = [] if CUTS else ["test_power_cuts.py"]
Trial = Callable[[Path, int], Result]


@pytest.fixture(scope="session")
def results() -> Iterator[list[Result]]:
    """What was tried; when everything was, the numbers go to docs/proof."""
    require_all()
    told: list[Result] = []
    yield told
    if len(told) == ALL:
        RECORD.parent.mkdir(exist_ok=True)
        numbers = {
            "command": f"make power-cuts CUTS={CUTS} SEED={SEED}",
            "at": clock.now().isoformat(timespec="seconds"),
            "kernel": platform.release().split("-")[0],
            "technique": TECHNIQUE,
            "results": [result.told() for result in told],
        }
        RECORD.write_text(json.dumps(numbers, ensure_ascii=False, indent=2) + "\n", "utf-8")


@pytest.fixture
def tried(results: list[Result]) -> Callable[[Trial, int], Result]:
    """Runs a trial so many times in a folder of its own, and tells the numbers."""

    def run(trial: Trial, cuts: int) -> Result:
        # In memory where there is room: the two file systems decide what survives, not what is below.
        memory = Path("/dev/shm")
        with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
            Path(folder).chmod(0o755)  # PostgreSQL's own user must come through
            result = trial(Path(folder), cuts)
        results.append(result)
        sys.stdout.write(f"\n{result}\n")
        return result

    return run
