"""What stands around the pages of settings: an administrator follows no municipality."""

from logger.domain.people.people import ROLE_WORDS, Principal, Role
from logger.web.desk_frame import Frame, PageLink
from logger.web.settings.word_views import ADDRESS
from logger.web.texts import t


def around_settings(principal: Principal) -> Frame:
    """The frame around a page of settings."""
    return Frame(
        municipality=t("Inställningar"),
        pledge_title="Hela installationen",
        choices=(),
        pages=(PageLink("Ordlista", ADDRESS, current=True),),
        person=principal.name,
        role=ROLE_WORDS[Role.ADMINISTRATOR],
    )
