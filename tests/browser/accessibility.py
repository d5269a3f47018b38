"""Asks axe what a page is like for people who hear, zoom or tab through it."""

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """What axe finds in the page as it stands (WCAG 2.2 AA), one sentence each; empty when it is sound."""
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(_axe())
    found = page.evaluate(
        "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", STANDARDS
    )["violations"]
    return [
        f"{rule['id']}: {rule['help']}: {node['html']} ({node['failureSummary']})"
        for rule in found
        for node in rule["nodes"]
    ]
