"""The public page in words: what was published of a pledge, or what was promised where nothing is yet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from logger.domain.periods import local_date
from logger.domain.progress.pace import Status
from logger.domain.progress.recounting import public_answer
from logger.services.boards.board_rows import BoardRow
from logger.services.follow_up.late_changes import Correction
from logger.services.pledges.pledges import StoredPledge
from logger.services.publishing.open_data import SCHEMA, address_of
from logger.services.publishing.public_pages import Edition, PublicBoard, PublicIndex
from logger.web.board.monday import WITHOUT_GOAL, Phrase, outcome, without_goal
from logger.web.correction_words import CorrectionView, correction_view
from logger.web.dates import long_date
from logger.web.demo_notices import demo_notice, years
from logger.web.languages import in_language
from logger.web.period_names import name_of_period
from logger.web.public.public_promises import PublicPromise, bare_promise, promise
from logger.web.texts import spoken, t
from logger.web.words import PROMISE, capital, listed, whole


@dataclass(frozen=True, slots=True)
class PublicArea:
    """A focus area with its promises."""

    name: str
    promises: tuple[PublicPromise, ...]


@dataclass(frozen=True, slots=True)
class PublicLink:
    """Another pledge of the municipality, or another publication; `second` is what is said beneath."""

    text: str
    title: str
    href: str
    second: str = ""


@dataclass(frozen=True, slots=True)
class PublicPage:
    """The whole page. `data` is where the open data are, without what tells their form; empty without any."""

    parties: str
    title: str
    signed_title: str
    sentence: tuple[Phrase, ...]
    as_of: str
    published: str
    newer: str
    demo: str
    areas: tuple[PublicArea, ...]
    corrections: tuple[CorrectionView, ...]
    editions: tuple[PublicLink, ...]
    others: tuple[PublicLink, ...]
    data: str
    schema: str
    feed: str
    home: str
    municipality: str


def public_page(board: PublicBoard, others: Sequence[PublicLink] = ()) -> PublicPage:
    """The page of one pledge; `others` are the municipality's other pledges."""
    rows, edition = tuple(board.rows), board.edition
    over = bool(rows) and all(row.pace.over for row in rows)
    municipality = board.municipality
    data = address_of(municipality.slug, board.stored.key, edition.period.address) if edition else ""
    return PublicPage(
        parties=parties(municipality.name),
        title=_title(board, over=over),
        signed_title=board.stored.pledge.title,
        sentence=(outcome(rows) if over else standing(rows)) if rows else (),
        as_of=t("Till och med {0}.", long_date(edition.as_of)) if edition else "",
        published=_published(edition) if edition else "",
        newer=_newer(board),
        demo=demo_notice(board.stored, [board.stored, *board.others]),
        areas=_areas(board),
        corrections=_corrections(board),
        editions=tuple(_edition(each, board) for each in board.editions),
        others=tuple(others),
        data=data,
        schema=SCHEMA,
        feed=in_language(f"/lofte/{municipality.slug}/flode.xml"),
        home=in_language(f"/lofte/{municipality.slug}"),
        municipality=municipality.name,
    )


def index_links(index: PublicIndex, but: str = "") -> tuple[PublicLink, ...]:
    """Every pledge of the municipality, the newest first; without the one of that key."""
    return tuple(_link(each, index) for each in index.pledges if each.key != but)


def title_of(which: str, *, over: bool) -> str:
    """The heading: how it went, or how it goes."""
    return t("Medborgarlöfte {0}: så gick det", which) if over else t("Medborgarlöfte {0}: så går det", which)


def standing(rows: Sequence[BoardRow]) -> tuple[Phrase, ...]:
    """How a running pledge stands: "2 av 9 löften med mål är redan hållna. 4 är i takt …"."""
    if not any(row.pace.started for row in rows):
        first = min(row.pace.valid.first for row in rows)
        return (Phrase(t("Löftet har inte börjat."), t("Det börjar {0}.", long_date(first))),)
    with_goal = [row.progress.status for row in rows if row.progress.status not in WITHOUT_GOAL]
    kept = with_goal.count(Status.MET)
    strong = _kept_of(kept, len(with_goal)) if with_goal else ""
    said = [t(words, whole(number)) for words, number in _others(with_goal) if number]
    rest = f"{listed(said)}." if said else ""
    without = len(rows) - len(with_goal)
    return (Phrase(strong, " ".join(part for part in (rest, without_goal(without)) if part)),)


