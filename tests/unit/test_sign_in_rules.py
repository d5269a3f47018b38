"""How long a sign-in lasts, how long to wait after a failed one, which passwords are refused."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logger.domain.people.passwords import fault
from logger.domain.people.people import Role
from logger.domain.people.session_lifetimes import is_live, lifetime
from logger.domain.people.sign_in_delays import (
    ACCOUNT,
    FORGOTTEN_AFTER,
    NETWORK,
    Failures,
    network_of,
    one_more,
    taken_back,
    wait,
)
from logger.store.people.people import folded

NOW = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)


def live(role: Role, *, age: timedelta, idle: timedelta = timedelta(0)) -> bool:
    return is_live(frozenset({role}), created_at=NOW - age, seen_at=NOW - idle, now=NOW)


def test_an_officer_stays_signed_in_for_one_shift_however_idle():
    assert live(Role.OFFICER, age=timedelta(hours=11, minutes=59), idle=timedelta(hours=11))
    assert not live(Role.OFFICER, age=timedelta(hours=12))


@pytest.mark.parametrize(
    ("role", "idle_minutes", "hours"),
    [(Role.COORDINATOR, 30, 10), (Role.DISTRICT_CHIEF, 30, 10), (Role.ADMINISTRATOR, 15, 4)],
)
def test_a_desk_is_signed_out_when_idle_and_at_the_end(role: Role, idle_minutes: int, hours: int):
    idle, whole = timedelta(minutes=idle_minutes), timedelta(hours=hours)
    second = timedelta(seconds=1)
    assert live(role, age=whole - second, idle=idle - second)
    assert not live(role, age=whole - second, idle=idle)
    assert not live(role, age=whole)


def test_of_several_roles_the_strictest_lifetime_holds():
    assert lifetime(frozenset(Role)) == lifetime(frozenset({Role.ADMINISTRATOR}))


@pytest.mark.parametrize("throttle", [ACCOUNT, NETWORK])
def test_the_first_failures_cost_nothing_and_then_the_wait_grows_to_its_longest(throttle):
    waits = [wait(Failures(count, NOW), throttle, NOW) for count in range(1, throttle.free + 40)]
    assert waits[: throttle.free - 1] == [timedelta(0)] * (throttle.free - 1)
    assert waits[throttle.free - 1] == timedelta(seconds=1)
    assert waits == sorted(waits)
    assert waits[-1] == throttle.longest


@given(st.integers(1, 10_000), st.integers(0, 7200))
def test_no_wait_is_for_ever(count: int, seconds: int):
    later = NOW + timedelta(seconds=seconds)
    left = wait(Failures(count, NOW), ACCOUNT, later)
    assert timedelta(0) <= left <= ACCOUNT.longest
    if seconds >= ACCOUNT.longest.total_seconds() or later - NOW >= FORGOTTEN_AFTER:
        assert left == timedelta(0)


def test_a_success_takes_back_its_own_attempt_and_no_other():
    before = Failures(31, NOW - timedelta(minutes=5))
    attempt = one_more(before, NOW)
    assert attempt == Failures(32, NOW)
    assert taken_back(attempt, before, attempt) == before
    later = one_more(attempt, NOW + timedelta(seconds=1))
    assert taken_back(later, before, attempt) == Failures(32, NOW + timedelta(seconds=1))
    assert one_more(Failures(31, NOW - FORGOTTEN_AFTER), NOW) == Failures(1, NOW)


def test_a_household_shares_its_network_and_an_odd_address_has_one_too():
    assert network_of("2001:db8::1") == network_of("2001:db8::ffff:1") != network_of("2001:db8:1::1")
    assert network_of("192.0.2.1") != network_of("192.0.2.2")
    assert network_of(None) == network_of("nonsense") == "unknown"


def test_an_address_of_the_fourth_kind_is_itself_on_a_socket_for_both():
    assert network_of("::ffff:192.0.2.1") == network_of("192.0.2.1") != network_of("::ffff:192.0.2.2")


@pytest.mark.parametrize(
    "password",
    [
        "kort",
        "elva tecken",
        "password1234",
        "Sommaren2026!",
        "LÖSENORD-123456",
        "aaaaaaaaaaaaa",
        "123456789012",
        "abcdefghijklmnopq",
        "Polisen 20262026",
        "qwertyuiop12",
        "x" * 201,
    ],
)
def test_short_long_and_common_passwords_are_refused(password: str):
    assert fault(password)


@pytest.mark.parametrize(
    "password", ["korrekt häst batteri", "gran-sten-havre-sol-42", "Tolv1Tecken!", "ö" * 6 + "åäabcd"]
)
def test_other_passwords_of_twelve_are_good(password: str):
    assert fault(password) is None


def test_an_address_is_one_however_its_letters_are_put_together():
    assert folded(" Asa.O\u0308berg@example.se ") == folded("asa.öberg@example.se")
