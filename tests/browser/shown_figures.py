"""The same figures by every way out: board, public page, API, and the command line over exported files."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

Answers = dict[str, dict[str, Any]]


class Ways:
    """One municipality's ways out of one installation: its server's address, and `run` for its commands."""

    def __init__(self, address: str, run: Callable[..., str], code: str, folder: Path) -> None:
        self._address = address
        self._run = run
        self._code = code
        self._folder = folder
        made = run("token", "create", "--municipality", code, "--role", "coordinator")
        self._token = made.splitlines()[0].strip()
        run("activities", "export", "--municipality", code, str(folder / "activities.json"))

    def by_the_api(self, page: Page, pledge: str, as_of: date) -> Answers:
        """The progress answers that machines get."""
        address = f"{self._address}/api/v1/municipalities/{self._code}/pledges/{pledge}/progress"
        answer = page.request.get(
            f"{address}?as_of={as_of}", headers={"Authorization": f"Bearer {self._token}"}
        )
        assert answer.ok, answer.text()
        found: Answers = answer.json()["progress"]
        return found

    def by_the_command_line(self, pledge: str, as_of: date) -> Answers:
        """What anyone recomputes from the exported files, without the database."""
        file = self._folder / f"{pledge}.yaml"
        if not file.exists():
            self._run("pledge", "export", pledge, str(file), "--municipality", self._code)
        activities = str(self._folder / "activities.json")
        asked = ("pledge", "progress", str(file), activities, "--as-of", str(as_of), "--json")
        found: Answers = json.loads(self._run(*asked))
        return found


def on_the_board(page: Page) -> dict[str, str]:
    """The figure of each row of the board that is open, by commitment."""
    rows = page.locator(".brow__figure a").all()
    return {_commitment(row.get_attribute("href") or ""): _figure(row.inner_text()) for row in rows}


def on_the_public_page(page: Page) -> dict[str, str]:
    """The figure of each promise on the public page that is open, by commitment."""
    promises = page.locator("article.public-promise").all()
    return {
        promise.get_attribute("id") or "": _figure(promise.locator(".public-promise__figure").inner_text())
        for promise in promises
    }


def printed(answers: Answers) -> dict[str, str]:
    """How a page prints the answers: the number before the words."""
    return {commitment: _printed(answer) for commitment, answer in answers.items()}


def _printed(answer: dict[str, Any]) -> str:
    if "periods" in answer:
        return str(answer["periods_met"])
    if answer["kind"] == "milestone":
        return "Klart" if answer["value"] else "Inte klart"
    if answer["kind"] == "hours":
        minutes = answer["value"] // 60
        return f"{minutes // 60}:{minutes % 60:02d}"
    return str(answer["value"])


def _figure(text: str) -> str:
    found = re.match(r"Klart|Inte klart|[\d:]+", text.strip())
    assert found, text
    return found[0]


def _commitment(address: str) -> str:
    return address.partition("?")[0].rpartition("/")[2]
