"""What the server can say of a phone's numbers, and what it calls the phone."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logger.domain.phones.devices import MOST_NAMED, SILENT_AFTER, Device, Numbers, Run, label_of

NOW = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)


def runs_of(received: set[int]) -> tuple[Run, ...]:
    firsts = sorted(number for number in received if number - 1 not in received)
    lasts = sorted(number for number in received if number + 1 not in received)
    return tuple(Run(first, last) for first, last in zip(firsts, lasts, strict=True))


@given(st.integers(1, 12), st.integers(0, 40), st.integers(0, 40), st.sets(st.integers(1, 40), max_size=40))
def test_what_is_missing_waiting_and_received_is_what_counting_by_hand_says(first, highest, floor, received):
    numbers = Numbers(first, highest, floor, runs_of(received))

    missing = [number for number in range(first, floor) if number not in received]
    waiting = [number for number in range(max(first, floor), highest + 1) if number not in received]
    assert list(numbers.missing) == missing
    assert (numbers.missing_count, numbers.waiting_count) == (len(missing), len(waiting))
    assert numbers.received_count == len([number for number in received if number >= first])


def test_a_phone_that_names_an_endless_gap_costs_nothing():
    numbers = Numbers(1, 2**53, 2**53 - 1)

    assert numbers.missing == tuple(range(1, MOST_NAMED + 1))
    assert numbers.missing_count == 2**53 - 2


def test_a_phone_is_silent_after_a_week_unless_it_was_revoked():
    def device(last_contact: datetime, revoked_at: datetime | None = None) -> Device:
        return Device("s", "police", "Örebro", "", "", NOW, last_contact, Numbers(1, 0, 1), None, revoked_at)

    assert device(NOW - SILENT_AFTER).is_silent(NOW)
    assert not device(NOW - SILENT_AFTER + timedelta(seconds=1)).is_silent(NOW)
    assert not device(NOW - SILENT_AFTER, NOW).is_silent(NOW)


@pytest.mark.parametrize(
    ("user_agent", "label"),
    [
        (
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 "
                "Mobile Safari/537.36"
            ),
            "Android · Chrome",
        ),
        (
            (
                "Mozilla/5.0 (Linux; Android 14; SM-S901B) AppleWebKit/537.36 (KHTML, like Gecko) "
                "SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36"
            ),
            "Android · Samsung Internet",
        ),
        (
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 "
                "(KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"
            ),
            "iPhone · Safari",
        ),
        (
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                "Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0"
            ),
            "Windows · Edge",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Linux · Firefox"),
        ("curl/8.0", "Okänd enhet"),
        ("", "Okänd enhet"),
        ("Android " * 1_000, "Android"),
    ],
)
def test_a_phone_is_called_by_its_system_and_browser(user_agent: str, label: str):
    assert label_of(user_agent) == label
