"""An app made once and opened over one database after another: making it costs more than most tests."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from flask import Flask
from sqlalchemy import Engine, create_engine

from logger import frequency
from logger.extensions import KEYS, db
from logger.store.databases.engine import Use, engine_options, tuned
from tests.servers.postgresql import owner_url


class ReopenedApp:
    """The app of one process; what a test set in its settings is forgotten, and what it counted."""

    def __init__(self, make: Callable[[str, Path], Flask]) -> None:
        self._make = make
        self._app: Flask | None = None

    def over(self, database_url: str, instance: Path) -> Flask:
        """The app over this database; whoever had it before is done with it."""
        if self._app is None:
            self._app = self._make(database_url, instance)
            self._settings = dict(self._app.config)
            return self._app
        app = self._app
        app.config.clear()
        app.config.update(self._settings)
        app.instance_path = str(instance)
        frequency.register(app)
        with app.app_context():
            engines = cast("dict[str | None, Engine]", db.engines)
            owner = owner_url(database_url)
            for use, key in KEYS.items():
                engines[key].dispose()
                address = (use is Use.OWN and owner) or database_url
                engines[key] = tuned(create_engine(**engine_options(address, use)), use)
            if owner is None:
                engines[KEYS[Use.OWN]] = engines[KEYS[Use.WRITE]]
        return app
