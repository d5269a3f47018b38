"""The application object, for `flask --app app …` and `gunicorn app:app`."""

from logger.factory import create_app

app = create_app()
