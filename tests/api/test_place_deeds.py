"""What a coordinator does about places on the desk's pages, with forms alone."""

from typing import Any

import pytest
from sqlalchemy import delete

from logger.domain.places import Place
from logger.services.pledges.pledges import PledgeImport, import_pledge
from logger.services.transactions import writing
from logger.store import places
from logger.store.tables.pledges import PlaceFlagRow, PlaceRow
from logger.web.places import place_list_views
from tests.api.test_desk_deeds import form_on, held_entry, logged, post
from tests.api.test_desk_pages import seen, text_of
from tests.readers.html import HtmlValidator
from tests.worlds.town import NOW, OURS, PLEDGE_FILE, THEIRS, Town

PLACES = f"/platser/{OURS}"
PROPOSED = f"{PLACES}/foreslagna"


def propose(town: Town, name: str = "Norra skogen", who: str = "officer", **body: Any) -> str:
    point = {"point": [59.167, 14.868]}
    return logged(town, who, place=None, proposed_place={"name": name} | point, **body)


def test_a_proposal_says_by_which_organisation_and_never_by_whom(town: Town, html_validator: HtmlValidator):
    activity_id = propose(town)
    propose(town, "norra skogen", "worker", organisations=["municipality"])

    page = seen(town, PROPOSED)

    assert "2 poster · Kommunen och Polisen · ungefär 59.167, 14.868" in page
    assert "Officer" not in page
    assert "Worker" not in page
    html = town.client("coordinator").get(PROPOSED).text
    assert f"/aktiviteter/{OURS}/{activity_id}" in html
    assert not html_validator.faults(html, PROPOSED)
    assert "1 föreslagen plats från fältet" in seen(town, PLACES)
    assert "från fältet" not in seen(town, PLACES, "officer")
    assert "Lägg upp" not in seen(town, PROPOSED, "chief")


def test_it_is_added_with_its_point_by_form(town: Town):
    activity_id = propose(town)
    fields = form_on(town, PROPOSED, f"{PROPOSED}/lagg-upp")
    assert fields["point"] == ["1"]

    answer = post(town, f"{PROPOSED}/lagg-upp", fields | {"kinds[]": "park"})

    assert answer.status_code == 303
    assert "Inga platser är föreslagna." in seen(town, PROPOSED)
    place = seen(town, f"{PLACES}/p/norra-skogen")
    assert "Park" in place
    assert "59.1670, 14.8680" in place
    assert "Norra skogen" in seen(town, f"/aktiviteter/{OURS}/{activity_id}")
    again = post(town, f"{PROPOSED}/lagg-upp", fields)
    assert (again.status_code, "hann avgöra" in again.text) == (409, True)


def test_what_cannot_be_done_is_said_where_it_was_typed(town: Town, html_validator: HtmlValidator):
    propose(town)
    key = {"key": "norra skogen"}
    for way, more, said in (
        ("lagg-upp", {"name": "Skolvägen"}, "En annan plats heter så redan."),
        ("lagg-upp", {"name": "Ring 070-123 45 67"}, "Ser ut att innehålla en personuppgift."),
        ("samma-som", {"place": ""}, "Välj en plats i listan."),
        ("avvisa", {"reason": ""}, "Skriv varför."),
    ):
        answer = post(town, f"{PROPOSED}/{way}", key | more)
        assert (answer.status_code, said in text_of(answer.text)) == (422, True), way
        assert not html_validator.faults(answer.text, way)


def test_a_place_is_changed_by_form_and_a_stale_form_is_told_so(town: Town, html_validator: HtmlValidator):
    address = f"{PLACES}/p/skolvagen"
    fields = form_on(town, address, address)
    fields |= {"flag_first[]": ["2025-01-01", "2026-10-01"], "flag_last[]": ["2026-01-31", ""]}
    fields |= {"flag_source[]": ["Medborgardialog", "E-tjänsten"]}

    assert post(town, address, fields | {"aliases": "Backen\n\n Skolbacken "}).status_code == 303

    page = seen(town, address)
    assert "Utpekad sedan 1 oktober 2026" in page
    assert "Backen, Skolbacken" in page
    stale = post(town, address, fields)
    assert (stale.status_code, "Någon annan har ändrat platsen" in stale.text) == (409, True)
    wrong = post(town, address, form_on(town, address, address) | {"point": "14.87, 59.17", "name": ""})
    assert wrong.status_code == 422
    assert "Latitud skrivs först." in wrong.text
    assert not html_validator.faults(wrong.text, address)
    assert post(town, address, fields, "officer").status_code == 403
    assert post(town, f"{PLACES}/p/finns-inte", fields).status_code == 404


def test_two_places_become_one_by_form(town: Town):
    assert post(town, f"{PLACES}/ny", {"name": "Skolbacken"}).status_code == 303
    done = logged(town, "officer", place="skolbacken")
    fields = form_on(town, f"{PLACES}/p/skolbacken", f"{PLACES}/sla-ihop")
    assert post(town, f"{PLACES}/sla-ihop", fields).status_code == 422

    answer = post(town, f"{PLACES}/sla-ihop", fields | {"into": "skolvagen"})

    assert answer.headers["Location"] == f"{PLACES}/p/skolvagen#sparat"
    assert "Kallas också Skolbacken" in seen(town, f"{PLACES}/p/skolbacken")
    assert "Skolvägen" in seen(town, f"/aktiviteter/{OURS}/{done}")
    assert "Skolbacken" not in seen(town, f"/skyltar/{OURS}")


