"""Every fault of the list is shown by a test, and the page of reliability tells of the tests that exist."""

from tests.faults import Room
from tests.reliability.found import FaultTest, fault_tests
from tests.reliability.listed import LISTED
from tests.reliability.page import PAGE, missing, named, told_on, written
from tests.reliability.results import Result, of_power_cuts

LOST = FaultTest("request lost", Room.NETWORK, "it waits", "tests/x/test_y.py", "test_z")
IN_NODE = FaultTest("413", Room.NETWORK, "halved", "tests/js/x.test.js", "fault: 413 -> halved")


def test_no_fault_is_listed_twice_in_a_room():
    assert all(len(set(faults)) == len(faults) for faults in LISTED.values())


def test_every_fault_of_the_list_is_named_by_a_test():
    assert missing(fault_tests()) == []


def test_the_page_tells_of_exactly_the_tests_that_exist():
    """After a test of a fault was added, renamed or taken away: make reliability."""
    assert told_on(PAGE.read_text(encoding="utf-8")) == named(fault_tests())


def test_power_cuts_are_told_of_by_their_own_record():
    """No run but their own makes them: the page has them from what they wrote down."""
    cut = {f"{each.file}::{each.test}" for each in fault_tests() if each.file.startswith("tests/power/")}

    assert cut
    assert of_power_cuts().keys() == cut


def test_a_test_names_a_fault_as_the_list_does():
    """Names that differ in a letter are a slip; a fault that is not listed at all may be named as well."""
    listed = {letters(fault): fault for faults in LISTED.values() for fault in faults}
    spelt = {each.fault: listed.get(letters(each.fault), each.fault) for each in fault_tests()}
    assert spelt == {fault: fault for fault in spelt}


def letters(name: str) -> str:
    """A name without what is easily written in another way."""
    return "".join(filter(str.isalnum, name.casefold()))


def test_the_page_tells_of_every_test_and_how_it_ended():
    page = written([LOST, IN_NODE], {"tests/x/test_y.py::test_z": Result("passed", "abc1234")})

    assert "| request lost | it waits | `tests/x/test_y.py` `test_z` | passed, abc1234 |" in page
    assert "| 413 | halved | `tests/js/x.test.js` | not run |" in page
    assert told_on(page) == named([LOST, IN_NODE])
    assert "- tab crash (device)" in page
    assert "request lost (network)" not in page
