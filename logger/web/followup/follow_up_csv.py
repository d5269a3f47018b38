"""A follow-up as a table: one line a commitment, as its page says it."""

from collections.abc import Iterator

from logger.web.csv_text import SPREADSHEET, csv_text
from logger.web.followup.follow_up_page import FollowUpPage
from logger.web.followup.follow_up_row_views import RowView
from logger.web.texts import t
from logger.web.words import NO_BREAK, THIN

HEADS = (
    "Fokusområde", "Åtagande", "Lydelse", "Läge", "Utfall", "Under perioden", "Inte genomfört – därför",
    "Bedömning", "Därför att", "Kommentar", "Så räknar vi",
)  # fmt: skip


def follow_up_csv(page: FollowUpPage) -> str:
    """The table, for Swedish Excel."""
    rows = [[area.name, *_row(row)] for area in page.areas for row in area.rows]
    return csv_text(SPREADSHEET, [[t(each) for each in HEADS], *rows])


def _row(row: RowView) -> Iterator[str]:
    said = (row.note.deviation, row.judged, row.note.because, row.note.comment, " ".join(row.rule))
    for each in (row.name, row.wording, row.status.word, str(row.figure), row.in_period, *said):
        yield each.replace(NO_BREAK, " ").replace(THIN, " ")
