"""The domain is handed everything: it imports the standard library alone, and reads no clock."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

DOMAIN = Path(__file__).parents[2] / "logger" / "domain"
ALLOWED_PACKAGES = sys.stdlib_module_names | {"logger"}
# Part of the standard library, and yet the world outside.
# fmt: off
FORBIDDEN_MODULES = {
    "asyncio", "http", "io", "logging", "os", "pathlib", "random", "secrets", "shutil", "socket", "sqlite3",
    "subprocess", "tempfile", "threading", "time", "urllib",
}
# fmt: on
FORBIDDEN_CALLS = {"now", "today", "utcnow", "uuid1", "uuid4", "open", "print", "input"}

MODULES = sorted(DOMAIN.rglob("*.py"))


def imported_modules(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module=str(module)):
                yield module


def called_names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
                yield name


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(DOMAIN).as_posix())
def test_a_domain_module_imports_the_standard_library_and_its_neighbours_alone(module: Path):
    imports = set(imported_modules(ast.parse(module.read_text(encoding="utf-8"))))
    packages = {name.partition(".")[0] for name in imports}

    assert packages <= ALLOWED_PACKAGES
    assert not packages & FORBIDDEN_MODULES
    assert {name for name in imports if name.startswith("logger")} <= {
        name for name in imports if name == "logger.domain" or name.startswith("logger.domain.")
    }


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(DOMAIN).as_posix())
def test_a_domain_module_reads_no_clock_and_draws_no_lots(module: Path):
    assert not set(called_names(ast.parse(module.read_text(encoding="utf-8")))) & FORBIDDEN_CALLS
