"""The editor without a script: a pledge typed in form by form is the pledge of its file."""

from pathlib import Path

import pytest

from logger.domain.pledge_files.pledge_export import pledge_document
from logger.domain.pledges import Pledge
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.files.pledge_files import read_pledge_text
from logger.services.places.places import import_places
from logger.services.pledges.pledges import pledge_in
from logger.store.pledges import pledge_history
from tests.api.test_desk_deeds import post
from tests.api.test_desk_pages import text_of
from tests.api.test_pledges import send, upload
from tests.readers.forms import filled, form_in
from tests.readers.html import HtmlValidator
from tests.worlds.town import NOW, OURS, THEIRS, Town
from tests.years.pledge_typing import Document, typed

SEEDS = Path(__file__).parents[2] / "seeds"
NEW = f"/loften/{OURS}/nytt"
DRAFT = f"/loften/{OURS}/medborgarlofte-2030/utkast"
FORM = f"{DRAFT}/atagande"

# Three pledges of other shapes than the signed ones, each of them one that could be signed.
SUMMER = """\
format: 1
municipality: "1814"
title: Sommarlöfte
valid: {from: 2030-06-01, to: 2030-08-31}
parties: [police, municipality, rescue_service]
focus_areas:
  - name: Kvällar och nätter
    commitments:
      - id: nights
        wording: Nattvandrare finns ute varje fredag och lördag natt under sommaren.
        label: Nattvandring
        performers: [municipality, rescue_service]
        responsible: [municipality]
        counts:
          types: [night_walk]
          min_people: 2
          min_minutes: 60
          weekdays: [fri, sat]
          clock: {from: "20:00", to: "03:00"}
        target:
          kind: count
          at_least: 2
          per: iso_week
          pauses: [{from: 2030-07-01, to: 2030-07-14, reason: Semester}]
      - id: breath-tests
        wording: Polisen tar minst 1 000 utandningsprov.
        label: Utandningsprov
        performers: [police]
        counts: {types: [traffic_check], except: {focus: [youth_vehicles]}}
        target:
          kind: sum
          counter: breath_tests
          at_least: 1000
          revisions: [{from: 2030-07-15, at_least: 800, reason: Färre bilar på vägarna}]
"""
SCHOOLS = """\
format: 1
municipality: "1814"
title: Skollöfte
valid: {from: 2030-01-01, to: 2031-12-31}
signed: 2029-12-13
parties: [police, municipality, school]
focus_areas:
  - name: Skolan
    commitments:
      - id: every-school-each-term
        wording: Varje skola besöks minst två gånger varje termin.
        performers: [police]
        responsible: [police, school]
        counts:
          types: [school_visit, class_visit]
          place_kinds: [school, youth_centre]
          jointly: [police, school]
          seasons: [{from: 01-10, to: 06-12}, {from: 08-16, to: 12-20}]
        target: {kind: coverage, at_least: 2, per: season}
      - id: visits
        wording: Polisen besöker skolorna minst 40 gånger.
        label: Skolbesök
        performers: [police]
        counts: {types: [school_visit]}
        target: {kind: count, at_least: 40}
      - id: parents
        wording: Utöver detta hålls minst tio föräldramöten, på olika dagar.
        counts: {any_of: [{types: [parent_meeting]}, {types: [citizen_dialogue], targeted: true}]}
        target: {kind: count, at_least: 10, unit: day}
      - id: beyond
        wording: Utöver de fyrtio besöken genomförs tio till.
        counts: {types: [school_visit]}
        target: {kind: count, at_least: 10, in_addition_to: visits}
"""
NUMBERS = """\
format: 1
municipality: "1814"
title: Siffror och snitt
valid: {from: 2030-03-01, to: 2031-02-28}
parties: [police, municipality, hyresbostäder]
focus_areas:
  - name: Närvaro
    commitments:
      - id: person-hours
        wording: I snitt två och en halv persontimme om dagen på torget.
        label: Persontimmar på torget
        performers: [police, hyresbostäder]
        counts: {place_kinds: [square], performed_by: [police, hyresbostäder]}
        target: {kind: hours, at_least: 2.5, per: day, judged: average, hours_as: person}
      - id: dialogue
        wording: Medborgardialogen ska öka.
        counts: {types: [citizen_dialogue]}
        target: {kind: increase, baseline: 12}
  - name: Redovisning
    commitments:
      - id: contacts
        wording: Kommunen redovisar antalet kontakter varje månad.
        performers: [municipality]
        target: {kind: reported, at_least: 120}
      - id: result
        wording: Resultatet redovisas.
        valid: {from: 2030-03-01, to: 2031-04-30}
        target: {kind: milestone}
"""


