"""The word list, kept by an administrator: words are added, renamed, retired, and reach the phones."""

import re
from typing import Any

import pytest
from sqlalchemy import select

from logger.store.tables import AuditRow
from tests.api.test_desk_deeds import post
from tests.api.test_desk_pages import seen, text_of
from tests.readers.forms import filled, form_in
from tests.readers.html import HtmlValidator
from tests.worlds.town import OURS, OWN_PAGE, Town

LIST = "/installningar/ordlista"
TRAFFIC, SPEED = f"{LIST}/typ/traffic_check", f"{LIST}/fokus/traffic_check/speed"


def send(town: Town, page: str, action: str, who: str = "administrator", **typed: Any) -> Any:
    """Open the page, fill its form in, and send it."""
    fields = filled(form_in(town.client(who).get(page).text, action), **typed)
    return town.client(who).post(action, data=fields, headers=OWN_PAGE)


def away(word: str) -> str:
    """Where a word is taken out of use."""
    return word.replace("ordlista", "ta-ur-bruk")


def types_of(town: Town) -> dict[str, Any]:
    reference = town.client("officer").get(f"/api/v1/reference/{OURS}").json
    return {each["code"]: each for each in reference["types"]}


def test_a_new_word_reaches_the_phones_under_a_code_of_its_own(sqlite_town: Town):
    before = sqlite_town.client("officer").get(f"/api/v1/reference/{OURS}").headers["ETag"]
    made = send(sqlite_town, f"{LIST}/ny/typ", f"{LIST}/ny/typ", sv="Cykel·ronder", en="Bicycle rounds")
    assert made.status_code == 303

    found = types_of(sqlite_town)["bicycle_rounds"]
    assert (found["sv"], found["made_by_product"]) == ("cykel\u00adronder", False)
    after = sqlite_town.client("officer").get(f"/api/v1/reference/{OURS}").headers["ETag"]
    assert after != before

    focus = f"{LIST}/ny/fokus/bicycle_rounds"
    assert send(sqlite_town, focus, focus, sv="kväll", en="Speed").status_code == 303
    codes = [each["code"] for each in types_of(sqlite_town)["bicycle_rounds"]["focus"]]
    assert codes == ["speed_2"]  # of another type's focus is the code, and is never given again


def test_a_renamed_word_reads_so_everywhere_and_keeps_its_code(sqlite_town: Town):
    assert send(sqlite_town, TRAFFIC, TRAFFIC, sv="Vägkontroll", sensitive=["1"]).status_code == 303
    assert "Vägkontroll, Skolvägen" in seen(sqlite_town, f"/aktiviteter/{OURS}")
    assert types_of(sqlite_town)["traffic_check"]["sensitive"] is True
    with sqlite_town.inside() as session:
        assert "word_made_sensitive" in session.scalars(select(AuditRow.action)).all()


def test_a_word_that_a_pledge_counts_by_is_retired_only_by_one_who_knows(
    sqlite_town: Town, html_validator: HtmlValidator
):
    retire = away(TRAFFIC)
    page = sqlite_town.client("administrator").get(TRAFFIC).text
    assert "Hastighetskontroller Medborgarlöfte 1814" in text_of(page)
    assert not html_validator.faults(page, TRAFFIC)

    refused = send(sqlite_town, TRAFFIC, retire)
    assert refused.status_code == 409
    assert not html_validator.faults(refused.text, TRAFFIC)
    assert types_of(sqlite_town)["traffic_check"]["retired"] is False

    assert send(sqlite_town, TRAFFIC, retire, anyway="1").status_code == 303
    told = types_of(sqlite_town)["traffic_check"]
    assert (told["retired"], told["made_by_product"]) == (True, True)  # no phone of any release offers it
    assert "Trafikkontroll, Skolvägen" in seen(sqlite_town, f"/aktiviteter/{OURS}")
    assert "4 av 52" in seen(sqlite_town, f"/oversikt/{OURS}/medborgarlofte-2026")

    assert send(sqlite_town, TRAFFIC, TRAFFIC.replace("ordlista", "ta-i-bruk")).status_code == 303
    assert types_of(sqlite_town)["traffic_check"]["retired"] is False


def test_what_a_phone_logged_by_a_retired_word_is_still_taken(sqlite_town: Town):
    from tests.api.test_desk_deeds import logged  # noqa: PLC0415  # beside the phones' world

    send(sqlite_town, SPEED, away(SPEED), anyway="1")
    focuses = {each["code"] for each in types_of(sqlite_town)["traffic_check"]["focus"]}
    assert "speed" not in focuses
    assert logged(sqlite_town, "officer", focus=["speed"])


def test_a_retired_word_stands_in_no_list_to_choose_from(sqlite_town: Town):
    kind = f"{LIST}/platsslag/park"
    assert send(sqlite_town, kind, away(kind)).status_code == 303
    page = sqlite_town.client("coordinator").get(f"/platser/{OURS}/ny").text
    assert 'value="school"' in page
    assert 'value="park"' not in page


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"sv": " "}, "Skriv ordet."),
        ({"sv": "x" * 61}, "Högst 60 tecken."),
        ({"sv": "Fotpatrull"}, "Ett annat ord heter så."),
    ],
)
def test_what_cannot_be_kept_is_said_beside_its_field(
    sqlite_town: Town, html_validator: HtmlValidator, typed: dict[str, str], said: str
):
    for page, action in ((TRAFFIC, TRAFFIC), (f"{LIST}/ny/typ", f"{LIST}/ny/typ")):
        answer = send(sqlite_town, page, action, **typed)
        assert answer.status_code == 422
        assert said in answer.text
        assert re.search(r'name="sv"[^>]*aria-invalid="true"', answer.text)
        assert not html_validator.faults(answer.text, page)


def test_nobody_overwrites_what_another_changed_meanwhile(sqlite_town: Town):
    client = sqlite_town.client("administrator")
    stale = form_in(client.get(TRAFFIC).text, TRAFFIC)
    send(sqlite_town, TRAFFIC, TRAFFIC, sv="vägkontroll")
    answer = client.post(TRAFFIC, data=filled(stale, sv="bilkontroll"), headers=OWN_PAGE)
    assert answer.status_code == 409
    assert 'value="vägkontroll"' in answer.text


def test_what_the_product_logs_itself_is_renamed_and_no_more(sqlite_town: Town):
    own = f"{LIST}/typ/follow_up"
    page = sqlite_town.client("administrator").get(own).text
    assert "Ta ur bruk" not in page
    version = form_in(page, own)["version"]
    answer = post(sqlite_town, away(own), {"version": version}, "administrator")
    assert answer.status_code == 422


def test_others_have_no_word_list(sqlite_town: Town):
    for who in ("coordinator", "chief", "officer"):
        assert post(sqlite_town, away(TRAFFIC), {"version": ""}, who).status_code == 404
        assert post(sqlite_town, f"{LIST}/ny/typ", {"sv": "Nytt"}, who).status_code == 404


def test_the_whole_list_is_sound(sqlite_town: Town, html_validator: HtmlValidator):
    page = sqlite_town.client("administrator").get(LIST)
    assert page.status_code == 200
    assert not html_validator.faults(page.text, LIST)
    assert "Fältloggs egen" in page.text
    assert sqlite_town.client("administrator").get("/oversikt").headers["Location"] == LIST
