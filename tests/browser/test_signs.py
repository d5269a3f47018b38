"""Signs at the places: scanned without network, by a phone that knows its person and by one that does not."""

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.accessibility import violations
from tests.browser.live_server import LiveServer
from tests.browser.phone import Phone
from tests.browser.phone_app import PhoneApp
from tests.browser.visits import wear

SIGN = "/p/1814/lanna-badgruva"
THEMES = ("light", "dark", "night")


def place_of(app: PhoneApp) -> str:
    return app.page.locator('label:has(input[name="where"]:checked)').inner_text()


def test_a_sign_is_scanned_without_network_and_saved_in_two_presses_at_first_then_in_one(
    phone: Phone, live_server: LiveServer
) -> None:
    app = PhoneApp(phone.turn_on(), live_server.address, live_server.instance)
    app.give_password()
    app.await_the_worker()
    phone.turn_off()
    live_server.stop()
    app = PhoneApp(phone.turn_on(), live_server.address, live_server.instance)

    for presses in (2, 1):
        app.presses = 0
        app.open(SIGN, screen="/ny")
        expect(app.screen("/ny")).to_contain_text("Från skylten. Sparas i den här webbläsaren.")
        assert "Lanna badgruva" in place_of(app)
        if presses > 1:
            app.press(app.page.locator('label:has(input[name="what"])').first)
        app.save()
        expect(app.receipt).to_contain_text("Sparad")
        assert app.presses == presses

    bodies = [operation["body"] for operation in app.kept_operations()]
    assert len(bodies) == 2
    assert all('"place":"lanna-badgruva"' in body for body in bodies)
    live_server.start()
    app.open()
    app.says("Allt skickat")
    assert len(app.operations_on_server()) == 2


def test_the_place_of_the_sign_stays_whatever_kind_is_chosen_and_wherever_the_phone_is(
    page: Page, context: BrowserContext, live_server: LiveServer
) -> None:
    context.grant_permissions(["geolocation"])
    context.set_geolocation({"latitude": 59.1768, "longitude": 14.8665})  # at Lekebergsskolan
    app = PhoneApp(page, live_server.address, live_server.instance)
    app.sign_in()
    app.open(SIGN, screen="/ny")
    expect(app.screen("/ny")).to_contain_text("närmast först")
    app.choose_kind("Fotpatrull")

    assert "Lanna badgruva" in place_of(app)


def test_a_sign_of_elsewhere_says_so(page: Page, live_server: LiveServer) -> None:
    app = PhoneApp(page, live_server.address, live_server.instance)
    app.sign_in()
    app.open("/p/0882/norra-vagen", screen="/ny")
    expect(app.screen("/ny")).to_contain_text("Skylten hör till en kommun där du inte loggar.")
    app.open("/p/1814/fanns-en-gang", screen="/ny")
    expect(app.screen("/ny")).to_contain_text("Platsen finns inte i kommunen längre.")


def test_where_nobody_is_signed_in_the_visit_waits_for_its_person_over_the_death_of_the_browser(
    phone: Phone, live_server: LiveServer
) -> None:
    page = phone.turn_on()
    app = PhoneApp(page, live_server.address, live_server.instance)
    app.open(f"{SIGN}#Lanna%20badgruva", screen="nobody")
    nobody = app.screen("nobody")
    expect(nobody).to_contain_text("Lanna badgruva, skylten avläst")
    expect(nobody).not_to_contain_text("lanna-badgruva")
    expect(nobody).to_contain_text("Du är inte inloggad i den här webbläsaren.")
    for theme in THEMES:
        wear(page, theme)
        assert violations(page) == [], theme
    app.press(page.get_by_role("button", name="Spara besöket"))
    expect(nobody).to_contain_text("1 besök är sparat i den här webbläsaren.")
    phone.kill()
    page = phone.turn_on()
    app = PhoneApp(page, live_server.address, live_server.instance)
    app.open(screen="nobody")
    expect(app.screen("nobody")).to_contain_text("1 besök är sparat i den här webbläsaren.")

    app.give_password()
    expect(app.screen("/ny")).to_contain_text("var sparat i den här webbläsaren.")
    assert "Lanna badgruva" in place_of(app)
    app.press(page.locator('label:has(input[name="what"])').first)
    app.save()
    expect(app.receipt).to_contain_text("Sparad")
    app.says("Allt skickat")
    assert len(app.operations_on_server()) == 1
    app.open()  # and not Ny again: the visit has become an entry
