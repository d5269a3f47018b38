"""Do each named harm to a copy of the tree and show which test sees it.

    python -m tests.mutants [--of server] [--only PART OF A NAME] [--report FILE]

A harm is a small change of text: `{name, file, old, new, why, suite: [commands]}` in a JSON file beside this
one, with `also` where it takes more than one; a suite that has a name is one of `SUITES` below. It is killed
when a test of its suite fails, and, where the harm says what that test `shows`, when it fails with these
words: `checks.json` has one for each assertion of the simulation and of the state machine. Exit status 1
where one survives, where `old` is not there exactly once, or where the test fails without the harm too.
"""

import argparse
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SHARED = (".venv", "node_modules", "static/vendor")
PATIENCE = 900
PYTEST = ".venv/bin/pytest"
_SOUND: dict[str, bool] = {}
_SIMULATION = ".venv/bin/python -m tests.simulation --seed 6"
SUITES = {
    "simulation": [f"{_SIMULATION} --ops 1200 --devices 16 --restores 2"],
    # Where the first backup would refuse a ledger that is not what was entered, before the verdict does.
    "simulation without restores": [f"{_SIMULATION} --ops 1200 --devices 16 --restores 0"],
    "simulation with desks": [f"{_SIMULATION} --ops 4500 --devices 40 --restores 2"],
    "state machine": [f"{PYTEST} tests/sync/test_machine.py -k sqlite"],
}
_NODE = "bin/with-node node --test --test-reporter=tap"
_FAILED = (
    re.compile(r"^VIOLATION (.+)$", re.MULTILINE),
    re.compile(r"^(?:FAILED|ERROR) (tests/.+?)(?: - .*)?$", re.MULTILINE),
    re.compile(r"^not ok \d+ - (.+)$", re.MULTILINE),
    re.compile(r"^✖ (.+?)(?: \([\d.]+ms\))?$", re.MULTILINE),
)
# Where a failure stands: a violation of the simulation, the line of a test that failed, what it said.
_SAID = re.compile(r"VIOLATION |    \S|E\s+\w*(?:Error|Exception)\b")


@dataclass(frozen=True)
class Edit:
    """In `file`, `old` becomes `new`."""

    file: str
    old: str
    new: str


@dataclass(frozen=True)
class Mutant:
    """One harm; the commands of `suite` are run until one fails."""

    name: str
    edits: Sequence[Edit]
    suite: Sequence[str]
    why: str
    shows: str

    @classmethod
    def of(cls, written: dict[str, Any]) -> "Mutant":
        """The harm as a file has it."""
        edits = [Edit(each["file"], each["old"], each["new"]) for each in (written, *written.get("also", []))]
        suite = written["suite"]
        if isinstance(suite, str):
            suite = _node(written["file"]) if suite == "node" else SUITES[suite]
        return cls(written["name"], edits, suite, written.get("why", ""), written.get("shows", ""))


@dataclass(frozen=True)
class Fate:
    """What became of a mutant: by which test it was seen, or why it was not."""

    mutant: Mutant
    is_killed: bool
    by: str


@dataclass(frozen=True)
class Seen:
    """A test that failed, and the command that it failed in."""

    command: str
    test: str


def main() -> int:
    """Harm, run, tell."""
    options = _options()
    mutants = [each for each in listed(options.of) if options.only in each.name]
    with _copy_of_the_tree() as tree:
        fates = [_tell(_fate(tree, each)) for each in mutants]
    survived = [fate for fate in fates if not fate.is_killed]
    summary = f"{len(fates) - len(survived)} of {len(mutants)} mutants killed"
    _say(summary)
    if options.report:
        options.report.write_text("\n".join([*map(_row, fates), "", summary]) + "\n")
    return 1 if survived or not fates else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Harm done on purpose, which tests must see.")
    parser.add_argument("--only", default="")
    parser.add_argument("--of", default="*", help="server or client; else both")
    parser.add_argument("--report", type=Path)
    return parser.parse_args()


