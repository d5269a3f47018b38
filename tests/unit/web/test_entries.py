"""Lists of activities as they are printed."""

from logger.domain.counting.counting import Reason
from logger.domain.counting.near_misses import NearMiss
from logger.domain.words.vocabulary import BUILT_IN
from logger.web.activities.activity_words import ActivityWords
from logger.web.activities.entry_views import near_lines
from tests.worlds.ledgers import activity

WORDS = ActivityWords(BUILT_IN, {})


def days_of(*starts: str) -> list[str]:
    near = [NearMiss(activity(start), Reason.NOT_FLAGGED) for start in starts]
    lines = near_lines(near, WORDS, "/aktiviteter/1814", "/oversikt/1814/lofte/speed", "")
    return [line.day.replace("\u00a0", " ") for line in lines]


def test_a_list_within_one_year_leaves_the_year_out() -> None:
    assert days_of("2021-06-16 10:00", "2021-07-01 10:00") == ["ons 16 jun", "tors 1 jul"]


def test_a_list_over_two_years_names_them() -> None:
    assert days_of("2021-06-16 10:00", "2022-06-16 10:00") == ["ons 16 jun 2021", "tors 16 jun 2022"]
