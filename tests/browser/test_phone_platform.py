"""What the platform offers beside the page: the number on the icon, what other apps share, reminders."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.accessibility import violations
from tests.browser.installed import Lent
from tests.browser.live_server import LiveServer
from tests.browser.phone_app import PhoneApp, serving, until

AN_ICON = """
  globalThis.worn = JSON.parse(sessionStorage.getItem("worn") ?? "[]");
  const wear = (count) => {
    worn.push(count);
    sessionStorage.setItem("worn", JSON.stringify(worn));
    return Promise.resolve();
  };
  Object.defineProperties(navigator, {
    setAppBadge: {value: wear},
    clearAppBadge: {value: () => wear(0)},
  });
"""
PIN = quote("https://www.openstreetmap.org/?mlat=59.2477&mlon=14.9242#map=17/59.2/14.9")


# No push service is asked in a test: the browser's part of a subscription is made up.
A_PUSH_SERVICE = """
  const bytes = (length, first) => Uint8Array.from({length}, (_, place) => place ? 7 : first).buffer;
  const subscription = () => ({
    endpoint: "https://fcm.googleapis.com/fcm/send/phone",
    toJSON: () => ({
      endpoint: "https://fcm.googleapis.com/fcm/send/phone",
      keys: {p256dh: "B" + "A".repeat(86), auth: "A".repeat(22)},
    }),
    unsubscribe: async () => { sessionStorage.removeItem("subscribed"); return true; },
  });
  PushManager.prototype.subscribe = async ({applicationServerKey}) => {
    sessionStorage.setItem("subscribed", applicationServerKey);
    return subscription();
  };
  PushManager.prototype.getSubscription = async () =>
    sessionStorage.getItem("subscribed") ? subscription() : null;
