"""Platser in a browser: decided on by keyboard, and a map with tiles where an installation has them."""

import base64
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.live_server import LiveServer
from tests.browser.newcomers import newcomer
from tests.browser.pages import Visitor

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
TILES = "https://tiles.example"


@pytest.fixture(scope="module")
def server(demo_instance: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    folder = tmp_path_factory.mktemp("places") / "instance"
    server = LiveServer(
        Path(shutil.copytree(demo_instance, folder)),
        MAP_TILES=f"{TILES}/{{z}}/{{x}}/{{y}}.png",
        MAP_CREDIT="© Kartans upphovsman",
    )
    server.start()
    yield server
    server.kill()


@pytest.fixture
def desk(context: BrowserContext, server: LiveServer) -> Page:
    newcomer(server.instance, Visitor.LEKEBERG).sign_in(context, server.address)
    return context.new_page()


def test_a_map_with_tiles_takes_the_place_of_the_drawing_and_the_list_says_the_same(
    desk: Page, server: LiveServer
):
    fetched: list[str] = []
    faults: list[str] = []

    def answer(route: Route) -> None:
        fetched.append(route.request.url)
        route.fulfill(body=PIXEL, content_type="image/png")

    desk.route(f"{TILES}/**", answer)
    desk.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    desk.on("pageerror", lambda error: faults.append(str(error)))
    desk.goto(f"{server.address}/platser/1814")

    with_a_point = desk.locator("[data-point]")
    expect(desk.locator(".map__spot")).to_have_count(with_a_point.count())
    expect(desk.locator(".map__svg")).to_have_count(0)
    expect(desk.get_by_text("© Kartans upphovsman")).to_be_visible()
    expect(desk.locator(".leaflet-tile-loaded").first).to_be_visible()
    assert fetched
    assert faults == []
    desk.get_by_role("button", name="Närmare").press("Enter")
    assert faults == []


def test_a_proposed_place_is_added_by_keyboard_alone(desk: Page, server: LiveServer):
    desk.goto(f"{server.address}/platser/1814")
    desk.get_by_role("link", name="2 föreslagna platser från fältet").press("Enter")
    expect(desk.get_by_role("heading", level=1)).to_have_text("Föreslagna platser")
    desk.get_by_text("Lägg upp som ny plats: Vändplanen vid Källtorp").press("Enter")
    name = desk.locator("#namn-1")
    expect(name).to_have_value("Vändplanen vid Källtorp")
    name.press("Tab")
    desk.keyboard.press("Space")  # the first of the kinds
    name.press("Enter")
    expect(desk.get_by_role("heading", name="1 plats att ta ställning till")).to_be_visible()

    desk.goto(f"{server.address}/platser/1814?ordning=namn")
    desk.get_by_role("link", name="Vändplanen vid Källtorp").press("Enter")
    expect(desk.get_by_role("definition").filter(has_text="Badplats")).to_be_visible()
    desk.get_by_role("link", name="Aktiviteter här").press("Enter")
    expect(desk.get_by_role("heading", name="2 aktiviteter")).to_be_visible()