def _kept_of(kept: int, number: int) -> str:
    those = whole(kept), PROMISE.of(number)
    if kept == 1:
        return t("{0} av {1} med mål är redan hållet.", *those)
    return t("{0} av {1} med mål är redan hållna.", *those)


def _others(statuses: Sequence[Status]) -> tuple[tuple[str, int], ...]:
    return (
        ("{0} är i takt", statuses.count(Status.ON_PACE)),
        ("{0} pågår", statuses.count(Status.IN_PROGRESS)),
        ("{0} behöver bevakas", statuses.count(Status.WATCH)),
        ("{0} ligger efter", statuses.count(Status.BEHIND)),
        ("{0} hölls delvis", statuses.count(Status.PARTLY_MET)),
        ("{0} hölls inte", statuses.count(Status.NOT_MET)),
        ("{0} har inte börjat", statuses.count(Status.NOT_STARTED)),
    )


def _title(board: PublicBoard, *, over: bool) -> str:
    which = years(board.stored.pledge.valid)
    return title_of(which, over=over) if board.edition else t("Medborgarlöfte {0}", which)


def _published(edition: Edition) -> str:
    return t("Publicerat {0}.", long_date(local_date(edition.published_at)))


def _newer(board: PublicBoard) -> str:
    """Where the newest publication is, on the page of an older one."""
    if board.edition is None or board.edition == board.editions[0]:
        return ""
    return in_language(f"/lofte/{board.municipality.slug}/{board.stored.key}")


def _areas(board: PublicBoard) -> tuple[PublicArea, ...]:
    if board.edition is None:
        return tuple(
            PublicArea(area.name, tuple(bare_promise(each, board) for each in area.commitments))
            for area in board.stored.pledge.focus_areas
        )
    return tuple(
        PublicArea(area.name, tuple(promise(row, board) for row in area.rows)) for area in board.areas
    )


def _corrections(board: PublicBoard) -> tuple[CorrectionView, ...]:
    """What was corrected of what is published; of what is sensitive without the day that it became known."""
    rows = {row.commitment.id: row for row in board.rows}
    return tuple(
        replace(view, since="") if board.said_of(each.commitment)["sensitive"] else view
        for each in board.corrections
        if _is_of_what_is_published(each) and not _is_told_in_steps(board, each)
        for view in [correction_view(each, rows[each.commitment.id])]
    )


def _is_told_in_steps(board: PublicBoard, each: Correction) -> bool:
    """Whether it is sensitive and has no goal: a correction would tell what its number does not."""
    told = board.said_of(each.commitment)
    return bool(told["sensitive"]) and "at_least" not in told["progress"] and "value" in told["progress"]


def _is_of_what_is_published(each: Correction) -> bool:
    valid = each.commitment.valid
    return public_answer(each.before, valid) != public_answer(each.now, valid)


def _edition(edition: Edition, board: PublicBoard) -> PublicLink:
    href = address_of(board.municipality.slug, edition.pledge, edition.period.address)
    return PublicLink(capital(name_of_period(edition.period)), "", in_language(href), _published(edition))


def _link(stored: StoredPledge, index: PublicIndex) -> PublicLink:
    newest = next(iter(index.editions_of(stored.key)), None)
    return PublicLink(
        text=t("Medborgarlöfte {0}", years(stored.pledge.valid)),
        title=stored.pledge.title,
        href=in_language(f"/lofte/{index.municipality.slug}/{stored.key}"),
        second=_published(newest) if newest else t("Inga siffror är publicerade än."),
    )


def parties(name: str) -> str:
    """Who promises, by the municipality's name: "Lekebergs kommun och Polisen"."""
    genitive = name if name.endswith(("s", "x", "z")) else f"{name}s"
    return t("{0} kommun och Polisen", genitive if spoken() == "sv" else name)
