"""Doors to the papers of a publication: the same for everyone, as PDF."""

from flask import Blueprint, Response

from logger.extensions import db
from logger.services.publishing import public_pages
from logger.web.own_addresses import site_address
from logger.web.papers.file_tables import tables_of_the_publication
from logger.web.papers.files import PDF, XLSX, public_file
from logger.web.papers.public_papers import account, sheet
from logger.web.papers.typesetting import typeset
from logger.web.papers.workbook import workbook
from logger.web.public.estimates_beside import beside_of

blueprint = Blueprint("public_papers", __name__, url_prefix="/lofte/<slug>/<key>/<period>")


@blueprint.get("/blad.pdf")
def citizens(slug: str, key: str, period: str) -> Response:
    board = public_pages.public_board(db.session(), slug, key, period)
    assert board.edition is not None
    pdf = typeset("citizens", sheet(board, site_address(), published=True), board.edition.published_at)
    return public_file(pdf, PDF, f"{key}-{period}-blad.pdf")


@blueprint.get("/redovisning.pdf")
def municipal_council(slug: str, key: str, period: str) -> Response:
    board = public_pages.public_board(db.session(), slug, key, period)
    assert board.edition is not None
    told = account(board, site_address(), beside_of(board), published=True)
    pdf = typeset("municipal_council", told, board.edition.published_at)
    return public_file(pdf, PDF, f"{key}-{period}-redovisning.pdf")


@blueprint.get("/data.xlsx")
def workbook_of(slug: str, key: str, period: str) -> Response:
    board = public_pages.public_board(db.session(), slug, key, period)
    assert board.edition is not None
    tables = tables_of_the_publication(board, f"{site_address()}/lofte/{slug}/{key}/{period}")
    content = workbook(board.stored.pledge.title, tables, board.edition.published_at)
    return public_file(content, XLSX, f"{key}-{period}.xlsx", said=tables)
