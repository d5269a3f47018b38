"""What the signed words point at."""

import pytest

from logger.domain.drafting.wording_hints import NUMBERS, hints, says_more
from logger.domain.words.vocabulary import BUILT_IN


@pytest.mark.parametrize(
    ("wording", "target"),
    [
        (
            "Polisen lovar minst femtiotvå hastighetskontroller.",
            {"kind": "count", "at_least": 52},
        ),
        ("fotpatrullera i skolmiljö vid minst 20 tillfällen", {"kind": "count", "at_least": 20}),
        ("Minst 1 000 utandningsprov tas.", {"kind": "count", "at_least": 1000}),
        (
            "Polisen verkar i Lekebergs kommun minst två timmar per vecka",
            {"kind": "hours", "at_least": 2, "per": "iso_week"},
        ),
        ("Uppföljning sker månadsvis av parterna", {"kind": "count", "at_least": 1, "per": "month"}),
        ("Varje skola besöks.", {"kind": "coverage", "at_least": 1}),
        ("Det uppsökande arbetet ökas.", {"kind": "increase"}),
        ("lovar också att genomföra en trygghetsvandring", {"kind": "milestone"}),
        ("Polisen ska löpande delta i samverkan.", {"kind": "ongoing"}),
    ],
)
def test_the_words_point_at_a_target(wording: str, target: dict[str, object]):
    assert hints(wording, BUILT_IN).target == target


def test_a_number_that_nobody_promises_is_none():
    assert hints(f"Polisen lovar minst {'9' * 5000} kontroller.", BUILT_IN).target == {"kind": "ongoing"}


@pytest.mark.parametrize(
    ("wording", "performers"),
    [
        ("Polisen och kommunen utvecklar sin samverkan", ("police", "municipality")),
        ("Kommunen och polisen delar information", ("municipality", "police")),
        ("Polisen verkar i Lekebergs kommun", ("police",)),
        ("Trafikkontroller genomförs inom Lekebergs kommun.", ()),
        ("Räddningstjänsten besöker skolorna", ("rescue_service",)),
    ],
)
def test_who_is_to_do_it_is_named_and_not_where(wording: str, performers: tuple[str, ...]):
    assert hints(wording, BUILT_IN).performers == performers


def test_the_activity_and_its_focus_are_found_in_longer_words():
    found = hints("LUPP-enkät för årskurs 8", BUILT_IN)
    assert found.counts == {"types": ["survey"], "focus": ["grade_8"]}
    assert hints("Polisen fotpatrullerar", BUILT_IN).counts["types"] == ["foot_patrol"]


def test_a_name_of_several_words_is_found_with_another_small_word_between():
    assert hints("öka inlägg på sociala medier", BUILT_IN).counts["types"] == ["social_media_post"]
    assert "types" not in hints("inlägg om trafiken i medier", BUILT_IN).counts


def test_every_number_up_to_ninety_nine_is_read():
    assert {NUMBERS[word] for word in NUMBERS} >= set(range(100))
    assert NUMBERS["nittionio"] == 99
    assert NUMBERS["tjugoett"] == NUMBERS["tjugoen"] == 21


def test_more_is_a_word_and_not_a_part_of_one():
    assert says_more("Synligheten ska öka.")
    assert not says_more("Marköka är ett påhittat namn.")
