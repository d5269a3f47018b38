"""Pages that the demo has no road to: of nothing, of very much, and of what went wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from flask import render_template
from sqlalchemy import delete
from werkzeug.exceptions import InternalServerError

from logger.domain.people.people import Municipality
from logger.domain.places import Place
from logger.domain.refusing.sync_refusals import DeviceRevoked
from logger.services.boards import overviews
from logger.services.boards.overviews import Overview
from logger.services.transactions import writing
from logger.store import places
from logger.store.tables import PlaceFlagRow, PlaceRow
from logger.web import errors
from tests.worlds.town import THEIRS, Town, town_in

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


def _many(overview: Overview) -> Overview:
    """As many municipalities as the country has, each where the first one stands."""
    numbers = range(1001, 1001 + MUNICIPALITIES)
    towns = (Municipality(str(code), f"Kommun {code}", f"kommun-{code}", "landet") for code in numbers)
    return replace(
        overview,
        municipalities=tuple(replace(overview.municipalities[0], municipality=each) for each in towns),
    )
