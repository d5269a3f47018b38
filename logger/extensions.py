"""The database session and the sign-in guard of the app, made once and bound by the factory."""

from typing import Any

from flask import Flask
from flask_login import LoginManager
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session
from sqlalchemy import Connection, Engine

from logger.store.binding import is_writing
from logger.store.engine import Use, engine_options, tuned
from logger.store.tables import Base

_KEYS = {None: Use.WRITE, "read": Use.READ}


class ReadWriteSession(Session):
    """A session that reads through the reading engine, and writes only inside a writing deed."""

    def get_bind(self, *_args: Any, **_kwargs: Any) -> Engine | Connection:
        """The engine for the next transaction, whatever the table."""
        return self._db.engines[None if is_writing(self) else "read"]


db = SQLAlchemy(metadata=Base.metadata, session_options={"class_": ReadWriteSession})
login_manager = LoginManager()


def open_database(app: Flask, database_url: str) -> None:
    """Bind `db` to the app: the default engine writes (migrations use it), the one named "read" reads."""
    app.config["SQLALCHEMY_BINDS"] = {key: engine_options(database_url, use) for key, use in _KEYS.items()}
    db.init_app(app)
    with app.app_context():
        for key, use in _KEYS.items():
            tuned(db.engines[key], use)
