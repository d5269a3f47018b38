"""Writes docs/reliability.md: every fault, what holds all the same, the test that shows it, its last run."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from tests.faults import Room
from tests.reliability.found import ROOT, FaultTest
from tests.reliability.listed import LISTED
from tests.reliability.results import Result

PAGE = ROOT / "docs" / "reliability.md"
PROOF = ROOT / "docs" / "proof"
HEADINGS = {
    Room.DEVICE: "The phone",
    Room.WORKER: "The service worker",
    Room.NETWORK: "The network",
    Room.SERVER: "The server",
    Room.DATABASE: "The database",
    Room.PEOPLE: "People",
}
HEAD = """\
# What Fältlogg survives

A pledge is a count that citizens are shown: an entry lost is a broken promise, an entry counted twice \
a false statement. Each fault below is made to happen by a test, which first shows that the fault happened \
and then that nothing was lost, nothing counted twice, and no word on the screen came too early. Browsers \
are Chromium; where it says *on WebKit*, the same was done to WebKitGTK.

This page is written by `make reliability` from the tests and their last run; `make check` holds it against \
the tests that exist. A plus behind a commit says that files had been changed since. Run one test alone with \
`.venv/bin/pytest FILE -k NAME`.
"""


def written(tests: Sequence[FaultTest], results: Mapping[str, Result]) -> str:
    """The whole page."""
    by_room = {room: [each for each in tests if each.room is room] for room in Room}
    rooms = [_room(room, there, results) for room, there in by_room.items() if there]
    return "\n".join([HEAD, *rooms, *_missing(tests), *_proofs()])


def told_on(page: str) -> set[tuple[str, str]]:
    """The faults and tests that a page tells of."""
    found, fault = set(), ""
    for line in page.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if line.startswith("| ") and len(cells) == 4 and "`" in cells[2]:
            fault = cells[0] or fault
            found.add((fault, cells[2]))
    return found


def named(tests: Iterable[FaultTest]) -> set[tuple[str, str]]:
    """The same for the tests that exist."""
    return {(each.fault, _test(each)) for each in tests}


def missing(tests: Iterable[FaultTest]) -> list[tuple[Room, str]]:
    """The faults of the list that no test names."""
    shown = {(each.room, each.fault) for each in tests}
    return [
        (room, fault) for room, faults in LISTED.items() for fault in faults if (room, fault) not in shown
    ]


def _room(room: Room, tests: Sequence[FaultTest], results: Mapping[str, Result]) -> str:
    order = [*LISTED[room], *sorted({each.fault for each in tests} - set(LISTED[room]))]
    lines = [f"## {HEADINGS[room]}", "", "| Fault | What holds | Test | Last run |", "|---|---|---|---|"]
    for fault in order:
        lines += _rows(fault, [each for each in tests if each.fault == fault], results)
    return "\n".join([*lines, ""])


def _rows(fault: str, tests: Sequence[FaultTest], results: Mapping[str, Result]) -> Iterator[str]:
    for place, each in enumerate(tests):
        result = results.get(_key(each))
        last = f"{result.outcome}, {result.commit}" if result else "not run"
        yield f"| {'' if place else fault} | {each.expect} | {_test(each)} | {last} |"


def _test(each: FaultTest) -> str:
    return f"`{each.file}`" if each.test.startswith("fault: ") else f"`{each.file}` `{each.test}`"


def _key(each: FaultTest) -> str:
    return each.test if each.test.startswith("fault: ") else f"{each.file}::{each.test}"


def _missing(tests: Sequence[FaultTest]) -> list[str]:
    names = [f"- {fault} ({room})" for room, fault in missing(tests)]
    return ["## Not shown by a test yet", "", *names, ""] if names else []


def _proofs() -> Iterator[str]:
    """The longer proofs: what their commands printed, kept beside this page."""
    files = sorted(path for path in PROOF.glob("*") if path.suffix in {".txt", ".json"})
    if files:
        yield "## Longer proofs\n"
    for path in files:
        yield f"### {path.stem.replace('-', ' ').capitalize()}\n\n```\n{_proof(path)}\n```\n"


def _proof(path: Path) -> str:
    text = path.read_text(encoding="utf-8").strip()
    return json.dumps(json.loads(text), indent=1, ensure_ascii=False) if path.suffix == ".json" else text
