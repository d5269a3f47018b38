"""A sheet of the phone is a list of components on disk, and one file on the line."""

import re
from pathlib import Path

import pytest

from logger.web.phone.whole_sheets import whole_sheet

CSS = Path(__file__).parents[3] / "static" / "css"
LISTS = ("phone.css", "phone-more.css")


@pytest.mark.parametrize("name", LISTS)
def test_what_a_sheet_imports_stands_in_it_in_order(name: str):
    imported = re.findall(r'@import "\./(.+)";', (CSS / name).read_text("utf-8"))
    sent = whole_sheet(CSS / name)

    parts = [whole_sheet(CSS / each) for each in imported]
    assert sent == "".join(parts)
    assert len(parts) > 10
    assert not re.search(r"@import|/\*", sent)
    assert sent.count("{") == sent.count("}")


def test_every_component_is_in_one_list_and_in_a_layer():
    imported = [
        each for name in LISTS for each in re.findall(r'"\./phone/(.+)"', (CSS / name).read_text("utf-8"))
    ]
    assert sorted(imported) == sorted(path.name for path in (CSS / "phone").glob("*.css"))
    for path in (CSS / "phone").glob("*.css"):
        assert whole_sheet(path).startswith("@layer screens {"), path.name
