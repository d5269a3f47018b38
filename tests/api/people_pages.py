"""People on their pages, as whoever keeps them opens, fills in and sends; for tests."""

import re
from typing import Any

from sqlalchemy import select
from werkzeug.test import TestResponse

from logger.store.tables import AuditRow
from tests.readers.forms import filled, form_in
from tests.worlds.town import OWN_PAGE, Town, user_id

LIST = "/installningar/personer"
EMAIL = "asa.oberg@example.se"
NEW_PERSON = {"name": "Åsa Öberg", "email": EMAIL}


def of(who: str) -> str:
    return f"{LIST}/{user_id(who)}"


def send(town: Town, by: str, page: str, action: str, **typed: Any) -> TestResponse:
    """Open the page, fill its form in, and send it."""
    client = town.client(by)
    fields = filled(form_in(client.get(page).text, action), **typed)
    answer: TestResponse = client.post(action, data=fields, headers=OWN_PAGE)
    return answer


def forged(town: Town, by: str, action: str, **typed: str) -> TestResponse:
    """A form that no page offers, sent with everything else right."""
    client = town.client(by)
    token = re.findall(r'name="form_token" value="(\w+)"', client.get("/losenord").text)[-1]
    answer: TestResponse = client.post(action, data={"form_token": token, **typed}, headers=OWN_PAGE)
    return answer


def invite(town: Town, by: str = "administrator", **typed: str) -> TestResponse:
    fields = {**NEW_PERSON, "organisation": "police", "role": "officer", "where": "omrade-orebro", **typed}
    return send(town, by, f"{LIST}/ny", f"{LIST}/ny", **fields)


def code_in(answer: TestResponse) -> str:
    found = re.search(r'id="koden">([0-9A-Z-]{14})<', answer.text)
    assert found, answer.text
    return found[1]


def version(town: Town, who: str) -> str:
    """Of the person, as whoever looks at the page last would send it."""
    shown = town.client("administrator").get(of(who)).text
    return str(re.findall(r'name="version" value="(\w+)"', shown)[0])


def deeds(town: Town) -> list[str]:
    with town.inside() as session:
        return list(session.scalars(select(AuditRow.action).order_by(AuditRow.seq)))
