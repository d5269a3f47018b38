"""Mitt konto: one's own sign-ins and phones, and nobody else's."""

from typing import Any

from sqlalchemy import select

from logger.domain.people.browser_names import name_of
from logger.store.tables import AuditRow
from tests.api.test_desk_pages import text_of
from tests.readers.forms import form_in
from tests.readers.html import HtmlValidator
from tests.worlds.town import OWN_PAGE, PASSWORD, PROGRAM, STREAM, Town, address

PIXEL = (
    "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/142.0.0.0 Mobile Safari/537.36"
)


def another(town: Town, who: str = "officer", agent: str = PIXEL) -> Any:
    client = town.client()
    told = {"email": address(who), "password": PASSWORD}
    client.post("/api/v1/session", json=told, headers={**PROGRAM, "User-Agent": agent})
    return client


def test_own_sign_ins_are_told_by_their_browser_and_the_others_ended(
    town: Town, html_validator: HtmlValidator
):
    here, other = town.client("officer"), another(town)
    page = here.get("/konto")
    assert not html_validator.faults(page.text, "konto")
    said = text_of(page.text)
    assert "Polis i yttre tjänst · Örebro" in said
    assert "Okänd webbläsare den här Sedan i dag kl. 13:00" in said
    assert "Chrome · Android Sedan i dag kl. 13:00" in said

    fields = form_in(page.text, "/konto/avsluta-andra")
    assert here.post("/konto/avsluta-andra", data=fields, headers=OWN_PAGE).status_code == 303
    assert other.get("/api/v1/session").status_code == 401
    assert "Avsluta alla andra" not in here.get("/konto").text
    assert town.client("colleague").get("/konto").status_code == 200
    with town.inside() as session:
        assert "sign_ins_end" in session.scalars(select(AuditRow.action)).all()


def test_ones_own_phone_is_shut_out_after_a_question_and_nobody_elses(
    sqlite_town: Town, html_validator: HtmlValidator
):
    here, way = sqlite_town.client("officer"), f"/konto/telefon/{STREAM}/sparra"
    asked = here.get(way)
    assert not html_validator.faults(asked.text, way)
    assert "Spärra Android · Chrome?" in text_of(asked.text)
    for who in ("colleague", "administrator", "chief"):
        assert sqlite_town.client(who).get(way).status_code == 404

    assert here.post(way, data=form_in(asked.text, way), headers=OWN_PAGE).status_code == 303
    assert "Android · Chrome Spärrad" in text_of(here.get("/konto").text)
    assert here.get(way).status_code == 404


def test_a_browser_is_called_by_what_its_owner_calls_it():
    mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 "
    assert name_of(PIXEL) == "Chrome · Android"
    assert name_of(mac + "(KHTML, like Gecko) Version/18.1 Safari/605.1.15") == "Safari · Mac"
    assert name_of(mac.replace("Macintosh", "iPhone; CPU") + "CriOS/142.0 Mobile Safari/604.1") == (
        "Chrome · iPhone"
    )
    assert name_of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0 Safari/537.36 Edg/142.0") == (
        "Edge · Windows"
    )
    assert name_of("curl/8.5.0") is None
