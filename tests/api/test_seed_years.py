"""Both signed pledges through their first year by the deeds alone, each then read sentence by sentence."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from logger import clock
from logger.domain.activities import Activity
from logger.domain.counting.ledger import Mark
from logger.domain.follow_up.follow_ups import Indicator
from logger.services.boards.boards import Ask, board_of
from logger.services.demo.people import LEKEBERG, OSKARSHAMN
from logger.services.follow_up import follow_up_numbers
from logger.services.follow_up.follow_up_work import Where
from logger.services.kept.progress_rebuilding import rebuild
from tests.years import reading_lekeberg, reading_oskarshamn, year_of_lekeberg, year_of_oskarshamn
from tests.years.diary import POLICE, done, on
from tests.years.lived_year import LivedYear, lived_year
from tests.years.pledge_reading import Answer, read_as_seen


def test_lekebergs_pledge_is_answered_for_sentence_by_sentence(tmp_path: Path, subtests: pytest.Subtests):
    its = year_of_lekeberg
    with lived_year(tmp_path, LEKEBERG, its.KEY, its.PARTIES, its.FIRST_DAY) as year:
        year.bring_in(reading_lekeberg.PLEDGE.name)
        year.move_to(datetime(2020, 12, 14, 9, tzinfo=UTC))
        year.plan(*its.PLANNED)
        year.approve_plans(2021)
        assert plans_counted(year) == (0, 0)

        year.move_to(datetime(2021, 2, 4, 8, tzinfo=UTC))
        year.log(done("traffic_check", on(2021, (1, 12)), POLICE, "letstigen", focus=("speed",)))
        year.log(its.in_month(1))
        year.confirm_what_is_proposed(2021)
        follow_up_and_publish(year, "2021-01", datetime(2021, 2, 9, 8, tzinfo=UTC))
        late = done("traffic_check", on(2021, (1, 26)), POLICE, "vag-204-gropen", focus=("sobriety",))
        before, after = around_a_late_phone(year, "/lofte/lekeberg/medborgarlofte-2021-2022/2021-01", late)
        assert "3 gånger" in before.promise("Trafikkontroller")
        assert after.promise("Trafikkontroller") == before.promise("Trafikkontroller")
        assert "3 gånger har blivit 4 gånger" in read_as_seen(after.public)

        its.the_rest_of_the_year(year)
        assert plans_counted(year) == (1, 0)
        reading_lekeberg.PLEDGE.read(its.answer_of(year), subtests)


def test_oskarshamns_pledge_is_answered_for_sentence_by_sentence(tmp_path: Path, subtests: pytest.Subtests):
    its = year_of_oskarshamn
    with lived_year(tmp_path, OSKARSHAMN, its.KEY, its.PARTIES, its.FIRST_DAY) as year:
        year.bring_in(reading_oskarshamn.PLEDGE.name)
        year.move_to(datetime(2021, 3, 3, 8, tzinfo=UTC))
        year.log(done("traffic_check", on(2021, (2, 18)), POLICE, "norra-vagen", focus=("speed",)))
        year.log(its.in_months(1, 2))
        follow_up_and_publish(year, "2021-02", datetime(2021, 3, 9, 8, tzinfo=UTC))
        late = done("traffic_check", on(2021, (2, 25)), POLICE, "asavagen", focus=("speed",))
        before, after = around_a_late_phone(year, "/lofte/oskarshamn/medborgarlofte-2021/2021-02", late)
        assert "9 av 52" in before.promise("Hastighetskontroller")
        assert after.promise("Hastighetskontroller") == before.promise("Hastighetskontroller")
        assert "9 av 52 har blivit 10 av 52" in read_as_seen(after.public)

        year.move_to(datetime(2021, 6, 2, 8, tzinfo=UTC))
        lupp_in_grade_eight(year)
        its.the_rest_of_the_year(year)
        answer = Answer(year.page("/lofte/oskarshamn/medborgarlofte-2021"))
        reading_oskarshamn.PLEDGE.read(answer, subtests)


def plans_counted(year: LivedYear) -> tuple[int, int]:
    """On the board of today: the years that had their plans, and how much of what is kept was wrong."""
    with year.inside() as session:
        reader = year.principal(session, year.parties.writes)
        board = board_of(session, reader, Ask(LEKEBERG.code, year.key), clock.today())
        row = next(each for each in board.rows if each.commitment.id == "activity-plan")
        return row.progress.answer().get("periods_met", 0), rebuild(session, None).mended


def follow_up_and_publish(year: LivedYear, period: str, when: datetime) -> None:
    year.follow_up(period)
    year.move_to(when)
    year.publish(period)


def around_a_late_phone(year: LivedYear, path: str, late: Iterable[Activity]) -> tuple[Answer, Answer]:
    """The public page before and after a phone that was away hands in what it has."""
    before = Answer(year.page(path))
    year.log(late)
    return before, Answer(year.page(path))


def lupp_in_grade_eight(year: LivedYear) -> None:
    """It is marked as done, with what it found; of the four of one class only that they were asked."""
    where = Where(year.municipality.code, year.key, "2021-05")
    day, lupp = date(2021, 5, 27), "lupp-grade-8"
    asked = (
        Indicator("", lupp, "Otrygga i centrum på kvällen", "23 %", 312, day, "LUPP 2021"),
        Indicator("", lupp, "Otrygga i centrum, särskild undervisning", "3 av 4", 4, day, "LUPP 2021"),
    )
    with year.inside() as session:
        anna = year.principal(session, year_of_oskarshamn.ANNA)
        follow_up_numbers.enter_mark(session, anna, where, Mark(lupp, day, "LUPP 2021"), clock.now())
        for each in asked:
            follow_up_numbers.enter_indicator(session, anna, where, each, clock.now())
