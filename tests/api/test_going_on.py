"""After a form one goes on where one was: at what was changed, or at what is wrong, without any script."""

import re
from typing import Any

import pytest

from tests.api.people_pages import of, send
from tests.api.planning import CHECK, PLAN
from tests.api.test_desk_deeds import form_on, post
from tests.worlds.rights.addresses import DRAFT, FOLLOW_UP
from tests.worlds.town import OURS, Town

WORDS, PLACE = "/installningar/ordlista", f"/platser/{OURS}/p/skolvagen"
TRAFFIC, SPEED = f"{WORDS}/typ/traffic_check", f"{WORDS}/fokus/traffic_check/speed"
TERMS, LETTER = f"/installningar/skolterminer/{OURS}", "/mandagsbrevet"


@pytest.mark.parametrize(
    ("who", "form", "action", "typed", "at"),
    [
        ("administrator", TRAFFIC, TRAFFIC, {"sv": "Vägkontroll"}, "typ-traffic_check"),
        ("administrator", SPEED, SPEED, {"sv": "Fart"}, "typ-traffic_check"),
        ("administrator", f"{WORDS}/ny/platsslag", f"{WORDS}/ny/platsslag", {"sv": "Bro"}, "platsslag-bro"),
        ("administrator", of("officer"), f"{of('officer')}/uppgifter", {"name": "Åsa"}, "sparat"),
        ("administrator", of("officer"), f"{of('officer')}/stang-ute", {}, "sparat"),
        ("coordinator", PLACE, PLACE, {"name": "Skolgatan"}, "sparat"),
        ("coordinator", LETTER, LETTER, {}, "sparat"),
        ("coordinator", TERMS, TERMS, {}, "skolterminer"),
        ("coordinator", PLAN, PLAN, CHECK, "sparat"),
        ("coordinator", PLAN, f"{PLAN}/kalender", {"gor": "bort"}, "kalender"),
        ("coordinator", FOLLOW_UP, FOLLOW_UP, {"gor": "spara"}, "sparat"),
    ],
)
def test_a_deed_leads_back_to_an_element_that_takes_the_focus(
    sqlite_town: Town, who: str, form: str, action: str, typed: dict[str, Any], at: str
):
    answer = send(sqlite_town, who, form, action, **typed)
    where, _, fragment = answer.headers["Location"].partition("#")
    assert (answer.status_code, fragment) == (303, at)

    shown = sqlite_town.client(who).get(where, follow_redirects=True)
    [tag] = re.findall(rf'<[^>]* id="{at}"[^>]*>', shown.text)
    assert 'tabindex="-1"' in tag


def test_a_promise_that_is_moved_in_a_draft_keeps_the_focus(sqlite_town: Town):
    draft = sqlite_town.client("coordinator").get(DRAFT).text
    moved = re.findall(rf'action="{DRAFT}/atagande/(\w+)/ordna"', draft)[0]
    answer = send(sqlite_town, "coordinator", DRAFT, f"{DRAFT}/atagande/{moved}/ordna", gor="ner")
    assert answer.headers["Location"] == f"{DRAFT}#{moved}"
    shown = sqlite_town.client("coordinator").get(DRAFT).text
    assert re.search(rf'<li[^>]* id="{moved}" tabindex="-1"', shown)


@pytest.mark.parametrize(
    ("who", "form", "action", "typed"),
    [
        ("administrator", TRAFFIC, TRAFFIC, {"sv": " ", "en": " "}),
        ("administrator", of("officer"), f"{of('officer')}/uppgifter", {"name": " ", "email": "x"}),
        ("coordinator", PLACE, PLACE, {"name": " ", "point": "långt borta"}),
        ("coordinator", TERMS, TERMS, {"spring_opens": "hej", "autumn_closes": "hej"}),
    ],
)
def test_what_is_wrong_has_the_focus_and_the_first_such_field_alone(
    sqlite_town: Town, who: str, form: str, action: str, typed: dict[str, Any]
):
    answer = send(sqlite_town, who, form, action, **typed)
    assert answer.status_code == 422
    focused = re.findall(r"<[^>]* autofocus[^>]*>", answer.text)
    assert focused == [next(tag for tag in re.findall(r"<[^>]+>", answer.text) if "aria-invalid" in tag)]


def test_a_no_without_a_field_to_blame_has_the_focus_itself(sqlite_town: Town):
    old = re.findall(r'name="version" value="(\w+)"', sqlite_town.client("administrator").get(TRAFFIC).text)
    assert send(sqlite_town, "administrator", TRAFFIC, TRAFFIC, sv="Vägkontroll").status_code == 303
    answer = send(sqlite_town, "administrator", TRAFFIC, TRAFFIC, sv="Annat", version=old[0])
    assert answer.status_code == 409
    [focused] = re.findall(r"<[^>]* autofocus[^>]*>", answer.text)
    assert 'role="alert"' in focused


def test_a_pair_decided_meanwhile_has_the_no_in_focus_and_one_without_a_reason_its_field(sqlite_town: Town):
    twins = f"/aktiviteter/{OURS}/dubbletter"
    fields = form_on(sqlite_town, twins, twins) | {"keep": "both"}
    lacking = post(sqlite_town, twins, fields | {"reason": " "})
    [focused] = re.findall(r"<[^>]* autofocus[^>]*>", lacking.text)
    assert (lacking.status_code, 'name="reason"' in focused) == (422, True)

    assert post(sqlite_town, twins, fields | {"reason": "Två patruller"}).status_code == 303
    late = post(sqlite_town, twins, fields | {"reason": "Två patruller"})
    [focused] = re.findall(r"<[^>]* autofocus[^>]*>", late.text)
    assert (late.status_code, 'role="alert"' in focused) == (409, True)
