"""Every way to log something, and how many taps it takes: docs/taps.md is written from here (`make taps`).

`test_taps.py` walks them with a counting hand: one tap more than is written down fails it, one less too.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.phone_app import PLANNED, PhoneApp
from tests.browser.phone_states import lay, timer

DOCUMENT = Path(__file__).parents[2] / "docs" / "taps.md"


@dataclass(frozen=True)
class Flow:
    """One errand: where it begins, what is pressed, and in how many taps it is done."""

    name: str
    start: str
    pressed: str
    taps: int
    walk: Callable[[PhoneApp], None]


def again(app: PhoneApp) -> None:
    app.again.first.click()
    saved(app)


def again_with_another_length(app: PhoneApp) -> None:
    app.screen("/").locator(".again__open").first.click()
    app.choose("length", "120")
    app.save()
    saved(app)


def undo(app: PhoneApp) -> None:
    app.again.first.click()
    expect(app.receipt).to_contain_text("9 s")  # a press at once would be the second half of a double tap
    app.receipt.get_by_role("button", name="Ångra").click()
    expect(app.page.get_by_role("status").first).to_contain_text("Ångrad")


def usual(app: PhoneApp) -> None:
    app.new()
    app.save()
    saved(app)


def another_kind_and_length(app: PhoneApp) -> None:
    app.new()
    app.page.locator('label:has(input[name="what"])').nth(1).click()
    app.choose("length", "60")
    app.save()
    saved(app)


def another_place_in_sight(app: PhoneApp) -> None:
    app.new()
    app.page.locator('label:has(input[name="where"])').nth(1).click()
    app.save()
    saved(app)


def any_place(app: PhoneApp) -> None:
    app.new()
    app.choose_place("Hidinge skola")
    app.save()
    saved(app)


def any_kind_and_place(app: PhoneApp) -> None:
    app.new()
    app.choose_kind("Fotpatrull")
    app.choose_place("Hidinge skola")
    app.save()
    saved(app)


def yesterday(app: PhoneApp) -> None:
    app.new()
    app.page.get_by_role("button", name=re.compile("^Nu,")).click()
    app.choose("day", "I går")
    app.save()
    saved(app)


def counted_with_company(app: PhoneApp) -> None:
    app.new()
    app.page.locator("summary:visible", has_text="Fler uppgifter").click()
    app.page.get_by_role("button", name=re.compile("^Fler ")).locator("visible=true").first.click()
    app.choose("organisations", "Kommunen")
    app.save()
    saved(app)


def targeted_and_interrupted(app: PhoneApp) -> None:
    app.new()
    app.page.locator("summary:visible", has_text="Fler uppgifter").click()
    for name in ("Riktad insats", "Avbröts"):
        app.page.locator("label.check:visible", has_text=name).click()
    app.save()
    saved(app)


def three_at_once(app: PhoneApp) -> None:
    app.new()
    app.page.get_by_role("button", name="Flera på en gång").click()
    for _ in range(2):
        app.page.get_by_role("button", name="En till").click()
        app.page.locator('.sheet label:has(input[name="where"])').nth(1).click()
    app.page.get_by_role("button", name="Spara alla 3").click()
    expect(app.receipt).to_contain_text("3 sparade")


def amend(app: PhoneApp) -> None:
    _open_the_newest(app)
    app.page.get_by_role("button", name="Ändra").click()
    expect(app.page.get_by_role("heading", name="Ändra aktivitet")).to_be_visible()
    app.choose("length", "120")
    app.save()
    expect(app.page.get_by_role("status").last).to_contain_text("Ändringen är sparad")


def withdraw(app: PhoneApp) -> None:
    _open_the_newest(app)
    app.page.get_by_role("button", name="Ta bort").click()
    app.page.get_by_role("button", name="Ta bort").click()
    expect(app.page.get_by_role("status").last).to_contain_text("Borttagen. Aktiviteten räknas inte.")


def sign(app: PhoneApp) -> None:
    app.save()
    saved(app)


def planned(app: PhoneApp) -> None:
    app.planned(PLANNED).get_by_role("button", name="Gjort").click()
    saved(app)


def planned_and_not_done(app: PhoneApp) -> None:
    narcotics = app.planned("Narkotikainsats")
    narcotics.get_by_role("button", name="Narkotikainsats").click()
    narcotics.get_by_role("button", name="Annat gick före").click()
    expect(app.receipt).to_contain_text("Inte genomförd")


def presence(app: PhoneApp) -> None:
    app.page.get_by_role("button", name="Starta närvaro").click()
    expect(app.page.get_by_role("button", name="Avsluta")).to_be_visible()
    lay(app.page, timers=[timer(0.5)])  # half an hour goes
    app.open()
    app.page.get_by_role("button", name="Avsluta").click()
    saved(app)


def saved(app: PhoneApp) -> None:
    expect(app.receipt).to_contain_text("Sparad")


def _open_the_newest(app: PhoneApp) -> None:
    app.page.get_by_role("navigation").get_by_role("link", name="Mina").click()
    app.screen("/mina").locator(".line summary").first.click()


LOGGA = "/"
FLOWS = [
    Flow("The same again", LOGGA, "a row of Igen", 1, again),
    Flow("The same again, another length", LOGGA, "⋯ · length · Spara", 3, again_with_another_length),
    Flow("Take back what was just saved", LOGGA, "a row of Igen · Ångra", 2, undo),
    Flow("The usual", LOGGA, "Ny · Spara", 2, usual),
    Flow("The usual at another place in sight", LOGGA, "Ny · place · Spara", 3, another_place_in_sight),
    Flow("Another kind, another length", LOGGA, "Ny · kind · length · Spara", 4, another_kind_and_length),
    Flow("At any other place", LOGGA, "Ny · Annan plats · place · Spara", 4, any_place),
    Flow("Done yesterday", LOGGA, "Ny · Nu · I går · Spara", 4, yesterday),
    Flow(
        "With one more colleague and another organisation",
        LOGGA,
        "Ny · Fler uppgifter · + · Kommunen · Spara",
        5,
        counted_with_company,
    ),
    Flow(
        "A targeted operation that was interrupted",
        LOGGA,
        "Ny · Fler uppgifter · Riktad insats · Avbröts · Spara",
        5,
        targeted_and_interrupted,
    ),
    Flow(
        "Anything, anywhere",
        LOGGA,
        "Ny · Alla typer · kind · Annan plats · place · Spara",
        6,
        any_kind_and_place,
    ),
    Flow(
        "Three at three places, on one sheet",
        LOGGA,
        "Ny · Flera på en gång · En till · place · En till · place · Spara alla",
        7,
        three_at_once,
    ),
    Flow("Change one that is saved", LOGGA, "Mina · entry · Ändra · length · Spara", 5, amend),
    Flow("Take one back later", LOGGA, "Mina · entry · Ta bort · Ta bort", 4, withdraw),
    Flow("Done what was planned for today", LOGGA, "Gjort", 1, planned),
    Flow("Not done, and why", LOGGA, "the planned row · why", 2, planned_and_not_done),
    Flow("Presence, from its start to its stop", LOGGA, "Starta närvaro · Avsluta", 2, presence),
    Flow("A sign at a place, there before", "/p/1814/lanna-badgruva", "(scan) · Spara", 1, sign),
]
MOST_FOR_ONE = 6


def document() -> str:
    """The page as it is to be: a line a flow."""
    rows = "\n".join(f"| {flow.name} | {flow.taps} | {flow.pressed} |" for flow in FLOWS)
    told = (
        "How many times a finger comes down until it is saved, from Logga as it stands at a start. "
        "No flow needs the keyboard. The numbers are counted in a browser by `tests/browser/test_taps.py`, "
        "which fails when one of them grows; "
        f"the promise for one entry is at most {MOST_FOR_ONE}."
    )
    head = "| errand | taps | what is pressed |\n|---|---|---|"
    written = "Written by `make taps` from `tests/browser/flows.py`."
    return f"# Taps\n\n{told}\n{written}\n\n{head}\n{rows}\n"


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")
