"""Pages that the demo has no road to: of nothing, of very much, and of what went wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from flask import render_template
from sqlalchemy import delete
from werkzeug.exceptions import InternalServerError

from logger import clock
from logger.domain.people.people import Municipality
from logger.domain.places import Place
from logger.domain.refusing.sync_refusals import DeviceRevoked
from logger.services.boards import overviews
from logger.services.boards.overviews import Overview
from logger.services.transactions import writing
from logger.store import places
from logger.store.tables import PlaceFlagRow, PlaceRow
from logger.web import errors
from tests.readers.forms import filled, form_in
from tests.worlds.town import NOW, OWN_PAGE, THEIRS, Town, town_in

MUNICIPALITIES = 290


def unusual_pages(folder: Path) -> Mapping[str, str]:
    """Their HTML by name; what it links to is at any server of the same release."""
    with town_in(f"sqlite:///{folder}/town.db", folder) as town, pytest.MonkeyPatch.context() as patch:
        return dict(_made(town, patch))


def _made(town: Town, patch: pytest.MonkeyPatch) -> Iterator[tuple[str, str]]:
    with town.app.test_request_context("/nagonstans"):
        yield "sparrad-telefon-410", errors.page(DeviceRevoked()).get_data(as_text=True)
        yield "fel-hos-oss-500", errors.page(InternalServerError()).get_data(as_text=True)
        yield (
            "brevet-avsluta",
            render_template("letter_end.html", ended=False, action="/mandagsbrevet/avsluta"),
        )
    yield from _of_people(town)
    register, client = f"/platser/{THEIRS}", town.client("foreign coordinator")
    with town.inside() as session, writing(session):
        for table in (PlaceFlagRow, PlaceRow):
            session.execute(delete(table).where(table.municipality == THEIRS))
    yield "platser-inga", client.get(register).text
    with town.inside() as session, writing(session):
        places.put(session, THEIRS, Place("ensam", "Ensamma bänken", frozenset(), (), (57.26, 16.45)))
    yield "platser-en", client.get(register).text
    one_town = overviews.overview_of
    patch.setattr(overviews, "overview_of", lambda *asked: _many(one_town(*asked)))
    yield "riket-alla", town.client("chief").get("/riket").text


def _of_people(town: Town) -> Iterator[tuple[str, str]]:
    """Somebody with a long name is invited, and then a deed on them waits for the password."""
    client, new = town.client("administrator"), "/installningar/personer/ny"
    somebody = {"name": "Alexandra Lindström-Wachtmeister af Björneborg", "email": "a" * 60 + "@polisen.se"}
    role = {"organisation": "police", "role": "officer", "where": "omrade-orebro"}
    for typed in ({**somebody, **role}, {**role, "email": "ingen"}):
        fields = filled(form_in(client.get(new).text, new), **typed)
        told = client.post(new, data=fields, headers=OWN_PAGE).text
        yield ("personer-kod" if 'id="koden"' in told else "personer-fel"), told
    yield "personer-en-inbjuden", client.get("/installningar/personer?visa=inbjudna").text
    with pytest.MonkeyPatch.context() as later:
        later.setattr(clock, "now", lambda: NOW + timedelta(minutes=14))
        fields = filled(form_in(client.get(new).text, new), **somebody, **role)
        later.setattr(clock, "now", lambda: NOW + timedelta(minutes=16))
        yield "personer-losenord", client.post(new, data=fields, headers=OWN_PAGE).text


def _many(overview: Overview) -> Overview:
    """As many municipalities as the country has, each where the first one stands."""
    numbers = range(1001, 1001 + MUNICIPALITIES)
    towns = (Municipality(str(code), f"Kommun {code}", f"kommun-{code}", "landet") for code in numbers)
    return replace(
        overview,
        municipalities=tuple(replace(overview.municipalities[0], municipality=each) for each in towns),
    )
