"""Whatever people write, a paper can be set: in letters that there are, or with a mark."""

import pytest

from logger.web.papers.letters import legible

LETTERS = frozenset("abcdefghij 0123456789-?\u00a0åäöéŠ")


@pytest.mark.parametrize(
    ("written", "set_as"),
    [
        ("å ä ö Š", "å ä ö Š"),
        ("e\u0301", "é"),
        ("a\u2011b", "a-b"),
        ("a\u200d\u202eb\u0001c", "abc"),
        ("a\tb", "a b"),
        ("①", "1"),
        ("😀 漢", "? ?"),
        ("a\nb", "a\nb"),
    ],
)
def test_what_is_written_is_set_in_the_letters_that_there_are(written: str, set_as: str):
    assert legible(written, LETTERS) == set_as


def test_every_text_is_looked_at_and_nothing_else_is_touched():
    told = {"a": ["😀", {"b": ("漢", 1, None)}], "c": 2.5}
    assert legible(told, LETTERS) == {"a": ["?", {"b": ["?", 1, None]}], "c": 2.5}
