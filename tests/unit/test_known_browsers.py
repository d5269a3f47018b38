"""The marks by which a browser is known to those who signed in from it."""

import pytest

from logger.domain.people.known_browsers import MOST, Browser


def after(*people: str, shown: str = "") -> str:
    for number, each in enumerate(people):
        shown = Browser.showing("key", shown).after(each, f"{number:016x}")
    return shown


def test_a_browser_is_known_to_those_who_signed_in_from_it():
    browser = Browser.showing("key", after("anna", "bo"))

    assert browser.mark_of("anna")
    assert browser.mark_of("bo")
    assert browser.mark_of("cecilia") is None


def test_another_key_and_another_person_make_other_marks():
    shown = after("anna")

    assert Browser.showing("another", shown).mark_of("anna") is None
    assert Browser.showing("key", shown).mark_of("ann") is None


def test_whoever_comes_again_keeps_the_mark_and_is_the_last():
    first = Browser.showing("key", after("anna", "bo"))
    again = Browser.showing("key", first.after("anna", "f" * 16))

    assert again.mark_of("anna") == first.mark_of("anna") == again.marks[0]
    assert len(again.marks) == 2


def test_no_more_than_a_few_are_kept_and_the_oldest_gives_way():
    browser = Browser.showing("key", after(*(f"person {number}" for number in range(MOST + 1))))

    assert len(browser.marks) == MOST
    assert browser.mark_of("person 0") is None
    assert browser.mark_of("person 1")


@pytest.mark.parametrize(
    "text", ["", ".", "x", "å" * 48, "a" * 47, f"{'a' * 48}.", f"{'a' * 48}\n", "a" * 5000]
)
def test_what_is_no_mark_of_ours_says_nothing(text: str):
    assert Browser.showing("key", text).marks == ()


def test_many_marks_are_not_looked_through():
    assert len(Browser.showing("key", ".".join(["a" * 48] * 80)).marks) == MOST
