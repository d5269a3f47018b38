"""What stands around every page of the desk: whose figures, which pages, who is signed in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from logger import clock
from logger.domain.people.people import ROLE_WORDS, Principal, Role
from logger.domain.people.policy import Action, Resource, allowed, circle_of
from logger.domain.refusing.refusals import NotFound
from logger.extensions import db
from logger.services.boards import boards
from logger.services.boards.boards import Followed
from logger.services.boards.desk_work import DeskWork, waiting_for
from logger.services.boards.presence import presence_commitments
from logger.services.pledges.pledges import StoredPledge
from logger.services.word_list import keeps_words
from logger.web.texts import t
from logger.web.words import Noun, listed, whole

TOWN = Noun("kommun", "kommuner", "municipality", "municipalities")
MOST_NAMES = 5
QUIET = Noun("tyst", "tysta", "silent", "silent")

OVER_MANY = ("/riket", "/omradet")
ROLES_IN_ORDER = (Role.DISTRICT_CHIEF, Role.COORDINATOR, Role.OFFICER, Role.MUNICIPAL_WORKER)


@dataclass(frozen=True, slots=True)
class Choice:
    """A municipality's pledge that can be opened instead."""

    municipality: str
    title: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page of the desk in the list to the left; `waits` is what waits there: "2 tysta"."""

    text: str
    href: str
    current: bool
    waits: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of one page."""

    municipality: str
    pledge_title: str
    choices: tuple[Choice, ...]
    pages: tuple[PageLink, ...]
    person: str
    role: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where on the desk one is: the municipality, its pledge (the usual one when none is named), the page."""

    municipality: str
    page: str
    pledge: str | None = None


def around(principal: Principal, here: Place) -> Frame:
    """The frame around a page that needs nothing else of what the principal follows. Raises NotFound."""
    return framed(principal, boards.followed_by(db.session(), principal), here)


def framed(principal: Principal, followed: Sequence[Followed], here: Place) -> Frame:
    """The frame around a page. Raises NotFound for a municipality that the principal does not follow."""
    mine = next((each for each in followed if each.municipality.code == here.municipality), None)
    if mine is None:
        raise NotFound
    pledge = next((each for each in mine.pledges if each.key == here.pledge), mine.usual(clock.today()))
    waiting = waiting_for(db.session(), principal, here.municipality, clock.now())
    return Frame(
        municipality=mine.municipality.name,
        pledge_title=pledge.pledge.title if pledge else t("Inget löfte är godkänt än"),
        choices=tuple(_choices(followed, pledge)),
        pages=(*_district(followed, here), *_pages(principal, here, pledge), *_desk_work(waiting, here)),
        person=principal.name,
        role=_role(principal, here.municipality),
    )


def towns_named(names: Sequence[str]) -> str:
    """Some municipalities: by their names while they are few, else how many they are."""
    return listed(list(names)) if len(names) <= MOST_NAMES else TOWN.of(len(names))


def over_many(frame: Frame, name: str, towns: int, *boards: PageLink) -> Frame:
    """The frame of a page over many municipalities: the pages of that kind, and the boards it leads to."""
    pages = tuple(each for each in frame.pages if each.href in OVER_MANY)
    return replace(
        frame,
        municipality=name,
        pledge_title=TOWN.of(towns),
        pages=(*pages, *boards) or frame.pages,
    )


def board_address(stored: StoredPledge) -> str:
    """Where the board of a pledge is."""
    return f"/oversikt/{stored.municipality}/{stored.key}"


def _choices(followed: Sequence[Followed], current: StoredPledge | None) -> list[Choice]:
    return [
        Choice(each.municipality.name, stored.pledge.title, board_address(stored), stored == current)
        for each in followed
        for stored in each.pledges
    ]


def _district(followed: Sequence[Followed], here: Place) -> list[PageLink]:
    """The pages over several municipalities: of one's area, and of the country where it is more than that."""
    districts = {each.municipality.district for each in followed}
    ways = (
        ("Riket", "/riket", "country", len(districts)),
        ("Området", "/omradet", "district", len(followed)),
    )
    return [PageLink(text, href, here.page == page) for text, href, page, number in ways if number > 1]


def _pages(principal: Principal, here: Place, pledge: StoredPledge | None) -> list[PageLink]:
    pages = []
    if pledge is not None:
        pages.append(PageLink("Översikt", board_address(pledge), here.page == "board"))
        for commitment in presence_commitments(pledge.pledge)[:1]:
            address = f"/narvaro/{pledge.municipality}/{pledge.key}/{commitment.id}"
            pages.append(PageLink("Närvaro", address, here.page == "presence"))
    if allowed(principal, Action.READ, Resource.ACTIVITY, here.municipality):
        pages.append(PageLink("Aktiviteter", f"/aktiviteter/{here.municipality}", here.page == "activities"))
    pages += _of_pledge(principal, here, pledge) if pledge is not None else []
    if allowed(principal, Action.READ, Resource.PLEDGE, here.municipality):
        pages.append(PageLink("Löften", "/loften", here.page == "pledges"))
    if allowed(principal, Action.READ, Resource.PLACES, here.municipality):
        pages.append(PageLink("Platser", f"/platser/{here.municipality}", here.page == "places"))
    pages.append(PageLink("Måndagsbrevet", "/mandagsbrevet", here.page == "letter"))
    if allowed(principal, Action.READ, Resource.SIGNS, here.municipality):
        pages.append(PageLink("Skyltar", f"/skyltar/{here.municipality}", here.page == "signs"))
    if circle_of(principal) is not None:
        pages.append(PageLink("Personer", "/installningar/personer", here.page == "people"))
    if keeps_words(principal):
        pages.append(PageLink("Ordlista", "/installningar/ordlista", current=False))
    return pages


def _of_pledge(principal: Principal, here: Place, pledge: StoredPledge) -> Iterator[PageLink]:
    """What is planned for a pledge, and what is said of it."""
    at = f"{pledge.municipality}/{pledge.key}"
    if allowed(principal, Action.READ, Resource.PLAN, here.municipality):
        yield PageLink("Plan", f"/plan/{at}", here.page == "plans")
    if allowed(principal, Action.READ, Resource.FOLLOW_UP, here.municipality):
        yield PageLink("Uppföljning", f"/uppfoljning/{at}", here.page == "follow_ups")


def _desk_work(work: DeskWork, here: Place) -> Iterator[PageLink]:
    """The pages of what somebody must look at, for those who may."""
    code = here.municipality
    if work.held is not None:
        waits = whole(work.held) if work.held else ""
        yield PageLink("Att avgöra", f"/att-avgora/{code}", here.page == "held", waits)
    if work.quiet_phones is not None:
        waits = QUIET.of(work.quiet_phones) if work.quiet_phones else ""
        yield PageLink("Telefoner", f"/telefoner/{code}", here.page == "phones", waits)


def _role(principal: Principal, municipality: str) -> str:
    held = principal.roles_in(municipality)
    return next((ROLE_WORDS[role] for role in ROLES_IN_ORDER if role in held), "")
