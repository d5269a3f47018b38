"""The database session and the sign-in guard of the app, made once and bound by the factory."""

from typing import Any, cast

from flask import Flask, current_app
from flask_login import LoginManager
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session
from sqlalchemy import Connection, Engine

from logger.store.databases.binding import set_awaits_backup, use_of
from logger.store.databases.engine import Use, engine_options, tuned
from logger.store.tables import Base

KEYS = {Use.WRITE: None, Use.READ: "read", Use.TRY: "try", Use.OWN: "own"}


class ReadWriteSession(Session):
    """A session that reads through the reading engine, and writes only inside a writing deed."""

    def __init__(self, db: SQLAlchemy, **options: Any) -> None:
        super().__init__(db, **options)
        set_awaits_backup(self, awaits=current_app.config["DURABLE_AFTER"] == "backup")

    def get_bind(self, *_args: Any, **_kwargs: Any) -> Engine | Connection:
        """The engine for the next transaction, whatever the table."""
        return self._db.engines[KEYS[use_of(self)]]


db = SQLAlchemy(metadata=Base.metadata, session_options={"class_": ReadWriteSession})
login_manager = LoginManager()


def open_database(app: Flask, database_url: str, owner_url: str | None = None) -> None:
    """Bind `db` to the app: the default engine writes, "read" reads, "try" never waits, "own" migrates."""
    app.config["SQLALCHEMY_BINDS"] = {
        key: engine_options((use is Use.OWN and owner_url) or database_url, use) for use, key in KEYS.items()
    }
    db.init_app(app)
    with app.app_context():
        engines = cast("dict[str | None, Engine]", db.engines)
        for use, key in KEYS.items():
            tuned(engines[key], use)
        if owner_url is None:  # the app owns its tables; on SQLite all writing of a process is one queue
            engines[KEYS[Use.OWN]] = engines[KEYS[Use.WRITE]]


def owner_engine() -> Engine:
    """The engine of whoever owns the tables, of the app that is being served."""
    return db.engines[KEYS[Use.OWN]]
