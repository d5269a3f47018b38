"""Somebody with a keyboard and no mouse: moves by Tab, chooses by arrows and Space, types, presses Enter."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from playwright.sync_api import Page

# What Tab stops at, in order, as a person meets it; of a group of radio buttons the one that Tab comes to.
STOPS = """() => {
  const grouped = new Set();
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter(
    (each) => each.tabIndex >= 0 && !each.disabled && each.type !== "hidden" && each.checkVisibility());
  const stops = all.filter((each) => {
    if (each.type !== "radio") return true;
    const group = all.filter((other) => other.type === "radio" && other.name === each.name);
    return each === (group.find((other) => other.checked || other === document.activeElement) ?? group[0]);
  });
  const tell = (each) => ({
    name: each.name ?? "", kind: each.type || each.tagName.toLowerCase(), value: each.value ?? "",
    text: each.textContent.trim(), checked: each.checked ?? false,
    values: each.options ? [...each.options].map((option) => option.value) :
      all.filter((other) => each.type === "radio" && other.name === each.name).map((other) => other.value),
    folds: each.tagName === "SUMMARY" && !each.parentElement.open
      ? [...each.parentElement.querySelectorAll("[name]")].map((inside) => inside.name) : [],
  });
  return {at: stops.indexOf(document.activeElement), stops: stops.map(tell)};
}"""
MOST_TRIES = 12

Stop = dict[str, Any]


@dataclass(frozen=True)
class Hands:
    """The page as it is reached from the keyboard alone."""

    page: Page

    def press(self, text: str) -> None:
        """Go to the link or button that says so, and press Enter; the next page comes."""
        said = [stop["text"] for stop in self._stops() if stop["kind"] in ("a", "submit")]
        wanted = text if text in said else next(each for each in said if text in each)
        self._reach(lambda stop: stop["kind"] in ("a", "submit") and stop["text"] == wanted)
        with self.page.expect_navigation(wait_until="domcontentloaded", timeout=60_000):
            self.page.keyboard.press("Enter")

    def fill(self, fields: Mapping[str, Any]) -> None:
        """Fill the fields in, each by its name; what is folded is unfolded first. Raises LookupError."""
        for name, value in fields.items():
            self._unfold(name)
            values = value if isinstance(value, list) else [value]
            kinds = {stop["kind"] for stop in self._stops() if stop["name"] == name}
            if not kinds:
                if any(values):
                    raise LookupError(name)
                continue
            getattr(self, f"_{kinds.pop().replace('-', '_')}")(name, values)

    def rows_of(self, name: str) -> int:
        """How many fields of the name there are, folded ones too."""
        found: int = self.page.locator(f"[name='{name}']").count()
        return found

    def _text(self, name: str, values: list[str]) -> None:
        self._reach(lambda stop: stop["name"] == name)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.press("Delete")
        if values[0]:
            self.page.keyboard.insert_text(values[0])

    _textarea = _email = _password = _text

    def _date(self, name: str, values: list[str]) -> None:
        """The parts of a date stand in the order of the browser's language: as here, or the year first."""
        year, month, day = values[0].split("-")
        for typed in (f"{month}{day}{year}", f"{year}{month}{day}", f"{day}{month}{year}"):
            self._enter(name)
            self.page.keyboard.type(typed)
            if next(stop["value"] for stop in self._stops() if stop["name"] == name) == values[0]:
                return
        raise LookupError(f"{name}: no way to type {values[0]}")

    def _time(self, name: str, values: list[str]) -> None:
        hour, minute = values[0].split(":")
        half = "PM" if int(hour) >= 12 else "AM"
        for typed in (f"{int(hour) % 12 or 12:02}{minute}{half}", f"{hour}{minute}"):
            self._enter(name)
            self.page.keyboard.type(typed)
            if next(stop["value"] for stop in self._stops() if stop["name"] == name) == values[0]:
                return
        raise LookupError(f"{name}: no way to type {values[0]}")

    def _checkbox(self, name: str, values: list[str]) -> None:
        boxes = [stop for stop in self._stops() if stop["name"] == name]
        for box in boxes:
            if box["checked"] is not (box["value"] in values):
                self._reach(partial(_is_box, name, box["value"]))
                self.page.keyboard.press("Space")

    def _radio(self, name: str, values: list[str]) -> None:
        stop = self._reach(lambda stop: stop["name"] == name)
        here, there = stop["values"].index(stop["value"]), stop["values"].index(values[0])
        if here == there:
            self.page.keyboard.press("Space")
        self._step(there - here)

    def _select_one(self, name: str, values: list[str]) -> None:
        for number, value in enumerate(values):
            if self._nth(name, number)["value"] == value:
                continue
            found = self._reach(lambda stop: stop["name"] == name, nth=number)
            self._step(found["values"].index(value) - found["values"].index(found["value"]))

    def _step(self, steps: int) -> None:
        for _ in range(abs(steps)):
            self.page.keyboard.press("ArrowDown" if steps > 0 else "ArrowUp")

    def _unfold(self, name: str) -> None:
        if any(name in stop["folds"] for stop in self._stops()):
            self._reach(lambda stop: name in stop["folds"])
            self.page.keyboard.press("Enter")

    def _nth(self, name: str, number: int) -> Stop:
        return [stop for stop in self._stops() if stop["name"] == name][number]

    def _enter(self, name: str) -> None:
        """Come to the first part of a field that has several: from the stop before it."""
        at = next(at for at, stop in enumerate(self._stops()) if stop["name"] == name)
        before = self._stops()[at - 1]
        self._reach(lambda stop: stop == before)
        for _ in range(MOST_TRIES):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(STOPS)["at"] == at:
                return
        raise LookupError(f"Tab does not come to {name}")

    def _reach(self, wanted: Callable[[Stop], bool], *, nth: int = 0) -> Stop:
        """Move to the nth of the stops that are wanted."""
        for _ in range(MOST_TRIES):
            seen = self.page.evaluate(STOPS)
            found = [at for at, stop in enumerate(seen["stops"]) if wanted(stop)]
            if len(found) <= nth:
                raise LookupError(
                    f"no stop {nth} among {[stop['text'] or stop['name'] for stop in seen['stops']]}"
                )
            steps = found[nth] - seen["at"]
            if steps == 0:
                stop: Stop = seen["stops"][found[nth]]
                return stop
            for _ in range(abs(steps)):
                self.page.keyboard.press("Tab" if steps > 0 else "Shift+Tab")
        raise LookupError("Tab does not come there")

    def _stops(self) -> list[Stop]:
        stops: list[Stop] = self.page.evaluate(STOPS)["stops"]
        return stops


def _is_box(name: str, value: str, stop: Stop) -> bool:
    return bool(stop["name"] == name and stop["value"] == value)
