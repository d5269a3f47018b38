"""The theme of a page: as this browser has chosen it, where the page is not the same for everyone."""

from tests.worlds.town import OURS, PLEDGE, Town

PAGES = ["/logga-in", "/kod", "/finns-inte", f"/oversikt/{OURS}/{PLEDGE}", "/riket", "/konto"]
FOR_ALL = ["/", f"/lofte/lekeberg/{PLEDGE}", "/tillganglighet"]


def test_no_page_that_the_phone_leads_to_shines_at_night(sqlite_town: Town):
    client = sqlite_town.client("coordinator")
    as_the_system_asks = {page: client.get(page).headers.get("ETag") for page in PAGES}
    client.set_cookie("theme", "night")
    for page in PAGES:
        answer = client.get(page, headers={"If-None-Match": as_the_system_asks[page] or '"none"'})
        assert '<html lang="sv" data-theme="night">' in answer.text, page


def test_what_is_no_theme_is_not_written_into_a_page(sqlite_town: Town):
    client = sqlite_town.client()
    client.set_cookie("theme", "night onload=x")
    assert "data-theme" not in client.get("/logga-in").text


def test_a_page_for_everyone_is_the_same_for_everyone(sqlite_town: Town):
    client = sqlite_town.client()
    given = {page: client.get(page).data for page in FOR_ALL}
    client.set_cookie("theme", "night")
    assert {page: client.get(page).data for page in FOR_ALL} == given
