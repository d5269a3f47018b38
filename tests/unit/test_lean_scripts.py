"""Scripts lose their comments on the way out, and nothing else."""

import re
from pathlib import Path

import pytest

from logger.web.phone.lean_scripts import without_comments

STATIC = Path(__file__).parents[2] / "static"
SCRIPTS = [*sorted((STATIC / "js").rglob("*.js")), STATIC / "sw.js"]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.relative_to(STATIC).as_posix())
def test_a_script_loses_comments_and_indentation_alone(script: Path) -> None:
    source = script.read_text(encoding="utf-8")
    lean = without_comments(source)
    assert lean.count("\n") == source.count("\n")
    assert "@param" not in lean
    assert not re.search(r"(^|\s)//\s", lean, re.MULTILINE)
    assert without_comments(lean) == lean
    for line in source.splitlines():
        for comment in ("/*", " // "):
            before, opening, _ = line.partition(comment)
            in_text = any(before.count(quote) % 2 for quote in "'\"`")
            assert not (opening and in_text), f"{comment} in a text: {line}"
        assert line.count("`") % 2 == 0 or line.lstrip().startswith(("*", "//")), f"a text over lines: {line}"


def test_code_beside_a_comment_stays() -> None:
    source = "/** One. */\nconst a = /** @type {any} */ (b); // why\n  // a line\n  const c = `http://x`;\n"
    assert without_comments(source) == "\nconst a = (b);\n\nconst c = `http://x`;\n"


def test_no_line_of_the_worker_is_lost_either() -> None:
    assert re.search(
        r"addEventListener\(\"fetch\"", without_comments((STATIC / "sw.js").read_text(encoding="utf-8"))
    )
