"""The app under the clock that a test moves, for gunicorn: its file is named in the environment."""

from os import environ
from pathlib import Path

from logger import clock
from logger.factory import create_app
from tests.servers.moved_clock import moved

FILE = Path(environ["MOVED_CLOCK"])
clock.now = lambda: moved(FILE)
app = create_app()
