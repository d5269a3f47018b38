"""What a coordinator does meanwhile, at a desk of their own: deeds on the live server's database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from logger import clock
from logger.config import from_environment
from logger.domain.people.people import Principal
from logger.extensions import db
from logger.factory import create_app
from logger.services.activities import corrections, held
from logger.services.activities.corrections import Correction, Striking
from logger.services.activities.held import TakingIn
from logger.store.people.people import principal_of
from logger.store.tables.people import UserRow
from tests.browser.live_server import ROOT

COORDINATOR = "samordnare.lekeberg@demo.example"
LEKEBERG = "1814"


def correct(instance: Path, activity_id: str, facts: dict[str, Any], reason: str, base_rev: int = 1) -> None:
    """Put an entry right; `facts` are all of them, as in a body."""
    with _at_the_desk(instance) as (session, coordinator):
        correction = Correction(base_rev, facts, reason)
        corrections.correct(session, coordinator, LEKEBERG, activity_id, correction, clock.now())


def strike(instance: Path, activity_id: str, reason: str, base_rev: int = 1) -> None:
    """Let an entry not count."""
    with _at_the_desk(instance) as (session, coordinator):
        striking = Striking(base_rev, reason)
        corrections.strike(session, coordinator, LEKEBERG, activity_id, striking, clock.now())


def take_in(instance: Path, op_id: str) -> None:
    """Let a held entry count."""
    with _at_the_desk(instance) as (session, coordinator):
        held.take_in(session, coordinator, LEKEBERG, op_id, TakingIn(), clock.now())


def refuse(instance: Path, op_id: str, reason: str) -> None:
    """Let a held entry never count."""
    with _at_the_desk(instance) as (session, coordinator):
        held.refuse(session, coordinator, LEKEBERG, op_id, reason, clock.now())


@contextmanager
def _at_the_desk(instance: Path) -> Iterator[tuple[Session, Principal]]:
    settings = from_environment({"INSTANCE_PATH": str(instance)}, ROOT)
    app = create_app(replace(settings, request_log=False))
    with app.app_context():
        session = db.session()
        user_id = session.scalars(select(UserRow.id).where(UserRow.email == COORDINATOR)).one()
        coordinator = principal_of(session, user_id, clock.today())
        assert coordinator
        yield session, coordinator
        for engine in db.engines.values():
            engine.dispose()
