"""Oskarshamn's pledge through its year on screens: signed in February, answered for twice, read when over."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from logger.services.demo.people import OSKARSHAMN
from tests.browser import whole_year
from tests.browser import year_steps as steps
from tests.browser.phone_app import PhoneApp
from tests.browser.seen_year import Screens, screens_of
from tests.browser.whole_year import OnThePhone
from tests.years.lived_year import lived_year
from tests.years.pledge_reading import Answer
from tests.years.reading_oskarshamn import PLEDGE
from tests.years.year_of_oskarshamn import (
    ANNA,
    FIRST_DAY,
    HENRIK,
    KEY,
    PARTIES,
    in_months,
    the_rest_of_the_year,
)

OSKAR, LINA = "polis.oskarshamn", "Lina Dahl"
FROZEN, CORRECTED = re.compile(r"^\s*9\s*av\s*52\s*$"), re.compile(r"9\s*av\s*52\s+har blivit\s+10\s*av\s*52")


@pytest.fixture
def screens(
    browser: Browser, browser_context_args: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Screens]:
    folder = tmp_path_factory.mktemp("oskarshamn")
    with (
        lived_year(folder, OSKARSHAMN, KEY, PARTIES, FIRST_DAY) as year,
        screens_of(year, browser, browser_context_args) as screens,
    ):
        yield screens


def test_a_year_is_lived_on_screens_and_its_pledge_read_sentence_by_sentence(
    screens: Screens, subtests: pytest.Subtests
) -> None:
    steps.bring_in_the_signed_pledge(screens, PLEDGE.name, ANNA, HENRIK)
    late = officers_log_until_february(screens)
    february_is_frozen_approved_and_published(screens)
    the_phone_that_was_away_is_a_correction_and_changes_nothing_frozen(screens, late)
    if whole_year.IS_WHOLE:
        march_to_december_on_screens(screens)
    else:
        lupp_in_grade_eight_is_a_milestone_with_what_it_found(screens)
        the_rest_of_the_year(screens.year)
    PLEDGE.read(Answer(screens.citizen(steps.public_page(screens.year)).content()), subtests)


def officers_log_until_february(screens: Screens) -> PhoneApp:
    screens.year.log(in_months(1))
    screens.year.move_to(datetime(2021, 2, 18, 14, tzinfo=UTC))
    steps.log_on_the_phone(screens.phone(OSKAR), "Hastighetskontroll", "Norra vägen")
    screens.year.move_to(datetime(2021, 2, 25, 20, tzinfo=UTC))
    away = screens.phone(LINA)
    steps.log_without_network(away, "Hastighetskontroll", "Åsavägen")
    screens.year.log(in_months(2))
    return away


def february_is_frozen_approved_and_published(screens: Screens) -> None:
    screens.year.move_to(datetime(2021, 3, 3, 8, tzinfo=UTC))
    page = screens.desk(ANNA, f"{steps.follow_up_of(screens.year)}/2021-02")
    decisions = page.locator("#beslut")
    decisions.get_by_text("Lägg till ett beslut").click()
    decisions.get_by_label("Vad ska göras?").fill("Fler kontroller på Åsavägen före skolstarten")
    decisions.get_by_label("Vem gör det?").select_option("police")
    decisions.get_by_label("Senast").fill("2021-04-30")
    decisions.get_by_role("button", name="Lägg till", exact=True).click()
    decisions.get_by_role("button", name="Lägg i planen").click()
    expect(decisions.get_by_role("link", name="I planen")).to_be_visible()

    steps.put_the_month_forward(screens, ANNA, "2021-02", {"comment.speed-checks": "Takten håller."})
    steps.approve(screens, HENRIK, "2021-02")
    steps.approve(screens, ANNA, "2021-02")
    screens.year.move_to(datetime(2021, 3, 9, 8, tzinfo=UTC))
    steps.publish(screens, HENRIK, "2021-02")


def the_phone_that_was_away_is_a_correction_and_changes_nothing_frozen(
    screens: Screens, late: PhoneApp
) -> None:
    read = screens.citizen(steps.public_page(screens.year, "2021-02"))
    published = read.get_by_role("article", name="Hastighetskontroller").locator(".public-promise__figure")
    expect(published).to_have_text(FROZEN)
    screens.year.move_to(datetime(2021, 3, 15, 8, tzinfo=UTC))
    steps.come_back_to_the_network(screens, LINA, late)

    page = screens.desk(ANNA, f"{steps.follow_up_of(screens.year)}/2021-02")
    expect(page.locator("#speed-checks .follow__figure")).to_have_text(FROZEN)
    expect(page.locator(".corrected")).to_contain_text(CORRECTED)
    read.reload()
    expect(published).to_have_text(FROZEN)
    expect(read.locator("#rattelse-speed-checks")).to_contain_text(CORRECTED)


def march_to_december_on_screens(screens: Screens) -> None:
    """The same as `the_rest_of_the_year` and every month frozen, each step by somebody before a screen."""
    speed = OnThePhone(
        OSKAR,
        "Hastighetskontroll",
        "Norra vägen",
        lambda each: each.place == "norra-vagen" and "speed" in each.focus,
    )
    people = whole_year.People(ANNA, HENRIK, ANNA)
    for month in range(3, 13):
        whole_year.log(screens, in_months(month), speed)
        if month == 5:
            lupp_in_grade_eight_is_a_milestone_with_what_it_found(screens)
        whole_year.follow_up(screens, month, people)
    for period, published in (
        ("2021", datetime(2022, 1, 10, 9, tzinfo=UTC)),
        ("2022", datetime(2022, 4, 11, 9, tzinfo=UTC)),
    ):
        screens.year.move_to(published)
        whole_year.freeze_and_approve(screens, people, period)
        steps.publish(screens, HENRIK, period)


def lupp_in_grade_eight_is_a_milestone_with_what_it_found(screens: Screens) -> None:
    screens.year.move_to(datetime(2021, 6, 2, 8, tzinfo=UTC))
    page = screens.desk(ANNA, f"{steps.follow_up_of(screens.year)}/2021-05/uppgifter/lupp-grade-8")
    page.get_by_label("Dag", exact=True).fill("2021-05-27")
    page.get_by_label("Var det går att se").fill("LUPP 2021, kommunens webbplats")
    page.get_by_role("button", name="Markera som klar").click()
    for asked, came_to, sample in (
        ("Otrygga i centrum på kvällen", "23 %", "312"),
        ("Otrygga i centrum, särskild undervisning", "3 av 4", "4"),
    ):
        page.get_by_label("Vad frågades?").fill(asked)
        page.get_by_label("Resultat", exact=True).fill(came_to)
        page.get_by_label("Antal svar").fill(sample)
        page.get_by_label("Mätt den").fill("2021-05-27")
        page.get_by_label("Källa").last.fill("LUPP 2021")
        page.get_by_role("button", name="Lägg till", exact=True).click()
        expect(page.locator("main")).to_contain_text(asked)
    expect(page.locator("main")).not_to_contain_text("3 av 4")
