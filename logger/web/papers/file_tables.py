"""What a workbook holds: the figures, each period, what was decided, and what the file is."""

from collections.abc import Iterable

from logger.domain.periods import local_date
from logger.services.follow_up.follow_ups import OpenedFollowUp
from logger.services.publishing.public_pages import PublicBoard
from logger.web.figures import name_of
from logger.web.papers.cells import Cell, Column, Table
from logger.web.papers.figure_tables import figures_table, of_the_follow_up, of_the_publication, periods_table
from logger.web.period_names import name_of_period
from logger.web.texts import spoken, t


def decisions_table(opened: OpenedFollowUp) -> Table:
    """One line a decision, with its last day and the day that it was done."""
    columns = (
        Column(t("Vad som ska göras"), 48, wraps=True),
        Column(t("Vem"), 18),
        Column(t("Åtagande"), 34, wraps=True),
        Column(t("Senast"), 13),
        Column(t("Gjort"), 13),
    )
    names = {row.commitment.id: name_of(row.commitment) for row in opened.rows}
    words = opened.words.organisations
    return Table(
        t("Beslut"),
        columns,
        tuple(
            (
                each.text,
                words[each.organisation].title(spoken()) if each.organisation in words else each.organisation,
                names.get(each.commitment or "", t("Hela löftet")),
                each.due,
                each.done_on,
            )
            for each in opened.decisions
        ),
    )


def about(lines: Iterable[tuple[str, Cell]]) -> Table:
    """What the file is: of which pledge and period, as of when, where it can be checked."""
    return Table(t("Om filen"), (Column(t("Uppgift"), 24), Column(t("Värde"), 70)), tuple(lines))


def tables_of_the_follow_up(opened: OpenedFollowUp, stage: str) -> list[Table]:
    """All tables of a follow-up, for those who may read it."""
    rows = of_the_follow_up(opened)
    period = name_of_period(opened.follow_up.period)
    lines: list[tuple[str, Cell]] = [
        (t("Löfte"), opened.stored.pledge.title),
        (t("Period"), period),
        (t("Till och med"), opened.as_of),
        (t("Hur det står till"), stage),
    ]
    return [
        figures_table(rows, Column(period, 14, wraps=True)),
        periods_table(rows, opened.as_of),
        decisions_table(opened),
        about(lines),
    ]


def tables_of_the_publication(board: PublicBoard, address: str) -> list[Table]:
    """All tables of a publication, for everyone."""
    rows, edition = of_the_publication(board), board.edition
    assert edition is not None
    lines: list[tuple[str, Cell]] = [
        (t("Löfte"), board.stored.pledge.title),
        (t("Period"), name_of_period(edition.period)),
        (t("Till och med"), edition.as_of),
        (t("Publicerad"), local_date(edition.published_at)),
        (t("Adress"), address),
    ]
    return [
        figures_table(rows, Column(t("Senast"), 13)),
        periods_table(rows, edition.as_of),
        about(lines),
    ]
