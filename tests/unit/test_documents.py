"""What the documents point at is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
# A file of ours by its path, whole or from some folder on: `store/kept/leaves.py`, `years/reading_*.py`.
FILE = re.compile(r"`((?:[\w*.-]+/)+[\w*.-]+\.(?:py|js|html|css|sh))\b")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_of_a_document_leads_somewhere(document: Path):
    links = LINK.findall(document.read_text(encoding="utf-8"))

    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_that_a_document_names_is_there(document: Path):
    names = FILE.findall(document.read_text(encoding="utf-8"))
    folders = (ROOT, *(ROOT / name for name in ("logger", "static", "static/js", "tests")))

    assert [name for name in names if not any([*folder.glob(name)] for folder in folders)] == []
