"""Papers set by typst: a template of ours, and what it says as data, into tagged PDF."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock

from logger.web.papers.letters import legible

_ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = _ROOT / "templates"
FONTS = _ROOT / "static" / "vendor" / "papers"
KEPT = 32
"""So many papers are kept by each process: a publication is asked for by many and set once."""

_one_at_a_time = Lock()


def typeset(template: str, facts: Mapping[str, object], made: datetime) -> bytes:
    """The paper as PDF/UA-1. The same facts made at the same time give the same bytes.

    What people wrote goes in as JSON and is never read as markup, so that no comment can command the setting.
    """
    text = json.dumps(legible(facts, _letters()), ensure_ascii=False, default=str)
    return _pdf(template, text, int(made.timestamp()))


@lru_cache(maxsize=KEPT)
def _pdf(template: str, facts: str, made: int) -> bytes:
    import typst  # noqa: PLC0415  # the typesetter is large, and only those who want a paper pay for it

    with _one_at_a_time:
        setter = typst.Compiler(
            TEMPLATES / "papers" / f"{template}.typ",
            root=TEMPLATES,
            font_paths=[FONTS],
            ignore_system_fonts=True,
            sys_inputs={"paper": facts},
        )
        made_of_it = setter.compile(format="pdf", pdf_standards="ua-1", timestamp=made)
        assert isinstance(made_of_it, bytes)
        return made_of_it


@cache
def _letters() -> frozenset[str]:
    return frozenset((FONTS / "letters.txt").read_text(encoding="utf-8"))
