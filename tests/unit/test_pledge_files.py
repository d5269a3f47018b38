"""Pledge files as text: YAML's traps."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logger.domain.pledge_files.faults import PledgeFileFaults
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.files.pledge_files import read_pledge_text

SMALL: dict[str, Any] = {
    "format": 1,
    "municipality": "0882",
    "title": "Löfte",
    "valid": {"from": "2021-01-01", "to": "2021-12-31"},
    "focus_areas": [
        {"name": "Allt", "commitments": [{"id": "c", "wording": "Ord", "target": {"kind": "ongoing"}}]}
    ],
}


def faults_of(text: str) -> list[tuple[int, str]]:
    """What is wrong with the text; nothing when it is a pledge."""
    try:
        read_pledge_text(text, BUILT_IN)
    except PledgeFileFaults as refused:
        return [(fault.line, fault.message) for fault in refused.faults]
    return []


def refusal(text: str) -> list[tuple[int, str]]:
    found = faults_of(text)
    assert found
    return found


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_with_faults(text: str) -> None:
    assert all(line >= 1 and message for line, message in faults_of(text))


def test_an_empty_file_is_told_so() -> None:
    assert refusal("") == refusal("# bara en kommentar\n") == [(1, "filen är tom")]


def test_a_file_that_is_no_yaml_is_told_where() -> None:
    assert refusal("format: 1\ntitle: [\nvalid: }") == [
        (3, "raden går inte att läsa som YAML; se över indrag, kolon och citattecken")
    ]
    assert refusal("format: 1\n\ttitle: x") == [
        (2, "tabbtecken går inte att använda för indrag; använd mellanslag")
    ]
    assert refusal("format: 1\n---\nformat: 1") == [(2, "filen ska innehålla ett enda löfte")]
    assert refusal("format: 1\ntitle: \x00") == [(2, "ett tecken får inte finnas i filen")]
    assert refusal('{"title": "\\ud83d"}') == [(1, "ett tecken är trasigt")]
    assert refusal("? [a, b]\n: c") == [(1, "en nyckel ska vara ett ord")]
    assert refusal("[1, 2]") == [(1, "löftet ska bestå av nycklar och värden")]


@pytest.mark.parametrize(
    "odd", ["\0", "\x01", "\x1b", "\x7f", "\x9f", "\u202e", "\u2066", "\ufffe", "\uffff"]
)
def test_what_no_page_can_show_is_not_let_in_by_an_escape(odd: str) -> None:
    for text in (json.dumps(SMALL | {"title": f"a{odd}b"}), f'format: 1\ntitle: "a\\u{ord(odd):04x}b"'):
        assert refusal(text)[-1][1] == "ett tecken får inte finnas i filen", text


def test_references_are_refused_before_they_can_grow() -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]"
    assert refusal(bomb) == [(1, "hänvisningar med & och * går inte att använda här")]
    assert refusal("a: *a") == [(1, "hänvisningar med & och * går inte att använda här")]


def test_bottomless_and_endless_files_are_refused() -> None:
    assert refusal("[" * 10_000) == [(1, "för många nivåer i varandra")]
    assert refusal("x" * 1_000_001) == [(1, "filen är för stor för att vara ett löfte")]


def test_nothing_is_made_from_a_tag() -> None:
    text = json.dumps(SMALL).replace('"Ord"', '!!python/object/apply:os.system ["true"]')
    assert refusal(text) == [(1, '"wording" ska vara en text')]


def test_a_code_with_a_leading_zero_stays_whole() -> None:
    pledge = read_pledge_text("municipality: 0882\n" + pledge_yaml_without("municipality"), BUILT_IN)
    assert pledge.municipality == "0882"


def test_json_may_be_indented_by_tabs_and_write_any_character() -> None:
    document = SMALL | {"title": "Löfte \U0001f6b2"}
    for text in (json.dumps(document, indent="\t"), json.dumps(document, ensure_ascii=False)):
        assert read_pledge_text(text, BUILT_IN).title == "Löfte \U0001f6b2"


def test_dates_and_times_need_no_quotes() -> None:
    text = json.dumps(SMALL).replace('"2021-01-01"', "2021-01-01")
    text = text.replace('"wording"', '"counts": {clock: {from: 18:00, to: 03:00}}, "wording"')
    clock = read_pledge_text(text, BUILT_IN).commitment("c").counts.clock
    assert str(clock and clock.opens) == "18:00:00"


def pledge_yaml_without(key: str) -> str:
    return "\n".join(f"{name}: {json.dumps(value)}" for name, value in SMALL.items() if name != key)
