"""Many municipalities as their page prints them: each beside its own goals, in the order of their names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from logger.domain.progress.causes import LATE
from logger.domain.progress.overviews import Stands
from logger.domain.progress.pace import Status
from logger.services.boards.board_rows import judged_per
from logger.services.boards.overviews import MunicipalityStands, Overview, PledgeStands
from logger.web.board.monday import Phrase
from logger.web.desk_frame import TOWN, board_address, towns_named
from logger.web.figures import Figure, StatusView, figure_of, name_of, status_view
from logger.web.texts import t
from logger.web.words import PROMISE, whole

FEW = 12
"""Up to so many municipalities are seen without a search."""
IN_ORDER = (
    Status.NOT_MET,
    Status.BEHIND,
    Status.WATCH,
    Status.PARTLY_MET,
    Status.ON_PACE,
    Status.IN_PROGRESS,
    Status.MET,
    Status.NOT_STARTED,
    Status.NOT_SCORED,
    Status.NO_NUMBER,
)
"""What asks for something comes first."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page was asked for: a part of a name, and whether only those where something is late."""

    name: str = ""
    only_late: bool = False


@dataclass(frozen=True, slots=True)
class StandsView:
    """How many promises stand so."""

    status: StatusView
    number: str


@dataclass(frozen=True, slots=True)
class LateView:
    """A promise that is behind or to be watched, beside its own goal."""

    name: str
    href: str
    status: StatusView
    figure: Figure


@dataclass(frozen=True, slots=True)
class PledgeView:
    """A pledge that runs, with where its promises stand."""

    title: str
    href: str
    stands: tuple[StandsView, ...]
    late: tuple[LateView, ...]


@dataclass(frozen=True, slots=True)
class TownView:
    """A municipality with its pledges; none where none runs today."""

    anchor: str
    name: str
    pledges: tuple[PledgeView, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A way to see fewer of them, or all."""

    text: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """The whole page; `finds` where there are so many that one searches, `count` is of those shown."""

    action: str
    asked: Asked
    sentence: tuple[Phrase, ...]
    stands: tuple[StandsView, ...]
    ways: tuple[Way, ...]
    finds: bool
    count: str
    towns: tuple[TownView, ...]


def overview_page(overview: Overview, asked: Asked, address: str) -> OverviewPage:
    """The page in words; `address` is its own, without a query."""
    late = [each for each in overview.municipalities if any(_late(each))]
    shown = [each for each in (late if asked.only_late else overview.municipalities) if _matches(each, asked)]
    every, some = len(overview.municipalities), len(late)
    return OverviewPage(
        action=address,
        asked=asked,
        sentence=(_sentence(overview, late),),
        stands=_stands(overview.statuses),
        ways=(
            Way(t("Alla {0}", whole(every)), address, not asked.only_late),
            Way(t("De {0} där något ligger efter", whole(some)), f"{address}?visa=efter", asked.only_late),
        ),
        finds=every > FEW,
        count=TOWN.of(len(shown)),
        towns=tuple(map(_town, shown)),
    )


def _sentence(overview: Overview, late: Sequence[MunicipalityStands]) -> Phrase:
    """How many are late in all, and where: never how many in each, which would be a table of results."""
    if not late:
        return Phrase(f"{TOWN.of(len(overview.municipalities))}.", t("Inget löfte med mål ligger efter."))
    number = PROMISE.of(sum(1 for each in late for _ in _late(each)))
    names = [each.municipality.name for each in late]
    return Phrase(number, t("ligger efter eller behöver bevakas, i {0}.", towns_named(names)))


def _matches(town: MunicipalityStands, asked: Asked) -> bool:
    return asked.name.casefold() in town.municipality.name.casefold()


def _late(town: MunicipalityStands) -> Iterator[Stands]:
    return (each for pledge in town.pledges for each in pledge.commitments if each.progress.status in LATE)


def _town(town: MunicipalityStands) -> TownView:
    here = town.municipality
    return TownView(f"kommun-{here.code}", here.name, tuple(map(_pledge, town.pledges)))


def _pledge(pledge: PledgeStands) -> PledgeView:
    address = board_address(pledge.stored)
    late = [each for each in pledge.commitments if each.progress.status in LATE]
    return PledgeView(
        pledge.stored.pledge.title,
        address,
        _stands(pledge.statuses),
        tuple(
            LateView(
                name_of(each.commitment),
                f"{address}/{each.commitment.id}",
                status_view(each.progress.status),
                figure_of(each.progress, judged_per(each.commitment)),
            )
            for each in sorted(late, key=lambda each: each.progress.status is not Status.BEHIND)
        ),
    )


def _stands(statuses: Mapping[Status, int]) -> tuple[StandsView, ...]:
    return tuple(
        StandsView(status_view(status), whole(statuses[status])) for status in IN_ORDER if status in statuses
    )
