"""What people do in the year of a pledge, through the screens: each kind of step that a year is made of."""

import re
from collections.abc import Mapping

from playwright.sync_api import Locator, Page, expect

from tests.browser.live_server import ROOT
from tests.browser.phone_app import PhoneApp
from tests.browser.seen_year import Screens
from tests.years.lived_year import LivedYear


def bring_in_the_signed_pledge(screens: Screens, seed: str, coordinator: str, chief: str) -> None:
    """The coordinator reads the pledge's file in, and the chief approves it: from now on it counts."""
    page = screens.desk(coordinator, f"/loften/{screens.year.municipality.code}/nytt")
    page.get_by_label("Löftesfil", exact=True).set_input_files(ROOT / "seeds" / f"{seed}.yaml")
    page.get_by_label("Varför läses den in?").fill("Som undertecknat")
    page.get_by_role("button", name="Läs in filen").click()
    expect(page.locator(".pledge__state")).to_contain_text("väntar på godkännande", ignore_case=True)

    page = screens.desk(chief, f"/loften/{screens.year.municipality.code}/{screens.year.key}?version=1")
    page.get_by_label("Varför godkänns den?").fill("Undertecknat av båda parter")
    page.get_by_role("button", name="Godkänn version 1").click()
    expect(page.locator(".pledge__state")).to_contain_text(re.compile("Godkänt|Gäller"))


def plan(screens: Screens, login: str, chosen: Mapping[str, str], typed: Mapping[str, str]) -> None:
    """Somebody who coordinates adds a line to the plan."""
    page = screens.desk(login, plan_of(screens.year))
    page.get_by_text("Lägg till i planen").click()
    form = page.locator("form.plan-form")
    for name, value in chosen.items():
        form.locator(f"select[name={name}]").select_option(value)
    for name, value in typed.items():
        form.locator(f"input[name={name}]").fill(value)
    form.get_by_role("button", name="Lägg till").click()
    expect(page.get_by_role("link", name=typed["title"])).to_be_visible()


def approve_the_plan(screens: Screens, login: str, performer: str) -> None:
    """One of the performer's own approves its plan as it was read."""
    page = screens.desk(login, plan_of(screens.year))
    mine = page.locator(f"#{performer}")
    mine.get_by_role("button", name="Godkänn planen").click()
    expect(mine.locator(".plan-year__head")).to_contain_text("Godkänd")
    expect(mine.get_by_role("button", name="Godkänn planen")).to_have_count(0)


def confirm_in_two_taps(screens: Screens, login: str, title: str, came_to: str) -> None:
    """On the phone: the plan, and "Gjort" beside what the product proposes."""
    page = screens.in_hand(login, plan_of(screens.year))
    proposed_in(page, title).first.get_by_role("button", name=re.compile("^Gjort")).click()
    expect(page.locator(".plan-item").filter(has_text=title)).to_contain_text(came_to)


def confirm_all_that_is_proposed(screens: Screens, login: str) -> int:
    """At the desk, in the plan of the year: "Gjort" beside each time that the product has an activity for."""
    page = screens.desk(login, f"{plan_of(screens.year)}?ar=2021")
    confirmed = 0
    while left := proposed_in(page).count():
        proposed_in(page).first.get_by_role("button", name=re.compile("^Gjort")).click()
        expect(proposed_in(page)).to_have_count(left - 1)
        confirmed += 1
    return confirmed


def proposed_in(page: Page, title: str = "") -> Locator:
    """The times of a plan that an activity is proposed for, one or a choice of them; those of this title."""
    proposed = page.locator(".plan-time:has(.plan-time__done [name=activity])")
    return proposed.filter(has_text=title) if title else proposed


def log_on_the_phone(app: PhoneApp, kind: str, place: str) -> None:
    """Ny, what, where, Spara; it is sent at once."""
    app.log(kind, place)
    app.says("Allt skickat")


def log_without_network(app: PhoneApp, kind: str, place: str) -> None:
    """The same where there is no coverage: it is saved, and waits."""
    app.page.context.set_offline(True)
    app.log(kind, place)
    app.says("1 väntar")


def come_back_to_the_network(screens: Screens, login: str, app: PhoneApp) -> None:
    """The phone that was away is found and signed in again."""
    screens.sign_in_again(login, app)
    app.page.context.set_offline(False)
    app.open()
    app.says("Allt skickat", timeout=60_000)


def put_the_month_forward(screens: Screens, login: str, period: str, said: Mapping[str, str]) -> Page:
    """The follow-up opens on the month just ended; it is written, and frozen as it is put forward."""
    page = screens.desk(login, "/uppfoljning")
    assert page.url.endswith(f"/{period}"), page.url
    for field, words in said.items():
        page.locator(f"[name='{field}']").fill(words)
    page.get_by_role("button", name="Lägg fram för godkännande").click()
    expect(page.locator("#gang")).to_contain_text("Framlagd")
    return page


def approve(screens: Screens, login: str, period: str) -> Page:
    """One person approves for the own party what was put forward."""
    page = screens.desk(login, f"{follow_up_of(screens.year)}/{period}")
    page.get_by_role("button", name="Godkänn", exact=True).click()
    expect(page.get_by_role("button", name="Godkänn", exact=True)).to_have_count(0)
    return page


def publish(screens: Screens, login: str, period: str) -> None:
    """What both parties approved is made public."""
    page = screens.desk(login, f"{follow_up_of(screens.year)}/{period}")
    page.get_by_role("button", name="Publicera", exact=True).click()
    expect(page.locator("#gang")).to_contain_text("Publicerad")


def plan_of(year: LivedYear) -> str:
    return f"/plan/{year.municipality.code}/{year.key}"


def follow_up_of(year: LivedYear) -> str:
    return f"/uppfoljning/{year.municipality.code}/{year.key}"


def public_page(year: LivedYear, period: str = "") -> str:
    return f"/lofte/{year.municipality.slug}/{year.key}" + (f"/{period}" if period else "")
