"""The public page: whole for anyone, without a cookie, a name or a day finer than a closed week."""

from datetime import date, timedelta

import pytest

from logger.domain.periods import Days
from logger.domain.pledges import Pledge
from logger.services.pledges import StoredPledge
from logger.services.public_pages import shown_to_all
from tests.api.test_desk_pages import text_of
from tests.html import HtmlValidator
from tests.town import OURS, PLEDGE, Town
from tests.unit.web.examples import a_pledge

PAGE = f"/lofte/lekeberg/{PLEDGE}"


def stored(pledge: Pledge) -> StoredPledge:
    return StoredPledge(OURS, "lofte", 1, demo=False, pledge=pledge)


def test_anyone_reads_promise_result_rule_and_date(town: Town, html_validator: HtmlValidator):
    answer = town.client().get(PAGE)
    assert answer.status_code == 200
    assert not html_validator.faults(answer.text, PAGE)
    page = text_of(answer.text)
    assert "Medborgarlöfte 2026: så går det" in page
    assert "”Polisen genomför minst 52 hastighetskontroller där medborgare pekat ut problem.”" in page
    assert "4 av 52" in page
    assert "Räknas: trafikkontroller med fokus hastighet" in page
    assert "Till och med 8 november 2026." in page
    assert "1 av 3 löften med mål är redan hållet. 2 ligger efter." in page


def test_no_person_and_no_cookie_is_on_it(town: Town):
    for client in (town.client(), town.client("coordinator")):
        answer = client.get(PAGE)
        assert "Set-Cookie" not in answer.headers
        for name in ("Officer", "Colleague", "Coordinator", "deltagare", "Lugnt."):
            assert name not in answer.text


def test_signed_in_or_not_the_bytes_are_the_same(town: Town):
    assert town.client().get(PAGE).data == town.client("coordinator").get(PAGE).data


def test_an_unchanged_page_is_not_sent_twice(town: Town):
    first = town.client().get(PAGE)
    assert first.cache_control.public
    assert first.cache_control.max_age == 300
    again = town.client().get(PAGE, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert not again.data


def test_the_municipalitys_page_lists_its_approved_pledges(town: Town, html_validator: HtmlValidator):
    answer = town.client().get("/lofte/lekeberg")
    assert not html_validator.faults(answer.text, "/lofte/lekeberg")
    assert PAGE in answer.text
    assert "2027" not in answer.text


@pytest.mark.parametrize("days", range(14))
def test_only_weeks_that_closed_a_week_ago_are_shown(days: int):
    today = date(2021, 9, 13) + timedelta(days=days)
    shown = shown_to_all(stored(a_pledge("counts: {}, target: {kind: ongoing}")), today)
    assert shown.weekday() == 6
    assert timedelta(days=7) < today - shown <= timedelta(days=14)


def test_a_week_is_shown_from_the_monday_when_seven_whole_days_have_passed():
    pledge = stored(
        a_pledge("counts: {}, target: {kind: ongoing}", valid="{from: 2026-01-01, to: 2026-12-31}")
    )
    assert shown_to_all(pledge, date(2026, 11, 22)) == date(2026, 11, 8)
    assert shown_to_all(pledge, date(2026, 11, 23)) == date(2026, 11, 15)


def test_the_last_day_of_a_pledge_waits_with_its_week():
    pledge = stored(
        a_pledge("counts: {}, target: {kind: ongoing}", valid="{from: 2026-01-01, to: 2026-12-31}")
    )
    assert shown_to_all(pledge, date(2027, 1, 10)) == date(2026, 12, 27)
    assert shown_to_all(pledge, date(2027, 1, 11)) == date(2026, 12, 31)
    to_sunday = stored(
        a_pledge("counts: {}, target: {kind: ongoing}", valid="{from: 2026-01-01, to: 2026-11-15}")
    )
    assert shown_to_all(to_sunday, date(2026, 11, 22)) == date(2026, 11, 8)
    assert shown_to_all(to_sunday, date(2026, 11, 23)) == date(2026, 11, 15)


def test_a_pledge_that_is_over_is_shown_to_its_end():
    pledge = a_pledge(
        "counts: {}, target: {kind: ongoing}",
        "valid: {from: 2021-01-01, to: 2022-03-31}, counts: {}, target: {kind: ongoing}",
    )
    assert shown_to_all(stored(pledge), date(2026, 1, 1)) == date(2022, 3, 31)
    assert Days(date(2021, 1, 1), date(2021, 12, 31)) == pledge.valid
