"""The pages' English, by the Swedish that stands in the source: a file for each room of the site."""

from logger.web.english import (
    desk,
    desk_words,
    everywhere,
    follow_ups,
    papers,
    plain,
    plan,
    public,
    refusals,
    work,
)

ROOMS = (desk, desk_words, everywhere, follow_ups, papers, plain, plan, public, refusals, work)
ENGLISH: dict[str, str] = {swedish: english for room in ROOMS for swedish, english in room.WORDS.items()}
