"""Places that entries propose, as their page prints them: no person's name, and what there is to decide."""

from collections.abc import Mapping
from dataclasses import dataclass

from logger.domain.proposals import Proposal
from logger.services.places.place_proposals import Proposals
from logger.web.dates import short_date
from logger.web.places.place_form import FilledPlace, KindBox
from logger.web.places.place_list_views import address_of
from logger.web.places.place_views import Other
from logger.web.places.place_words import organisations_of
from logger.web.texts import t
from logger.web.words import PLACE, Noun

ENTRY = Noun("post", "poster", "entry", "entries")
MOST_LINKED = 5


@dataclass(frozen=True, slots=True)
class Tried:
    """What was sent for one proposal and not done, and what was wrong with it."""

    key: str
    name: str | None
    kinds: frozenset[str]
    reason: str
    faults: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EntryLink:
    """One of the entries, by its day."""

    day: str
    href: str


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """One proposed place; `same` and `same_href` are the place that goes by the name already, if one does."""

    number: int
    key: str
    name: str
    typed: str
    entries: str
    links: tuple[EntryLink, ...]
    more: int
    by: str
    point: str
    kinds: tuple[KindBox, ...]
    others: tuple[Other, ...]
    same: str
    same_href: str
    reason: str
    faults: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ProposalsPage:
    """The whole page."""

    count: str
    lines: tuple[ProposalLine, ...]
    decides: bool
    action: str
    back: str


def proposals_page(found: Proposals, address: str, tried: Tried | None = None) -> ProposalsPage:
    """The page in words; `address` is that of the register."""
    lines = [
        _line(number, each, found, address, tried if tried and tried.key == each.key else None)
        for number, each in enumerate(found.proposals, start=1)
    ]
    return ProposalsPage(
        count=t("{0} att ta ställning till", PLACE.of(len(lines))),
        lines=tuple(lines),
        decides=found.decides,
        action=f"{address}/foreslagna",
        back=address,
    )


def _line(
    number: int, proposal: Proposal, found: Proposals, address: str, tried: Tried | None
) -> ProposalLine:
    activities = address.replace("/platser/", "/aktiviteter/")
    kinds = FilledPlace(kinds=tried.kinds if tried else frozenset())
    same = proposal.same
    return ProposalLine(
        number=number,
        key=proposal.key,
        name=proposal.name,
        typed=tried.name if tried and tried.name is not None else proposal.name,
        entries=ENTRY.of(len(proposal.entries)),
        links=tuple(
            EntryLink(short_date(each.activity.local_date), f"{activities}/{each.activity.id}")
            for each in proposal.entries[:MOST_LINKED]
        ),
        more=max(0, len(proposal.entries) - MOST_LINKED),
        by=organisations_of(proposal.organisations, found.words),
        point="" if proposal.point is None else f"{proposal.point[0]:.3f}, {proposal.point[1]:.3f}",
        kinds=kinds.boxes(found.words),
        others=_others(found, same.id if same else None),
        same=same.name if same else "",
        same_href=address_of(address, same.id) if same else "",
        reason=tried.reason if tried else "",
        faults=tried.faults if tried else {},
    )


def _others(found: Proposals, chosen: str | None) -> tuple[Other, ...]:
    named = sorted(found.places.values(), key=lambda each: each.name.casefold())
    none = Other("", t("Välj plats"), chosen is None)
    return (none, *(Other(each.id, each.name, each.id == chosen) for each in named))
