"""Doors to the papers of a follow-up, for those who may read it: before it is published too."""

from datetime import datetime

from flask import Blueprint, Response

from logger import clock, visit
from logger.domain.refusing.refusals import NotFound
from logger.extensions import db
from logger.services.follow_up import follow_ups
from logger.services.follow_up.follow_ups import OpenedFollowUp
from logger.services.publishing.previews import previewed
from logger.services.publishing.public_pages import PublicBoard
from logger.web.csv_text import csv_answer
from logger.web.own_addresses import site_address
from logger.web.papers.council_pack import STAGES, pack
from logger.web.papers.figure_csv import for_a_spreadsheet, for_programs
from logger.web.papers.file_tables import tables_of_the_follow_up
from logger.web.papers.files import PDF, XLSX, file_answer
from logger.web.papers.public_papers import account, sheet
from logger.web.papers.typesetting import typeset
from logger.web.papers.workbook import workbook
from logger.web.public.estimates_beside import beside_of
from logger.web.taking_files import require_moderation
from logger.web.texts import t

blueprint = Blueprint("papers", __name__, url_prefix="/uppfoljning/<code>/<key>/<period>")
blueprint.before_request(require_moderation)


@blueprint.get("/underlag.pdf")
def prevention_council(code: str, key: str, period: str) -> Response:
    opened, now = _opened(code, key, period), clock.now()
    pdf = typeset("prevention_council", pack(opened, clock.today()), _made(opened, now))
    return file_answer(pdf, PDF, f"{key}-{period}-underlag.pdf")


@blueprint.get("/redovisning.pdf")
def municipal_council(code: str, key: str, period: str) -> Response:
    board, published, made = _previewed(code, key, period)
    pdf = typeset(
        "municipal_council", account(board, site_address(), beside_of(board), published=published), made
    )
    return file_answer(pdf, PDF, f"{key}-{period}-redovisning.pdf")


@blueprint.get("/blad.pdf")
def citizens(code: str, key: str, period: str) -> Response:
    board, published, made = _previewed(code, key, period)
    pdf = typeset("citizens", sheet(board, site_address(), published=published), made)
    return file_answer(pdf, PDF, f"{key}-{period}-blad.pdf")


@blueprint.get("/tabell.xlsx")
def workbook_of(code: str, key: str, period: str) -> Response:
    opened, now = _opened(code, key, period), clock.now()
    tables = tables_of_the_follow_up(opened, t(STAGES[opened.follow_up.stage]))
    content = workbook(opened.stored.pledge.title, tables, _made(opened, now))
    return file_answer(content, XLSX, f"uppfoljning-{code}-{period}.xlsx")


@blueprint.get("/tabell.csv")
def table(code: str, key: str, period: str) -> Response:
    return csv_answer(for_a_spreadsheet(_opened(code, key, period)), f"uppfoljning-{code}-{period}.csv")


@blueprint.get("/data.csv")
def data(code: str, key: str, period: str) -> Response:
    return csv_answer(for_programs(_opened(code, key, period)), f"uppfoljning-{code}-{period}-data.csv")


def _opened(code: str, key: str, period: str) -> OpenedFollowUp:
    """The follow-up. Raises NotFound where the reader may only see what is frozen and nothing is."""
    who, today = visit.signed_in(), clock.today()
    opened = follow_ups.open_follow_up(db.session(), who, code, key, period, today)
    if not opened.areas:
        raise NotFound
    return opened


def _previewed(code: str, key: str, period: str) -> tuple[PublicBoard, bool, datetime]:
    """What everyone reads or will read, whether it is published, and when it was or would be."""
    board = previewed(db.session(), visit.signed_in(), code, key, period, clock.now())
    edition = board.edition
    assert edition is not None
    return board, any(each.period == edition.period for each in board.editions), edition.published_at


def _made(opened: OpenedFollowUp, now: datetime) -> datetime:
    """When what it says was written once and for all; now, while it is still written."""
    proposal = opened.follow_up.proposal
    return proposal.proposed_at if proposal else now
