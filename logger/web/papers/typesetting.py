"""Papers set by typst: a template of ours, and what it says as data, into tagged PDF."""

import json
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore, Lock

from logger.domain.refusing.refusals import Busy
from logger.web.papers.letters import legible

_ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = _ROOT / "templates"
FONTS = _ROOT / "static" / "vendor" / "papers"
KEPT = 32
"""So many papers are kept by each process: a publication is asked for by many and set once."""
WAITING = 3
"""So many may wait for a paper in each process; the other threads are for those who log."""

_one_at_a_time = Lock()
_places = BoundedSemaphore(WAITING)
_set: OrderedDict["_Order", bytes] = OrderedDict()


@dataclass(frozen=True, slots=True)
class _Order:
    """What is to be set: the template, what it says, when it was made."""

    template: str
    facts: str
    made: int


def typeset(template: str, facts: Mapping[str, object], made: datetime) -> bytes:
    """The paper as PDF/UA-1. The same facts made at the same time give the same bytes. Raises Busy.

    What people wrote goes in as JSON and is never read as markup, so that no comment can command the setting.
    """
    text = json.dumps(legible(facts, _letters()), ensure_ascii=False, default=str)
    order = _Order(template, text, int(made.timestamp()))
    return _set.get(order) or _in_turn(order)


def _in_turn(order: _Order) -> bytes:
    """The paper, set when it is its turn. Raises Busy where so many wait already: anyone may ask for one."""
    if not _places.acquire(blocking=False):
        raise Busy
    try:
        with _one_at_a_time:
            paper = _set[order] = _set.get(order) or _pdf(order)
            _set.move_to_end(order)
            while len(_set) > KEPT:
                _set.popitem(last=False)
            return paper
    finally:
        _places.release()


def _pdf(order: _Order) -> bytes:
    import typst  # noqa: PLC0415  # the typesetter is large, and only those who want a paper pay for it

    setter = typst.Compiler(
        TEMPLATES / "papers" / f"{order.template}.typ",
        root=TEMPLATES,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"paper": order.facts},
    )
    made_of_it = setter.compile(format="pdf", pdf_standards="ua-1", timestamp=order.made)
    assert isinstance(made_of_it, bytes)
    return made_of_it


@cache
def _letters() -> frozenset[str]:
    return frozenset((FONTS / "letters.txt").read_text(encoding="utf-8"))
