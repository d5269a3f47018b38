"""As few taps as promised, counted by the page itself, for every way to log something."""

import re
from itertools import cycle
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.flows import FLOWS, MOST_FOR_ONE, Flow
from tests.browser.live_server import LiveServer
from tests.browser.phone_app import PhoneApp, serving
from tests.browser.taps import Hand

# A small phone, an iPhone 15 and a Pixel 8 as a browser measures them: the flows take turns.
SIZES = [(360, 740), (393, 852), (412, 915)]


def walked(app: PhoneApp, hand: Hand, flow: Flow, size: tuple[int, int]) -> tuple[int, int]:
    """The taps and the keys that it took."""
    app.page.set_viewport_size({"width": size[0], "height": size[1]})
    app.open(flow.start, screen="/" if flow.start == "/" else "/ny")
    if flow.start == "/":
        app.says(
            re.compile("Allt skickat")
        )  # what is told of the flow before makes no list anew under the hand
        expect(app.again.first).to_be_visible()
    hand.rest()
    flow.walk(app)
    return hand.taps, hand.keys


def test_every_flow_takes_the_taps_that_are_written_down_and_no_keyboard(
    page: Page, demo_instance: Path, tmp_path: Path
) -> None:
    with serving(demo_instance, tmp_path) as server:
        app = signed_in(page, server)
        hand = Hand(page)
        taken = {
            flow.name: walked(app, hand, flow, size) for flow, size in zip(FLOWS, cycle(SIZES), strict=False)
        }
    assert taken == {flow.name: (flow.taps, 0) for flow in FLOWS}


def signed_in(page: Page, server: LiveServer) -> PhoneApp:
    """An officer who has logged something at two places before."""
    app = PhoneApp(page, server.address, server.instance)
    app.sign_in()
    app.log("Badplatsbesök", "Badplats Leken")
    app.log("Badplatsbesök", "Lanna badgruva")
    return app


def test_one_entry_never_takes_more_than_six() -> None:
    assert all(flow.taps <= MOST_FOR_ONE for flow in FLOWS if "Three" not in flow.name)
