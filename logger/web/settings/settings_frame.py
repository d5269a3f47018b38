"""What stands around the pages of settings: an administrator follows no municipality."""

from logger.domain.people.people import ROLE_WORDS, Principal, Role
from logger.domain.people.policy import keeps_people
from logger.domain.refusing.refusals import NotFound
from logger.extensions import db
from logger.services.boards import boards
from logger.web.desk_frame import Frame, PageLink, Place, framed
from logger.web.settings.word_views import ADDRESS
from logger.web.texts import t

PEOPLE = "/installningar/personer"
PAGES = (("Personer", PEOPLE), ("Ordlista", ADDRESS))


def around_settings(principal: Principal, here: str = ADDRESS) -> Frame:
    """The frame around the page of settings at this address."""
    return Frame(
        municipality=t("Inställningar"),
        pledge_title=t("Hela installationen"),
        choices=(),
        pages=tuple(PageLink(text, href, href == here) for text, href in PAGES),
        person=principal.name,
        role=ROLE_WORDS[Role.ADMINISTRATOR],
    )


def around_people(principal: Principal) -> Frame:
    """The frame around the pages of people: settings for an administrator, the desk for everybody else."""
    if keeps_people(principal):
        return around_settings(principal, PEOPLE)
    followed = boards.followed_by(db.session(), principal)
    if not followed:
        raise NotFound
    first = boards.here_first(db.session(), principal, followed)[0]
    return framed(principal, followed, Place(first.municipality.code, "people"))
