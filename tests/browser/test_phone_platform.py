"""What the platform offers beside the page: the number on the icon, what other apps share."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

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


@pytest.fixture(scope="module")
def shared_server(demo_instance: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    with serving(demo_instance, tmp_path_factory.mktemp("platform")) as server:
        yield server


@pytest.fixture
def app(page: Page, shared_server: LiveServer) -> PhoneApp:
    return PhoneApp(page, shared_server.address, shared_server.instance)


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
