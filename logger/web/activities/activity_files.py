"""Doors for activities as files: for a Swedish spreadsheet, and for other programs."""

from flask import Blueprint, Response, request

from logger import clock, visit
from logger.extensions import db
from logger.services.activities import activity_export
from logger.services.activities.activity_export import Exported
from logger.web.activities.activity_filter import read_filter
from logger.web.activities.activity_tables import data, spreadsheet
from logger.web.csv_text import PROGRAM, SPREADSHEET, csv_answer, csv_text
from logger.web.taking_files import require_moderation
from logger.web.texts import t

blueprint = Blueprint("activity_files", __name__, url_prefix="/aktiviteter/<code>")
blueprint.before_request(require_moderation)


@blueprint.get("/kalkylblad.csv")
def for_a_spreadsheet(code: str) -> Response:
    exported = _exported(code)
    return csv_answer(csv_text(SPREADSHEET, spreadsheet(exported)), _name(exported, t("aktiviteter")))


@blueprint.get("/data.csv")
def for_programs(code: str) -> Response:
    exported = _exported(code)
    return csv_answer(csv_text(PROGRAM, data(exported)), _name(exported, "activities"))


def _exported(code: str) -> Exported:
    asked = read_filter(request.args)
    return activity_export.export_of(db.session(), visit.signed_in(), code, asked.wanted, asked.search)


def _name(exported: Exported, what: str) -> str:
    return f"{what}-{exported.municipality}-{clock.today():%Y-%m-%d}.csv"
