"""The municipalities that somebody follows as their page prints them: what is behind in each, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from logger.domain.progress.causes import LATE
from logger.domain.progress.pace import Status
from logger.services.boards.board_rows import BoardRow
from logger.services.district import TownStanding
from logger.web.activities.estimate_words import beside_sentence
from logger.web.as_of import Picker, picker
from logger.web.board.cause_words import cause_lines
from logger.web.board.monday import Phrase, monday_sentence
from logger.web.desk_frame import TOWN, board_address, towns_named
from logger.web.figures import Figure, StatusView, figure, is_still_needed, name_of, needed, status_view
from logger.web.period_names import name_of_period
from logger.web.texts import t
from logger.web.words import PROMISE, Noun, whole

WAITING = Noun("post", "poster", "entry", "entries")


@dataclass(frozen=True, slots=True)
class GoalLine:
    """One promise of a municipality beside its own goal; `why` only where it is behind or to be watched."""

    name: str
    href: str
    status: StatusView
    figure: Figure
    needed: str
    why: tuple[str, ...]
    beside: str


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """Something that waits for the reader."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class TownView:
    """One municipality: its sentence, what is late, and (folded) all the rest."""

    anchor: str
    name: str
    href: str
    pledge: str
    sentence: tuple[Phrase, ...]
    late: tuple[GoalLine, ...]
    others: tuple[GoalLine, ...]
    others_heading: str
    waiting: tuple[WaitingLine, ...]


@dataclass(frozen=True, slots=True)
class DistrictPage:
    """The whole page."""

    picker: Picker
    notice: str
    sentence: tuple[Phrase, ...]
    towns: tuple[TownView, ...]


def district_page(
    towns: Sequence[TownStanding], address: str, as_of: date, today: date, notice: str
) -> DistrictPage:
    """The page in words; `address` is its own, without a query."""
    return DistrictPage(
        picker=picker(as_of, today, today, address),
        notice=notice,
        sentence=tuple(_sentence(towns)),
        towns=tuple(_town(each, as_of, today) for each in towns),
    )


def _sentence(towns: Sequence[TownStanding]) -> list[Phrase]:
    """How many are late in all, and where: never how many in each, which would be a table of results."""
    late = [each for each in towns if each.causes]
    if not late:
        return [Phrase(f"{TOWN.of(len(towns))}.", t("Inget löfte med mål ligger efter."))]
    number = PROMISE.of(sum(len(each.causes) for each in late))
    where = towns_named([each.municipality.name for each in late])
    return [Phrase(number, t("ligger efter eller behöver bevakas, i {0}.", where))]


def _town(town: TownStanding, as_of: date, today: date) -> TownView:
    code, board = town.municipality.code, town.board
    query = "" if as_of == today else f"?as_of={as_of.isoformat()}"
    rows = board.rows if board else ()
    late = sorted(
        (row for row in rows if row.progress.status in LATE),
        key=lambda row: row.progress.status is not Status.BEHIND,
    )
    others = [row for row in rows if row.progress.status not in LATE]
    return TownView(
        anchor=f"kommun-{code}",
        name=town.municipality.name,
        href=f"{board_address(board.stored)}{query}" if board else "",
        pledge=board.stored.pledge.title if board else t("Inget löfte är godkänt än"),
        sentence=monday_sentence(rows, board.as_of, today) if board else (),
        late=tuple(_line(town, row, query) for row in late),
        others=tuple(_line(town, row, query) for row in others),
        others_heading=_heading(others, all_of=not late),
        waiting=tuple(_waiting(town)),
    )


def _waiting(town: TownStanding) -> Iterator[WaitingLine]:
    code = town.municipality.code
    if town.held:
        yield WaitingLine(t("{0} att avgöra", WAITING.of(town.held)), f"/att-avgora/{code}")
    for each in town.follow_ups:
        assert town.board is not None
        name = name_of_period(each.period)
        said = (
            t("Uppföljningen för {0} är godkänd och kan publiceras", name)
            if each.publishes
            else t("Uppföljningen för {0} väntar på ditt godkännande", name)
        )
        address = f"/uppfoljning/{code}/{town.board.stored.key}/{each.period.address}"
        yield WaitingLine(said, address)


def _heading(others: Sequence[BoardRow], *, all_of: bool) -> str:
    number = len(others)
    if all_of:
        return t("Alla {0} löften", whole(number)) if number != 1 else t("Löftet")
    return t("De andra {0} löftena", whole(number)) if number != 1 else t("Det andra löftet")


def _needed(row: BoardRow) -> str:
    left = needed(row)
    return t("behövs {0}", left) if left and is_still_needed(row) else left


def _line(town: TownStanding, row: BoardRow, query: str) -> GoalLine:
    assert town.board is not None
    return GoalLine(
        name=name_of(row.commitment),
        href=f"{board_address(town.board.stored)}/{row.commitment.id}{query}",
        status=status_view(row.progress.status),
        figure=figure(row),
        needed=_needed(row),
        why=cause_lines(town.causes.get(row.commitment.id, ()), row, town.places),
        beside=beside_sentence(town.beside.get(row.commitment.id), row.commitment),
    )
