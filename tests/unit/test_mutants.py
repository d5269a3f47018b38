"""The list of harms is kept with the code: each still finds the very text that it changes."""

from tests.mutants.__main__ import ROOT, listed


def test_every_harm_finds_its_text_exactly_once():
    astray = [
        f"{harm.name}: {edit.file}"
        for harm in listed("*")
        for edit in harm.edits
        if not (ROOT / edit.file).is_file() or (ROOT / edit.file).read_text().count(edit.old) != 1
    ]
    assert astray == []
