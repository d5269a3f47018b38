"""The app with weak spots: where a file of a spot's name lies in its instance folder, it strikes there once.

Served by the real gunicorn in place of `app:app`, so that a process dies at an exact moment and for good.
"""

import os
import signal
from pathlib import Path
from threading import Event, get_ident
from typing import Any

from sqlalchemy import event

from logger.domain.entering.intake import judge
from logger.extensions import ReadWriteSession, db
from logger.factory import create_app
from logger.services.syncing import batch_judging
from logger.store.databases.binding import is_writing

app = create_app()
_folder = Path(os.environ["INSTANCE_PATH"])
_nap = Event()


def _strikes(spot: str) -> bool:
    try:
        (_folder / spot).unlink()
    except FileNotFoundError:
        return False
    return True


def _before_commit(_connection: object) -> None:
    if _strikes("die-before-commit"):
        os.kill(os.getpid(), signal.SIGKILL)
    if (_folder / "wait-before-commit").exists():
        (_folder / f"waiting-{os.getpid()}-{get_ident()}").touch()
        while (_folder / "wait-before-commit").exists():
            _nap.wait(0.02)


def _after_commit(session: ReadWriteSession) -> None:
    if is_writing(session) and _strikes("die-after-commit"):
        os.kill(os.getpid(), signal.SIGKILL)


def _judging(*given: Any) -> Any:
    if _strikes("raise-in-an-item"):
        raise RuntimeError("one item")
    return judge(*given)


batch_judging.judge = _judging  # type: ignore[assignment, attr-defined]
event.listen(ReadWriteSession, "after_commit", _after_commit)
with app.app_context():
    event.listen(db.engine, "commit", _before_commit)
