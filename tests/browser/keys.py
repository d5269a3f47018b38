"""A form filled in with the keyboard alone: Tab from field to field, and what each kind of field takes."""

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Page

MOST_STOPS = 600

# Where the focus is: what kind of field, its name and value, and what a list offers.
_HERE = """names => {
  const at = document.activeElement;
  const same = at.name ? [...document.getElementsByName(at.name)] : [];
  const unfolds = at.matches("summary") && !at.parentElement.open
    && [...at.parentElement.querySelectorAll("[name]")].some((field) => names.includes(field.name));
  return {
    kind: at.matches("summary") ? "summary" : at.type ?? "", name: at.name ?? "", value: at.value ?? "",
    checked: at.checked ?? false, order: same.indexOf(at), unfolds,
    options: at.matches("select") ? [...at.options].map((each) => each.value) : [],
    radios: at.type === "radio" ? same.map((each) => each.value) : [],
  };
}"""

Wanted = Mapping[str, Any]


def fill_and_press(page: Page, wanted: Wanted, button: tuple[str, str]) -> None:
    """Go through the page's fields, give each what is wanted of it, and press the button (name, value)."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        here = page.evaluate(_HERE, list(wanted))
        if (here["name"], here["value"]) == button:
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
        _give(page, here, wanted)
    raise AssertionError(f"{button} is not reached with the keyboard")


def tab_to(page: Page, text: str) -> None:
    """Go to what says this."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        said = page.evaluate("document.activeElement.innerText ?? ''").replace("\u00ad", "")
        if " ".join(said.split()).startswith(text):
            return
    raise AssertionError(f"{text} is not reached with the keyboard")


def _give(page: Page, here: dict[str, Any], wanted: Wanted) -> None:
    if here["unfolds"]:
        page.keyboard.press("Enter")
    if here["name"] not in wanted:
        return
    value = wanted[here["name"]]
    match here["kind"]:
        case "checkbox":
            if here["value"] in _as_list(value) and not here["checked"]:
                page.keyboard.press("Space")
        case "radio":
            steps = here["radios"].index(value) - here["radios"].index(here["value"])
            if not here["checked"] and steps == 0:
                page.keyboard.press("Space")
            _arrows(page, steps)
        case "select-one":
            _choose(page, here, _as_list(value))
        case "date":
            _type_date(page, value)
        case _:
            if here["value"] != value:
                page.keyboard.press("Control+A")
                page.keyboard.insert_text(value)


def _choose(page: Page, here: dict[str, Any], values: list[str]) -> None:
    """The list's own value, or the one in its turn where several lists have one name."""
    wanted = values[here["order"]] if here["order"] < len(values) else ""
    _arrows(page, here["options"].index(wanted) - here["options"].index(here["value"]))


def _arrows(page: Page, steps: int) -> None:
    for _ in range(abs(steps)):
        page.keyboard.press("ArrowDown" if steps > 0 else "ArrowUp")


def _type_date(page: Page, wanted: str) -> None:
    """Year, month and day, in the order that this browser's language asks for them."""
    year, month, day = wanted.split("-") if wanted else ("", "", "")
    for parts in ((month, day, year), (year, month, day), (day, month, year)):
        if page.evaluate("document.activeElement.value") == wanted:
            return
        for part in parts:
            page.keyboard.type(part)
            if part == year:  # a year may be longer: month and day are full with two
                page.keyboard.press("ArrowRight")
        for _ in parts:
            page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.value") == wanted


def _as_list(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]