def listed(of: str) -> list[Mutant]:
    """Every harm of one file, or of all (`*`)."""
    files = sorted(Path(__file__).parent.glob(f"{of}.json"))
    return [Mutant.of(each) for file in files for each in json.loads(file.read_text())]


@contextmanager
def _copy_of_the_tree() -> Iterator[Path]:
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        for name in filter(None, names.split("\0")):
            if (ROOT / name).is_file():
                (tree / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, tree / name)
        for name in SHARED:
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            (tree / name).symlink_to(ROOT / name)
        yield tree


def _node(file: str) -> list[str]:
    """The module's own tests, those of the whole core, all others; the model last, which takes longest."""
    core = ("outbox", "settling", "sync")
    aimed = [f"tests/js/{name}.test.js" for name in dict.fromkeys((Path(file).stem, *core))]
    there = [name for name in aimed if (ROOT / name).exists()]
    others = "$(ls tests/js/*.test.js | grep -v model.test)"
    return [
        *(f"{_NODE} {name}" for name in there),
        f"bash -c '{_NODE} {others}'",
        f"{_NODE} tests/js/model.test.js",
    ]


def _fate(tree: Path, mutant: Mutant) -> Fate:
    whole = {edit.file: (tree / edit.file).read_text() for edit in mutant.edits}
    try:
        for edit in mutant.edits:
            text = (tree / edit.file).read_text()
            if text.count(edit.old) != 1:
                told = f"its text is there {text.count(edit.old)} times: {edit.old}"
                return Fate(mutant, is_killed=False, by=told)
            (tree / edit.file).write_text(text.replace(edit.old, edit.new))
        seen = next(filter(None, (_seen_by(tree, command, mutant.shows) for command in mutant.suite)), None)
    finally:
        for file, text in whole.items():
            (tree / file).write_text(text)
    if seen is None:
        return Fate(mutant, is_killed=False, by="no test of its suite fails as it should")
    is_sound = _passes_unharmed(tree, seen)
    return Fate(
        mutant, is_killed=is_sound, by=seen.test if is_sound else f"{seen.test} fails without the harm"
    )


def _seen_by(tree: Path, command: str, shows: str) -> Seen | None:
    """The first test that fails; None where all pass. A suite that cannot run at all has seen nothing."""
    run = _run(tree, command)
    failed = [found for pattern in _FAILED for found in pattern.findall(run.stdout)]
    said = [line for line in run.stdout.splitlines() if _SAID.match(line)]
    if run.returncode != 1 or not failed or not (shows == "" or any(shows in line for line in said)):
        return None
    return Seen(command, next((each for each in failed if shows and shows in each), failed[0]))


def _passes_unharmed(tree: Path, seen: Seen) -> bool:
    """Whether it was the harm that the test saw: by the same test alone, where it can be run alone."""
    command = f"{PYTEST} {shlex.quote(seen.test)}" if seen.command.startswith(PYTEST) else seen.command
    if command not in _SOUND:
        _SOUND[command] = _run(tree, command).returncode == 0
    return _SOUND[command]


def _run(tree: Path, command: str) -> subprocess.CompletedProcess[str]:
    quiet = {"PYTHONDONTWRITEBYTECODE": "1", "PYTEST_ADDOPTS": "-p no:cacheprovider --no-header -q -x"}
    return subprocess.run(
        ["nice", *shlex.split(command)],
        cwd=tree,
        env=os.environ | quiet,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def _tell(fate: Fate) -> Fate:
    _say(_row(fate))
    return fate


def _row(fate: Fate) -> str:
    sign = "killed  " if fate.is_killed else "SURVIVED"
    told = [f"{sign} {fate.mutant.name}", fate.mutant.why, f"by {fate.by}" if fate.is_killed else fate.by]
    return "\n         ".join(filter(None, told))


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
