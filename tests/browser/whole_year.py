"""The rest of a year month by month on screens: `YEAR=all`, for `make prove`.

In every test run only one month is lived on screens, and the rest of the year by the same deeds without them.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from playwright.sync_api import expect

from logger.domain.activities import Activity
from tests.browser import year_steps as steps
from tests.browser.seen_year import Screens

IS_WHOLE = os.environ.get("YEAR") == "all"


@dataclass(frozen=True)
class OnThePhone:
    """What an officer logs by hand each month: whose phone, what it is called there, and which it is."""

    login: str
    kind: str
    place: str
    is_it: Callable[[Activity], bool]


@dataclass(frozen=True)
class People:
    """Who writes, and who approves for each party, by their logins."""

    writes: str
    police: str
    municipality: str


def log(screens: Screens, activities: Iterable[Activity], by_hand: OnThePhone) -> None:
    """What is done in a month: one of it logged by hand when it is done, the rest as phones sent it."""
    every = list(activities)
    one = next(each for each in every if by_hand.is_it(each))
    screens.year.move_to(one.started_at + timedelta(minutes=40))
    steps.log_on_the_phone(screens.phone(by_hand.login), by_hand.kind, by_hand.place)
    screens.year.log(each for each in every if each is not one)


def follow_up(screens: Screens, month: int, people: People) -> None:
    """On the fifth of the next: the plan answered for, the month frozen and approved by both parties."""
    following = date(2021 + month // 12, month % 12 + 1, 5)
    screens.year.move_to(datetime.combine(following, time(9), UTC))
    steps.confirm_all_that_is_proposed(screens, people.writes)
    freeze_and_approve(screens, people, f"2021-{month:02}")
    screens.close()


def freeze_and_approve(
    screens: Screens, people: People, period: str, said: dict[str, str] | None = None, why: str = ""
) -> None:
    """It is written, with a reason for all that lies behind; then each party approves what it read."""
    page = screens.desk(people.writes, f"{steps.follow_up_of(screens.year)}/{period}")
    for field, words in (said or {}).items():
        page.locator(f"[name='{field}']").fill(words)
    for reason in page.locator("textarea[name^='deviation.']").all():
        if not reason.input_value():
            reason.fill(why or "Se kommentaren.")
    page.get_by_role("button", name="Lägg fram för godkännande").click()
    expect(page.locator("#gang")).to_contain_text("Framlagd")
    for login in (people.police, people.municipality):
        steps.approve(screens, login, period)
    page.reload()
    expect(page.locator("#gang")).to_contain_text("Godkänd")
