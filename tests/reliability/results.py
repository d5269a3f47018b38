"""How the last run of each test of a fault ended; every run leaves it under build/, whatever part it ran."""

import fcntl
import json
import subprocess
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "build" / "reliability"
PYTHON = FOLDER / "python.json"
NODE = FOLDER / "node.xml"
POWER_CUTS = ROOT / "docs" / "proof" / "power-cuts.json"


@dataclass(frozen=True)
class Result:
    """How a test ended, and on which commit; a plus where files were changed since."""

    outcome: str
    commit: str


def keep_results(outcomes: Mapping[str, str]) -> None:
    """Keep how tests ended, beside those of earlier runs."""
    if not outcomes:
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    commit = commit_here()
    with PYTHON.open("a+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # processes that run files beside each other end together
        file.seek(0)
        known = json.loads(file.read() or "{}")
        known |= {test: asdict(Result(outcome, commit)) for test, outcome in outcomes.items()}
        file.truncate(0)
        file.write(json.dumps(known, indent=1, sort_keys=True))


def read_results() -> dict[str, Result]:
    """The last results by test, without their parameters: one that failed speaks for all."""
    found: dict[str, Result] = {}
    if PYTHON.exists():
        for node_id, told in json.loads(PYTHON.read_text()).items():
            test, result = node_id.split("[")[0], Result(**told)
            if found.get(test, result).outcome == "passed":
                found[test] = result
    return of_power_cuts() | found | _of_node()


def of_power_cuts() -> dict[str, Result]:
    """By the record that power cuts leave beside the page: no `make test` makes any. A failure tells."""
    trials = json.loads(POWER_CUTS.read_text("utf-8"))["results"] if POWER_CUTS.exists() else []
    found: dict[str, Result] = {}
    for each in sorted(trials, key=lambda trial: (not trial["holds"], trial["at"])):
        found[each["test"]] = Result("passed" if each["holds"] else "failed", each["commit"])
    return found


def commit_here() -> str:
    """The commit that is checked out, with a plus where something is changed; empty outside a repository."""
    asked = [["rev-parse", "--short", "HEAD"], ["status", "--porcelain", "--untracked-files=no"]]
    told = [
        subprocess.run(["git", *each], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
        for each in asked
    ]
    return told[0] + ("+" if told[1] else "")


def _of_node() -> dict[str, Result]:
    """Of the JUnit file that `make reliability` lets node write just before: by the test's own name."""
    if not NODE.exists():
        return {}
    commit = commit_here()
    cases = ElementTree.parse(NODE).iter("testcase")  # noqa: S314 our own file
    return {
        case.get("name", ""): Result("failed" if case.find("failure") is not None else "passed", commit)
        for case in cases
        if case.get("name", "").startswith("fault: ")
    }
