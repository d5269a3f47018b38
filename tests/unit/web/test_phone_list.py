"""The list of phones in words: which to ask for, and what of each is missing."""

from datetime import UTC, datetime, timedelta

import pytest

from logger.domain.phones.devices import Device, Numbers, Run
from logger.domain.phones.quiet_phones import is_quiet
from logger.services.syncing.phone_lists import ListedPhone
from logger.web.activities.phone_list_views import phone_list_page

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
WHOLE = Numbers(first=1, highest=20, floor=21, received=(Run(1, 20),))
MISSING = Numbers(first=1, highest=20, floor=21, received=(Run(1, 13), Run(15, 20)))
WAITING = Numbers(first=1, highest=23, floor=21, received=(Run(1, 20),))


def device(days: float, numbers: Numbers = WHOLE, **given: object) -> Device:
    heard = NOW - timedelta(days=days)
    facts: dict[str, object] = {
        "stream_id": f"stream of {days} days",
        "organisation": "police",
        "unit": "Lokalpolisområde Örebro",
        "label": "Android · Chrome",
        "app_build": "x",
        "first_contact": heard - timedelta(days=30),
        "last_contact": heard,
        "numbers": numbers,
        "clock_offset": 0,
        "revoked_at": None,
    }
    return Device(**(facts | given))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("days", "numbers", "quiet"),
    [
        (7, MISSING, False),
        (7.1, MISSING, True),
        (7.1, WAITING, True),
        (7.1, WHOLE, False),
        (14, WHOLE, False),
        (14.1, WHOLE, True),
    ],
)
def test_a_week_with_something_missing_or_two_without_is_quiet(days, numbers, quiet):
    assert is_quiet(device(days, numbers), NOW) is quiet
    assert not is_quiet(device(days, numbers, revoked_at=NOW), NOW)


def news(numbers: Numbers, **given: object) -> tuple[tuple[str, ...], str]:
    phone = ListedPhone(device(1, numbers, **given), quiet=False, own=False)
    (line,) = phone_list_page([phone], "/telefoner/1814", 1, NOW).others
    return tuple(each.replace("\u00a0", " ") for each in line.news), line.state


def test_what_is_missing_is_told_by_its_numbers():
    assert news(MISSING) == (("nr 14 från den här telefonen saknas",), "")
    assert news(WAITING) == (("3 väntar på telefonen",), "")
    assert news(WHOLE) == ((), "alla 20 mottagna")
    many = Numbers(first=1, highest=20, floor=21, received=(Run(1, 12),))
    assert news(many)[0] == ("nr 13, 14, 15, 16, 17 och 3 till från den här telefonen saknas",)


def test_a_clock_that_is_off_is_told_from_ten_minutes_on():
    assert news(WHOLE, clock_offset=600)[0] == ()
    assert news(WHOLE, clock_offset=-660)[0] == ("klockan går 11 minuter efter",)
    assert news(WHOLE, clock_offset=3600)[0] == ("klockan går 60 minuter före",)


def test_hundreds_come_page_by_page_and_only_one_s_own_can_be_shut_out():
    phones = [ListedPhone(device(30 - each / 20), quiet=each < 60, own=each == 399) for each in range(400)]
    pages = [phone_list_page(phones, "/telefoner/1814", number, NOW) for number in range(1, 10)]

    assert [len(each.quiet) + len(each.others) for each in pages] == [50] * 8 + [0]
    assert (pages[0].next, pages[0].earlier) == ("/telefoner/1814?sida=2", "")
    assert (pages[7].next, pages[7].earlier) == ("", "/telefoner/1814?sida=7")
    lines = [line for page in pages for line in (*page.quiet, *page.others)]
    assert [bool(line.revoke) for line in lines] == [False] * 399 + [True]
