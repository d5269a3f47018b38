"""Asks axe what a page is like for people who hear, zoom or tab through it."""

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# What lies half under a bar that stays is measured again where a finger would meet it.
_ASK = """async tags => {
  const {violations} = await axe.run(document, {runOnly: tags, resultTypes: ["violations"]});
  const isSmall = async ({target}) => {
    document.querySelector(target[0]).scrollIntoView({block: "center"});
    const again = await axe.run({include: [target]}, {runOnly: {type: "rule", values: ["target-size"]}});
    return again.violations.length > 0;
  };
  for (const rule of violations.filter(({id}) => id === "target-size")) {
    const nodes = [];
    for (const node of rule.nodes) {
      if (await isSmall(node)) {
        nodes.push(node);
      }
    }
    rule.nodes = nodes;
  }
  return violations;
}"""


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """What axe finds in the page as it stands (WCAG 2.2 AA), one sentence each; empty when it is sound."""
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(_axe())
    found = page.evaluate(_ASK, STANDARDS)
    return [
        f"{rule['id']}: {rule['help']}: {node['html']} ({node['failureSummary']})"
        for rule in found
        for node in rule["nodes"]
    ]