def pledge_of(text: str) -> Pledge:
    return read_pledge_text(text, BUILT_IN)


def begun(town: Town, pledge: Document, municipality: str, who: str) -> str:
    """A new pledge is begun under this heading; where its draft is."""
    client, new = town.client(who), f"/loften/{municipality}/nytt"
    form = form_in(client.get(new).text, new)
    known = [party for party in pledge["parties"] if party in BUILT_IN.organisations]
    others = [party for party in pledge["parties"] if party not in known]
    heading = {
        "title": pledge["title"],
        "valid.from": pledge["valid"]["from"],
        "valid.to": pledge["valid"]["to"],
        "signed": pledge.get("signed", ""),
        "parties[]": known,
        "other_parties": ", ".join(others),
    }
    answer = send(town, new, filled(form, **heading), who)
    assert answer.status_code == 303, text_of(answer.text)
    return str(answer.headers["Location"])


def entered(town: Town, pledge: Document, municipality: str = OURS, who: str = "coordinator") -> Pledge:
    """Type the whole pledge into the editor's forms, put it forward, and read what is kept."""
    draft, client = begun(town, pledge, municipality, who), town.client(who)
    for number, area in enumerate(pledge["focus_areas"]):
        form = form_in(client.get(draft).text, f"{draft}/omrade")
        assert send(town, f"{draft}/omrade", filled(form, name=area["name"]), who).status_code == 303
        for commitment in area["commitments"]:
            form = form_in(client.get(f"{draft}/atagande?omrade={number}").text, f"{draft}/atagande")
            fields = filled(form, **typed(commitment), gor="spara")
            answer = send(town, f"{draft}/atagande", fields, who)
            assert answer.status_code == 303, text_of(answer.text)
    end = f"{draft}/lagg-fram"
    proposed = send(town, end, filled(form_in(client.get(draft).text, end), reason="Ur pappret"), who)
    assert proposed.status_code == 303, text_of(proposed.text)
    key = draft.split("/")[3]
    with town.inside() as session:
        [version] = pledge_history.versions_of(session, municipality, key)
        return pledge_in(session, version.text, version.sha256)


@pytest.mark.parametrize("name", ["lekeberg", "oskarshamn"])
def test_the_signed_pledges_are_entered_form_by_form(town: Town, name: str):
    [path] = SEEDS.glob(f"{name}-*.yaml")
    code, who = (OURS, "coordinator") if name == "lekeberg" else (THEIRS, "foreign coordinator")
    with town.inside() as session:
        import_places(session, (SEEDS / f"{name}-places.json").read_text(), code, NOW)
    signed = pledge_of(path.read_text())

    assert entered(town, pledge_document(signed), code, who) == signed


@pytest.mark.parametrize("text", [SUMMER, SCHOOLS, NUMBERS], ids=["summer", "schools", "numbers"])
def test_pledges_of_other_shapes_are_entered_form_by_form(sqlite_town: Town, text: str):
    wanted = pledge_of(text)

    kept = entered(sqlite_town, pledge_document(wanted))

    assert kept.focus_areas == tuple(wanted.focus_areas)
    assert (kept.title, kept.valid, kept.signed) == (wanted.title, wanted.valid, wanted.signed)


@pytest.mark.parametrize("text", [SUMMER, SCHOOLS, NUMBERS], ids=["summer", "schools", "numbers"])
def test_saving_a_form_untouched_changes_nothing(sqlite_town: Town, html_validator: HtmlValidator, text: str):
    wanted = pledge_of(text)
    key = begun_from_file(sqlite_town, text)
    draft, client = f"/loften/{OURS}/{key}/utkast", sqlite_town.client("coordinator")
    for commitment in wanted.commitments:
        path = f"{draft}/atagande/{commitment.id}"
        html = client.get(path).text
        assert not html_validator.faults(html, path)
        answer = send(sqlite_town, path, filled(form_in(html, path), gor="spara"))
        assert answer.status_code == 303, text_of(answer.text)
    again = post(sqlite_town, f"{draft}/lagg-fram", {"reason": "Inget ändrat"})
    assert "säger samma sak som en version" in again.text


def begun_from_file(town: Town, text: str) -> str:
    """A pledge is brought in as a file, and a draft begun from it; its place in addresses."""
    key = upload(town, text.encode()).headers["Location"].split("/")[3].split("?")[0]
    assert post(town, f"/loften/{OURS}/{key}/andra", {}).status_code == 303
    return str(key)
