"""A page's form as a browser would send it, read from the HTML."""

from html.parser import HTMLParser
from typing import Any

from werkzeug.datastructures import MultiDict


class _Forms(HTMLParser):
    """Every form of a page: its action, and what its fields hold."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[tuple[str, MultiDict[str, str]]] = []
        self._fields: MultiDict[str, str] | None = None
        self._select: tuple[str, list[tuple[str, bool]]] | None = None
        self._textarea: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._fields = MultiDict()
            self.forms.append((given.get("action", ""), self._fields))
        elif self._fields is not None:
            self._field(tag, given)

    def _field(self, tag: str, given: dict[str, str]) -> None:
        assert self._fields is not None
        if tag == "input" and "name" in given and given.get("type") != "file":
            if given.get("type") not in {"checkbox", "radio"} or "checked" in given:
                self._fields.add(given["name"], given.get("value", ""))
        elif tag == "textarea":
            self._textarea = given["name"]
            self._fields.add(given["name"], "")
        elif tag == "select":
            self._select = (given["name"], [])
        elif tag == "option" and self._select:
            self._select[1].append((given.get("value", ""), "selected" in given))

    def handle_data(self, data: str) -> None:
        if self._textarea and self._fields is not None:
            self._fields[self._textarea] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._fields = None
        elif tag == "textarea":
            self._textarea = None
        elif tag == "select" and self._select and self._fields is not None:
            name, options = self._select
            chosen = [value for value, selected in options if selected] or [options[0][0]]
            self._fields.add(name, chosen[0])
            self._select = None


def form_in(html: str, action: str) -> MultiDict[str, str]:
    """The fields of the form with this action, before anybody presses a button."""
    page = _Forms()
    page.feed(html)
    found = [fields for address, fields in page.forms if address == action]
    assert found, f"no form {action} among {[address for address, _ in page.forms]}"
    return found[0]


def filled(fields: MultiDict[str, str], **typed: Any) -> MultiDict[str, str]:
    """The same with these typed in; a list is all the values of its name."""
    result = MultiDict(fields)
    for name, value in typed.items():
        result.setlist(name, value if isinstance(value, list) else [value])
    return result
