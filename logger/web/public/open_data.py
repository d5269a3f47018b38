"""Doors to the open data of a publication: JSON, tables, and what the fields mean; the same for all."""

from pathlib import Path

from flask import Blueprint, Response, make_response, request

from logger.extensions import db
from logger.services.publishing import public_pages
from logger.services.publishing.open_data import SCHEMA
from logger.web.public.open_csv import facts_csv, figures_csv

blueprint = Blueprint("open_data", __name__)

FRESH_SECONDS = 300
_SCHEMA = (Path(__file__).parent / "schemas" / Path(SCHEMA).name).read_bytes()
AT = "/lofte/<slug>/<key>/<period>"


@blueprint.get(f"{AT}/data.json")
def as_json(slug: str, key: str, period: str) -> Response:
    made = public_pages.open_data(db.session(), slug, key, period)
    return _answer(made.text.encode(), "application/json")


@blueprint.get(f"{AT}/data.csv")
def as_table(slug: str, key: str, period: str) -> Response:
    made = public_pages.open_data(db.session(), slug, key, period)
    return _file(figures_csv(made.document), f"{key}-{period}.csv")


@blueprint.get(f"{AT}/fakta.csv")
def as_facts(slug: str, key: str, period: str) -> Response:
    made = public_pages.open_data(db.session(), slug, key, period)
    return _file(facts_csv(made.document), f"{key}-{period}-fakta.csv")


@blueprint.get(SCHEMA)
def schema() -> Response:
    return _answer(_SCHEMA, "application/schema+json")


def _file(text: str, name: str) -> Response:
    answer = _answer(text.encode(), "text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _answer(content: bytes, kind: str) -> Response:
    answer = make_response(content)
    answer.headers["Content-Type"] = kind
    answer.cache_control.public = True
    answer.cache_control.max_age = FRESH_SECONDS
    answer.add_etag()
    answer.make_conditional(request)
    return answer
