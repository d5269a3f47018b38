"""Which faults the tests name, read from the tests' own source: what runs is what is told of."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.faults import Room
from tests.reliability.listed import LISTED

ROOT = Path(__file__).parents[2]
NODE_TEST = re.compile(r"""\b(?:test|it)\(\s*(["'`])fault: (?P<name>.+?) -> (?P<expect>.+?)\1""")


@dataclass(frozen=True, order=True)
class FaultTest:
    """One test that names a fault; `test` is how it is called in its runner, `file` where it stands."""

    fault: str
    room: Room
    expect: str
    file: str
    test: str


def fault_tests() -> list[FaultTest]:
    """Every test that names a fault, in the order of the files."""
    python = sorted((ROOT / "tests").rglob("test_*.py"))
    node = sorted((ROOT / "tests/js").glob("*.test.js"))
    return [
        *(found for path in python for found in _in_python(path)),
        *(found for path in node for found in _in_node(path)),
    ]


def _in_python(path: Path) -> Iterator[FaultTest]:
    source = path.read_text(encoding="utf-8")
    if "fault(" not in source or path.name == "test_faults_fire.py":  # that one tries the marker itself
        return
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            for call in filter(_is_fault, _calls(node)):
                yield _told(call, str(path.relative_to(ROOT)), node.name)


def _calls(function: ast.FunctionDef) -> Iterator[ast.Call]:
    for decorator in function.decorator_list:
        yield from (node for node in ast.walk(decorator) if isinstance(node, ast.Call))


def _is_fault(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == "fault"


def _told(call: ast.Call, file: str, test: str) -> FaultTest:
    """What the decorator says; it must say it in plain words, or nobody could read it here."""
    by_name = {keyword.arg: keyword.value for keyword in call.keywords}
    name, expect, room = call.args[0], by_name["expect"], by_name["room"]
    if not (isinstance(name, ast.Constant) and isinstance(expect, ast.Constant)):
        raise TypeError(f"{file}, {test}: name the fault and what holds in plain words")
    if not isinstance(room, ast.Attribute):
        raise TypeError(f"{file}, {test}: say the room as Room.NETWORK")
    return FaultTest(str(name.value), Room[room.attr], str(expect.value), file, test)


def _in_node(path: Path) -> Iterator[FaultTest]:
    """A node test's room is that of its fault in the list; of one that is not listed, the phone itself."""
    for found in NODE_TEST.finditer(path.read_text(encoding="utf-8")):
        name, expect, file = found["name"], found["expect"], str(path.relative_to(ROOT))
        if "${" in found[0]:
            raise TypeError(f"{file}, {name}: name the fault and what holds in plain words")
        room = next((room for room, names in LISTED.items() if name in names), Room.DEVICE)
        yield FaultTest(name, room, expect, file, f"fault: {name} -> {expect}")
