"""Power cuts run only where they are asked for (`make power-cuts`): they need root and loop devices."""

import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from logger import clock
from tests.power.disk import require_all
from tests.power.results import Result
from tests.reliability.results import POWER_CUTS, commit_here

CUTS = int(os.environ.get("POWER_CUTS") or 0)
SEED = int(os.environ.get("SEED") or 1)
TECHNIQUE = (
    "ext4 on an image on ext4; the outer one is shut down by FS_IOC_SHUTDOWN without flushing, so that every "
    "write that no flush reached is dropped, as from a drive's cache. Not shown: lying drives, torn sectors."
)

collect_ignore = [] if CUTS else ["test_power_cuts.py"]
Trial = Callable[[Path, int], Result]


@pytest.fixture(scope="session")
def record(request: pytest.FixtureRequest) -> Callable[[Result, str], None]:
    """Writes what a trial came to into docs/proof, in the place of what an earlier run of it came to."""
    require_all()
    only = request.config.getoption("-k")
    commit = commit_here()
    command = f"make power-cuts CUTS={CUTS} SEED={SEED}" + (f" ONLY={only}" if only else "")

    def write(result: Result, test: str) -> None:
        kernel = platform.release().split("-")[0]
        at = clock.now().isoformat(timespec="seconds")
        came_to = {
            **result.told(),
            "test": test,
            "command": command,
            "commit": commit,
            "at": at,
            "kernel": kernel,
        }
        known = json.loads(POWER_CUTS.read_text("utf-8"))["results"] if POWER_CUTS.exists() else []
        numbers = {each["what"]: each for each in [*known, came_to]}
        page = {"technique": TECHNIQUE, "results": list(numbers.values())}
        POWER_CUTS.write_text(json.dumps(page, ensure_ascii=False, indent=2) + "\n", "utf-8")

    return write


@pytest.fixture
def tried(
    record: Callable[[Result, str], None], request: pytest.FixtureRequest
) -> Callable[[Trial, int], Result]:
    """Runs a trial so many times in a folder of its own, and tells the numbers."""

    def run(trial: Trial, cuts: int) -> Result:
        # In memory where there is room: the two file systems decide what survives, not what is below.
        memory = Path("/dev/shm")
        with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
            Path(folder).chmod(0o755)  # PostgreSQL's own user must come through
            result = trial(Path(folder), cuts)
        record(result, request.node.nodeid.split("[")[0])
        sys.stdout.write(f"\n{result}\n")
        return result

    return run
