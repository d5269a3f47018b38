"""Lekeberg's pledge through its first year on screens: planned, logged, frozen, approved, published, read."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from logger.services.demo.people import LEKEBERG
from tests.browser import whole_year
from tests.browser import year_steps as steps
from tests.browser.phone_app import PhoneApp
from tests.browser.seen_year import Screens, screens_of
from tests.browser.whole_year import OnThePhone
from tests.years.lived_year import lived_year
from tests.years.pledge_reading import Answer
from tests.years.reading_lekeberg import COUNCIL, FOLLOWED_UP, PLEDGE
from tests.years.year_of_lekeberg import (
    CHECKS,
    FIRST_DAY,
    KARIN,
    KEY,
    MARIA,
    PARTIES,
    SOFIA,
    in_month,
    the_rest_of_the_year,
)

ELIN, JOHAN = "polis.lekeberg", "Johan Ek"
FROZEN, CORRECTED = re.compile(r"^\s*3\s*gånger\s*$"), re.compile(r"3\s*gånger har blivit 4\s*gånger")
MONTHLY, WHOLE_YEAR = {"recurs": "month"}, {"first": "2021-01-01", "last": "2021-12-31"}


@pytest.fixture
def screens(
    browser: Browser, browser_context_args: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Screens]:
    folder = tmp_path_factory.mktemp("lekeberg")
    with (
        lived_year(folder, LEKEBERG, KEY, PARTIES, FIRST_DAY) as year,
        screens_of(year, browser, browser_context_args) as screens,
    ):
        yield screens


def test_a_year_is_lived_on_screens_and_its_pledge_read_sentence_by_sentence(
    screens: Screens, subtests: pytest.Subtests
) -> None:
    steps.bring_in_the_signed_pledge(screens, PLEDGE.name, KARIN, MARIA)
    both_parties_plan_and_approve_before_the_year_begins(screens)
    late = officers_log_january(screens)
    january_is_frozen_approved_and_published(screens)
    the_phone_that_was_away_is_a_correction_and_changes_nothing_frozen(screens, late)
    if whole_year.IS_WHOLE:
        february_to_december_on_screens(screens)
    else:
        the_rest_of_the_year(screens.year)
    PLEDGE.read(what_is_read_of_the_year(screens), subtests)


def both_parties_plan_and_approve_before_the_year_begins(screens: Screens) -> None:
    screens.year.move_to(datetime(2020, 12, 14, 9, tzinfo=UTC))
    checks = {"organisation": "police", "type": "traffic_check", "commitment": "traffic-checks"}
    steps.plan(screens, KARIN, {**checks, **MONTHLY}, {"title": CHECKS, "times": "2", **WHOLE_YEAR})
    council = {
        "organisation": "municipality",
        "type": "coordination_meeting",
        "commitment": "monthly-follow-up",
    }
    steps.plan(screens, KARIN, {**council, **MONTHLY}, {"title": COUNCIL, "times": "1", **WHOLE_YEAR})
    steps.approve_the_plan(screens, MARIA, "police")
    steps.approve_the_plan(screens, SOFIA, "municipality")


def officers_log_january(screens: Screens) -> PhoneApp:
    screens.year.move_to(datetime(2021, 1, 12, 14, tzinfo=UTC))
    steps.log_on_the_phone(screens.phone(ELIN), "Hastighetskontroll", "Letstigen")
    steps.confirm_in_two_taps(screens, ELIN, CHECKS, "1 av 24")

    screens.year.move_to(datetime(2021, 1, 26, 20, tzinfo=UTC))
    away = screens.phone(JOHAN)
    steps.log_without_network(away, "Nykterhetskontroll", "Väg 204 vid Gropen")
    screens.year.log(in_month(1))
    return away


def january_is_frozen_approved_and_published(screens: Screens) -> None:
    screens.year.move_to(datetime(2021, 2, 4, 8, tzinfo=UTC))
    screens.year.confirm_what_is_proposed(2021)
    said = {
        "comment.traffic-checks": "Vi fortsätter på Letstigen.",
        "deviation.monthly-follow-up": "Januari följs upp i februari.",
    }
    steps.put_the_month_forward(screens, KARIN, "2021-01", said)
    steps.approve(screens, MARIA, "2021-01")
    steps.approve(screens, SOFIA, "2021-01")
    screens.year.move_to(datetime(2021, 2, 9, 8, tzinfo=UTC))
    steps.publish(screens, MARIA, "2021-01")


def the_phone_that_was_away_is_a_correction_and_changes_nothing_frozen(
    screens: Screens, late: PhoneApp
) -> None:
    read = screens.citizen(steps.public_page(screens.year, "2021-01"))
    published = read.get_by_role("article", name="Trafikkontroller")
    expect(published.locator(".public-promise__figure")).to_have_text(FROZEN)
    expect(published).to_contain_text("Vi fortsätter på Letstigen.")
    screens.year.move_to(datetime(2021, 2, 22, 8, tzinfo=UTC))
    steps.come_back_to_the_network(screens, JOHAN, late)

    page = screens.desk(KARIN, f"{steps.follow_up_of(screens.year)}/2021-01")
    expect(page.locator("#traffic-checks .follow__figure")).to_have_text(FROZEN)
    expect(page.locator(".corrected")).to_contain_text(CORRECTED)
    expect(page.locator(".corrected")).to_contain_text("Väg 204 vid Gropen, 26 januari 2021")
    read.reload()
    expect(published.locator(".public-promise__figure")).to_have_text(FROZEN)
    expect(read.locator("#rattelse-traffic-checks")).to_contain_text(CORRECTED)


def february_to_december_on_screens(screens: Screens) -> None:
    """The same as `the_rest_of_the_year`, each step of it by somebody before a screen."""
    sobriety = OnThePhone(
        ELIN, "Nykterhetskontroll", "Storgatan, Fjugesta", lambda each: "sobriety" in each.focus
    )
    people = whole_year.People(KARIN, MARIA, SOFIA)
    for month in range(2, 13):
        whole_year.log(screens, in_month(month), sobriety)
        whole_year.follow_up(screens, month, people)
    said = {"comment.monthly-follow-up": FOLLOWED_UP}
    why = "Två veckor i juli saknade bemanning."
    whole_year.freeze_and_approve(screens, people, "2021", said, why)
    screens.year.move_to(datetime(2022, 1, 17, 9, tzinfo=UTC))
    steps.publish(screens, MARIA, "2021")


def what_is_read_of_the_year(screens: Screens) -> Answer:
    """The public page as a citizen's browser has it, and the plan as the coordinator's has."""
    plan = screens.desk(KARIN, f"{steps.plan_of(screens.year)}?ar=2021")
    public = screens.citizen(steps.public_page(screens.year, "2021"))
    return Answer(public.content(), plan.content())