COVERING = """
  - name: Vägar
    commitments:
      - {id: every-road, wording: Varje väg besöks., counts: {place_kinds: [road]}, target: {kind: coverage}}
"""


def test_a_merge_that_lowers_a_promise_is_asked_about_first(sqlite_town: Town, html_validator):
    town = sqlite_town
    with town.inside() as session:
        import_pledge(session, PledgeImport(PLEDGE_FILE.format(code=OURS) + COVERING, approve=True), NOW)
    assert post(town, f"{PLACES}/ny", {"name": "Skolbacken", "kinds[]": ["road"]}).status_code == 303
    path, merge = f"{PLACES}/p/skolbacken", f"{PLACES}/sla-ihop"
    fields = form_on(town, path, merge) | {"into": "skolvagen"}

    asked = post(town, merge, fields)

    assert asked.status_code == 409
    assert "Varje väg besöks.: 2 platser blir 1" in text_of(asked.text)
    assert not html_validator.faults(asked.text, path)
    assert post(town, merge, fields | {"anyway": "1"}).status_code == 303
    late = post(town, merge, fields)
    assert late.status_code == 409
    assert "Någon annan har redan slagit ihop en av platserna." in late.text


def test_two_who_merge_each_place_into_the_other_are_told_apart(sqlite_town: Town):
    town = sqlite_town
    post(town, f"{PLACES}/ny", {"name": "Skolbacken"})
    one = form_on(town, f"{PLACES}/p/skolbacken", f"{PLACES}/sla-ihop") | {"into": "skolvagen"}
    path = f"{PLACES}/p/skolvagen"
    other = form_on(town, path, f"{PLACES}/sla-ihop", "town coordinator") | {"into": "skolbacken"}
    assert post(town, f"{PLACES}/sla-ihop", one).status_code == 303
    late = post(town, f"{PLACES}/sla-ihop", other, "town coordinator")
    assert (late.status_code, "redan slagit ihop" in late.text) == (409, True)


def test_many_places_stand_on_several_pages(sqlite_town: Town, html_validator, monkeypatch):
    monkeypatch.setattr(place_list_views, "PAGE", 2)
    for name in ("Alfa", "Beta", "Gamma", "Delta"):
        post(sqlite_town, f"{PLACES}/ny", {"name": name})
    first = sqlite_town.client("coordinator").get(f"{PLACES}?ordning=namn").text
    assert ("5 platser" in text_of(first), "Sida 1 av 3" in first) == (True, True)
    assert ("Alfa" in first, "Gamma" in first) == (True, False)
    assert not html_validator.faults(first, PLACES)
    for number in ("3", "99"):
        last = seen(sqlite_town, f"{PLACES}?ordning=namn&sida={number}")
        assert ("Sida 3 av 3" in last, "Alfa" in last, "Visa fler" in last) == (True, False, False)
    for number in ("0", "-1", "x", ""):
        assert "Sida 1 av 3" in seen(sqlite_town, f"{PLACES}?ordning=namn&sida={number}")


@pytest.mark.parametrize(
    "fields", [{"name[]": ["x"] * 1001}, {"name": "x" * 20_001}, {"name": "x" * 600_000}]
)
def test_a_form_that_no_page_sends_is_too_large(sqlite_town: Town, fields: dict[str, Any]):
    answer = post(sqlite_town, f"{PLACES}/ny", fields)
    assert answer.status_code == 413
    assert "För stort" in answer.text


def test_a_sealed_name_is_told_to_be_sealed(town: Town):
    held_entry(town, place=None, proposed_place={"name": "Hos 070-123 45 67"}, note="")
    page = seen(town, f"/att-avgora/{OURS}")
    assert "namnet på den föreslagna platsen ser ut att innehålla en personuppgift" in page
    assert "070" not in page


def test_a_register_of_no_place_and_of_one_says_what_to_do(sqlite_town: Town, html_validator: HtmlValidator):
    town, register = sqlite_town, f"/platser/{THEIRS}"
    with town.inside() as session, writing(session):
        for table in (PlaceFlagRow, PlaceRow):
            session.execute(delete(table).where(table.municipality == THEIRS))
    client = town.client("foreign coordinator")
    empty = client.get(register)
    assert "Inga platser finns än. Lägg till den första" in text_of(empty.text)
    for lone in (None, (57.26, 16.45)):
        with town.inside() as session, writing(session):
            places.put(session, THEIRS, Place("ensam", "Ensamma bänken", frozenset(), (), lone))
        page = client.get(register)
        assert "1 plats" in text_of(page.text).replace("\u00a0", " ")
        assert not html_validator.faults(empty.text, register)
        assert not html_validator.faults(page.text, register)
