"""Asks html-validate about pages, through one process for the whole run."""

import json
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


class HtmlValidator:
    """A door to html-validate: starts when first asked, answers a page in a few milliseconds."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def faults(self, html: str, name: str = "page") -> list[str]:
        """What is wrong with a whole page, one sentence each with line and column; empty when it is sound."""
        process = self._process = self._process or self._start()
        assert process.stdin
        assert process.stdout
        process.stdin.write(json.dumps({"name": name.strip("/") or "start", "html": html}) + "\n")
        process.stdin.flush()
        answer = process.stdout.readline()
        assert answer, "html-validate ended: its message stands above"
        faults: list[str] = json.loads(answer)
        return faults

    def close(self) -> None:
        if self._process:
            self._process.communicate()

    def _start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [ROOT / "bin" / "with-node", "node", ROOT / "tests" / "js" / "validate-html.js"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
