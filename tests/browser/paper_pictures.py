"""Pictures of the papers' first pages, set from the demo as the doors set them."""

import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import typst
from flask import Flask

from logger import clock
from logger.config import from_environment
from logger.domain.people.people import Grant, Principal, Role
from logger.extensions import db
from logger.factory import create_app
from logger.services.follow_up import follow_ups
from logger.services.publishing import public_pages
from logger.web.papers import typesetting
from logger.web.papers.council_pack import pack
from logger.web.papers.public_papers import account, sheet
from tests.browser.live_server import ROOT, run_flask
from tests.browser.pages import names_of

SITE = "https://faltlogg.example"
DOTS_AN_INCH = 84


def of_a_demo() -> Iterator[tuple[str, bytes]]:
    """Each paper's name and its first page as PNG, from a demo made for it."""
    with tempfile.TemporaryDirectory() as folder:
        run_flask(Path(folder), "db", "upgrade")
        run_flask(Path(folder), "demo", "load")
        yield from pictures(Path(folder))


def pictures(instance: Path) -> Iterator[tuple[str, bytes]]:
    """The same from an installation that there is."""
    app = create_app(from_environment({**os.environ, "INSTANCE_PATH": str(instance)}, ROOT))
    for name, (template, facts) in _papers(app, names_of(instance)).items():
        yield name, _first_page(template, facts)


def _papers(app: Flask, names: Mapping[str, str]) -> dict[str, tuple[str, Mapping[str, object]]]:
    somebody = Principal("x", "x", "municipality", (Grant(Role.COORDINATOR, municipality="0882"),), ("0882",))
    with app.test_request_context("/"):
        here = public_pages.public_board(db.session(), "oskarshamn", names["oskarshamn_signed"])
        there = public_pages.public_board(db.session(), "lekeberg", names["lekeberg_now"])
        key = names["oskarshamn_now"]
        running = public_pages.public_board(db.session(), "oskarshamn", key)
        assert running.edition is not None
        opened = follow_ups.open_follow_up(
            db.session(), somebody, "0882", key, running.edition.period.address, clock.today()
        )
        return {
            "papper-blad": ("citizens", sheet(there, SITE, published=True)),
            "papper-redovisning": ("municipal_council", account(here, SITE, {}, published=True)),
            "papper-underlag": ("prevention_council", pack(opened, clock.today())),
        }


def _first_page(template: str, facts: Mapping[str, object]) -> bytes:
    setter = typst.Compiler(
        typesetting.TEMPLATES / "papers" / f"{template}.typ",
        root=typesetting.TEMPLATES,
        font_paths=[typesetting.FONTS],
        ignore_system_fonts=True,
        sys_inputs={"paper": json.dumps(facts, ensure_ascii=False, default=str)},
    )
    pages = setter.compile(format="png", ppi=DOTS_AN_INCH)
    assert pages is not None
    return pages if isinstance(pages, bytes) else pages[0]