"""
PUSH_KEY = f"{'A' * 43}.B{'A' * 86}"
MESSAGE = '{"title": "Närvaro, Lekeberg", "body": "v. 14: 1:15 av 2:00, kvar till söndag"}'
SHOWN = """async () => (await (await navigator.serviceWorker.ready).getNotifications())
  .map(({title, body}) => [title, body])"""

# The calendar of a page twice: as the browser's own Temporal tells it, and as its writer of dates does.
TWO_CALENDARS = """async () => {
  const address = document.querySelector("script[type=module]").src.replace("app.js", "core/calendar.js");
  const [hour, minute] = [3_600_000, 60_000];
  const told = async (which) => {
    const { local } = await import(`${address}?${which}`);
    const times = [];
    for (const year of [1998, 2026, 2027, 2040]) {
      for (let at = Date.UTC(year, 0); at < Date.UTC(year + 1, 0); at += hour) times.push(local(at));
      for (const month of [2, 9]) {
        const last = Date.UTC(year, month, 31);
        for (let at = last - 7 * 24 * hour; at < last; at += 7 * minute + 1) times.push(local(at + 0.5));
      }
    }
    return JSON.stringify(times);
  };
  let asked = 0;
  const { DateTimeFormat } = Intl;
  Intl.DateTimeFormat = function (...given) { asked += 1; return new DateTimeFormat(...given); };
  const byTemporal = await told("temporal");
  const before = asked;
  delete globalThis.Temporal;
  return [byTemporal === await told("dates"), [before, asked], byTemporal.length];
}"""


@pytest.fixture(scope="module")
def shared_server(demo_instance: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    with serving(demo_instance, tmp_path_factory.mktemp("platform"), PUSH_KEY=PUSH_KEY) as server:
        yield server


@pytest.fixture
def app(installed: Lent, shared_server: LiveServer) -> PhoneApp:
    return PhoneApp(installed.page_at(shared_server.address), shared_server.address, shared_server.instance)


def test_the_icon_bears_what_waits_until_it_is_sent_or_its_person_leaves(app: PhoneApp) -> None:
    page = app.page
    page.add_init_script(AN_ICON)
    app.sign_in()
    until(page, "() => worn.at(-1) === 0")
    page.context.set_offline(True)
    app.log("Fotpatrull", "Hidinge skola")
    until(page, "() => worn.at(-1) === 1")
    page.context.set_offline(False)
    app.says("Allt skickat")
    until(page, "() => worn.at(-1) === 0")

    page.context.set_offline(True)
    app.log("Fotpatrull", "Hidinge skola")
    until(page, "() => worn.at(-1) === 1")
    app.tab("Mer")
    page.get_by_role("button", name="Logga ut").click()
    page.get_by_role("button", name="Logga ut ändå").click()
    expect(app.screen("nobody")).to_be_visible()
    assert page.evaluate("worn.at(-1)") == 0


def test_what_is_shared_is_a_note_that_is_guarded_and_kept_nowhere_before_it_is_saved(app: PhoneApp) -> None:
    page = app.page
    app.sign_in()
    page.context.set_offline(True)
    app.open(f"/ny?title=Vandring&text={quote('Ring 070-123 45 67')}%0A{PIN}", screen="/ny")
    form, note = app.screen("/ny"), page.get_by_label("Anteckning")
    expect(form).to_contain_text("Det du delade står i anteckningen.")
    expect(note).to_have_value("Vandring Ring 070-123 45 67")
    expect(form).to_contain_text("Lanna badgruva ligger närmast.")
    assert page.url == f"{app.address}/ny"
    assert (
        page.evaluate("JSON.stringify([history.state, {...localStorage}, {...sessionStorage}])").find("070")
        < 0
    )

    app.choose_kind("Fotpatrull")
    app.save()
    expect(page.locator("[data-error=note]")).to_contain_text("telefonnummer")
    assert app.own_operations() == []
    note.fill("Vandring")
    app.save()
    expect(app.receipt).to_contain_text("Sparad")
    body = app.own_operations()[0]["body"]
    assert '"note":"Vandring"' in body
    assert '"place":"lanna-badgruva"' in body


def test_what_is_shared_where_nobody_is_signed_in_is_not_kept_for_the_next(app: PhoneApp) -> None:
    app.open("/ny?text=Vandring", screen="nobody")
    expect(app.screen("nobody")).to_contain_text("Det du delade är inte sparat.")
    assert app.page.url == f"{app.address}/ny"
    app.sign_in()
    app.open("/ny")
    expect(app.page.get_by_label("Anteckning")).to_have_count(0)


def test_reminders_are_switched_on_shown_and_end_when_their_person_leaves(
    context: BrowserContext, shared_server: LiveServer
) -> None:
    app = PhoneApp(context.new_page(), shared_server.address, shared_server.instance)
    page = app.page
    context.grant_permissions(["notifications"])
    page.add_init_script(A_PUSH_SERVICE)
    app.sign_in()
    app.tab("Mer")
    switch = page.get_by_role("switch", name="Påminn mig")
    expect(switch).not_to_be_checked()
    switch.focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("status").last).to_have_text("Påminnelser är på.")
    expect(switch).to_be_checked()
    expect(switch).to_be_focused()
    assert subscribers(app) == ["sv"]
    assert page.evaluate("sessionStorage.getItem('subscribed')") == PUSH_KEY.partition(".")[2]
    app.open("/mer")
    expect(switch).to_be_checked()

    remind(page, MESSAGE, f"async () => (await ({SHOWN})()).length > 0")
    assert page.evaluate(SHOWN) == [["Närvaro, Lekeberg", "v. 14: 1:15 av 2:00, kvar till söndag"]]
    remind(page, "no message of ours", f"async () => (await ({SHOWN})())[0]?.[0] === 'Fältlogg'")

    page.get_by_role("button", name="Logga ut").click()
    expect(app.screen("nobody")).to_be_visible()
    assert subscribers(app) == []
    assert (
        page.evaluate("[sessionStorage.getItem('subscribed'), localStorage.getItem('reminds')]") == [None] * 2
    )


@pytest.mark.parametrize(
    ("platform", "words"),
    [
        ("delete globalThis.PushManager", "Den här webbläsaren kan inte påminna."),
        ("Object.defineProperty(Notification, 'permission', {value: 'denied'})", "får inte visa meddelanden"),
        ("Notification.requestPermission = async () => 'default'", "fick inget ja på sin fråga"),
    ],
)
def test_where_the_phone_cannot_remind_it_says_what_to_do_instead(
    app: PhoneApp, platform: str, words: str
) -> None:
    app.page.add_init_script(platform)
    app.sign_in()
    app.tab("Mer")
    switch = app.page.get_by_role("switch", name="Påminn mig")
    if "fick inget ja" in words:
        switch.click()
        expect(switch).not_to_be_checked()
    expect(app.screen("/mer")).to_contain_text(words)
    assert switch.count() == ("delete" not in platform)
    assert subscribers(app) == []
    assert violations(app.page) == []


def remind(page: Page, message: str, is_shown: str) -> None:
    """Hand a message over until it is shown: Chromium forgets one that it is asked about as it shows it."""
    for _ in range(10):
        deliver(page, message)
        with suppress(AssertionError):
            return until(page, is_shown, 5_000)
    raise AssertionError(f"it was never shown: {message}")


def deliver(page: Page, message: str) -> None:
    """What the browser does when its push service has a message."""
    devtools = page.context.new_cdp_session(page)
    registered: list[str] = []
    devtools.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda told: registered.extend(each["registrationId"] for each in told["registrations"]),
    )
    devtools.send("ServiceWorker.enable")
    origin = page.evaluate("location.origin")
    devtools.send(
        "ServiceWorker.deliverPushMessage",
        {"origin": origin, "registrationId": registered[-1], "data": message},
    )
    devtools.detach()


def subscribers(app: PhoneApp) -> list[str]:
    """In which languages the server reminds the one who is signed in."""
    assert app.person
    with closing(sqlite3.connect(app.instance / "faltlogg.db")) as database:
        asked = "select language from push_subscription where user_id = ?"
        rows = database.execute(asked, [app.person.user_id]).fetchall()
        return [language for (language,) in rows]


def test_sweden_s_clock_is_the_same_by_either_calendar_of_the_browser(app: PhoneApp) -> None:
    app.sign_in()
    assert app.page.evaluate("() => 'Temporal' in globalThis")
    is_same, asked, length = app.page.evaluate(TWO_CALENDARS)
    assert length > 1_000_000
    assert (is_same, asked) == (True, [0, 1])
