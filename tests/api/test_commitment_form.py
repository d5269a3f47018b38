"""The form of one commitment: suggestions, shapes, the sentence, the coach, a trial, and every fault."""

from typing import Any

import pytest
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from logger.store.pledges import pledge_drafts
from tests.api.test_desk_deeds import logged
from tests.api.test_desk_pages import text_of
from tests.api.test_pledges import send
from tests.readers.forms import filled, form_in
from tests.readers.html import HtmlValidator
from tests.worlds.town import OURS, Town

DRAFT = f"/loften/{OURS}/medborgarlofte-2028/utkast"
NEW, SPEED, WALK = f"{DRAFT}/atagande", f"{DRAFT}/atagande/speed", f"{DRAFT}/atagande/walk"
WORDS = "Polisen lovar minst femtiotvå trafikkontroller med fokus på hastighet."


def form_on(town: Town, path: str, who: str = "coordinator") -> MultiDict[str, str]:
    return form_in(town.client(who).get(path).text, path)


def pressed(town: Town, path: str, button: str, who: str = "coordinator", **typed: Any) -> TestResponse:
    answer: TestResponse = send(town, path, filled(form_on(town, path, who), gor=button, **typed), who)
    return answer


def goal_of(town: Town, commitment: str) -> Any:
    with town.inside() as session:
        draft = pledge_drafts.draft_of(session, OURS, "medborgarlofte-2028")
        assert draft is not None
        document = draft.document
    found = (each for area in document["focus_areas"] for each in area["commitments"])
    return next(each["target"] for each in found if each["id"] == commitment)


def test_the_words_are_taken_as_a_suggestion(sqlite_town: Town, html_validator: HtmlValidator):
    answer = pressed(sqlite_town, NEW, "foresla", wording=WORDS)

    assert answer.status_code == 200
    assert not html_validator.faults(answer.text, NEW)
    said = text_of(answer.text)
    assert "Minst 52 tillfällen Räknas: trafikkontroller med fokus hastighet, av Polisen" in said
    assert "Det är ungefär 4,3 i månaden." in said
    fields = form_in(answer.text, NEW)
    assert fields.getlist("performers[]") == fields.getlist("responsible[]") == ["police"]


def test_an_increase_without_a_baseline_has_three_ways_out(sqlite_town: Town):
    answer = pressed(sqlite_town, NEW, "foresla", wording="Det uppsökande arbetet ökas.")
    assert "Ökas – från vad?" in answer.text
    assert [f'value="form:{each}"' in answer.text for each in ("times", "once", "ongoing")] == [True] * 3

    fields = filled(form_in(answer.text, NEW), gor="form:once")
    again = send(sqlite_town, NEW, fields)

    assert "Genomförs minst en gång" in again.text
    assert "Ökas – från vad?" not in again.text


def test_a_shape_keeps_a_number_that_is_there_and_the_rule(sqlite_town: Town):
    answer = pressed(sqlite_town, SPEED, "form:presence")
    fields = form_in(answer.text, SPEED)
    assert (fields["target.kind"], fields["target.at_least"], fields["target.per"]) == (
        "hours",
        "2",
        "iso_week",
    )
    assert fields.getlist("counts.types[]")[0] == "traffic_check"
    back = send(sqlite_town, SPEED, filled(fields, gor="form:times", **{"target.at_least": "52"}))
    assert form_in(back.text, SPEED)["target.at_least"] == "52"


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("target.at_least", "många", "Talet ska vara ett heltal, inte ”många”."),
        ("target.at_least", "0", "Talet ska vara minst 1, inte 0."),
        ("target.at_least", "", "Talet saknas."),
        ("wording", " ", "Ordalydelsen saknas."),
        ("label", "x" * 41, "Det korta namnet får vara högst 40 tecken; denna är 41."),
        ("id", "två ord", "Namnet i filen ska bestå av a–z, 0–9 och bindestreck, inte ”två ord”."),
        ("id", "walk", "Ett annat åtagande heter så i filen."),
        ("counts.min_people", "två", "Antalet deltagare ska vara ett heltal, inte ”två”."),
        ("counts.clock.from", "25:00", "Början ska vara ett klockslag som 18:00, inte ”25:00”."),
        ("counts.clock.from", "18:00", "Slutet saknas."),
        ("counts.seasons.0.from", "31 juni", "Dagen 06-31 finns inte."),
        ("counts.seasons.0.to", "i höst", "Slutet ska vara en dag som 1 juni, inte ”i höst”."),
        ("target.per", "season", "Varje säsong behöver en säsong bland regelns tider."),
        ("target.revisions.0.from", "2029-01-01", "utanför giltigheten"),
        ("target.pauses.0.to", "2027-02-30", "Datumet 2027-02-30 finns inte."),
        ("target.pauses.0.reason", "Ring 070-123 45 67", "ser ut att innehålla en personuppgift"),
        ("counts.places[]", "ingenstans", "Okänd plats ”ingenstans”"),
        ("valid.to", "2027-06-30", "Början saknas."),
    ],
)
def test_a_fault_stands_beside_its_field_and_nothing_typed_is_lost(
    sqlite_town: Town, html_validator: HtmlValidator, field: str, typed: str, said: str
):
    given: dict[str, Any] = {field: typed}
    if field.startswith("target.revisions"):
        given["target.revisions.0.at_least"] = "60"

    answer = pressed(sqlite_town, SPEED, "spara", **given)

    assert answer.status_code == 422
    assert said in answer.text, text_of(answer.text)
    assert typed.strip() in form_in(answer.text, SPEED).getlist(field)
    assert 'aria-invalid="true"' in answer.text
    assert not html_validator.faults(answer.text, SPEED)
    assert goal_of(sqlite_town, "speed") == {"kind": "count", "at_least": 52}


@pytest.mark.parametrize("odd", ["9" * 5000, "²", "-1", "99"])
def test_an_area_that_is_none_leaves_the_commitment_where_it_is(sqlite_town: Town, odd: str):
    answer = pressed(sqlite_town, SPEED, "foresla", area=odd)
    assert answer.status_code == 200
    assert form_in(answer.text, SPEED)["area"] == form_on(sqlite_town, SPEED)["area"]


def test_an_alternative_and_an_exception_get_fields_of_their_own(
    sqlite_town: Town, html_validator: HtmlValidator
):
    first = pressed(sqlite_town, SPEED, "alternativ")
    second = send(sqlite_town, SPEED, filled(form_in(first.text, SPEED), gor="undantag"))
    assert not html_validator.faults(second.text, SPEED)
    fields = form_in(second.text, SPEED)
    names = {"counts.any_of.0.types[]": "traffic_check", "counts.except.types[]": "foot_patrol"}
    saved = send(sqlite_town, SPEED, filled(fields, gor="spara", **names))
    assert saved.status_code == 303
    assert "utom fotpatruller" in text_of(sqlite_town.client("coordinator").get(DRAFT).text)


def test_a_rule_is_tried_on_what_is_done_before_it_is_saved(town: Town, html_validator: HtmlValidator):
    for minute in range(0, 60, 2):
        logged(town, "officer", started_at=f"2026-05-09T08:{minute:02}:00+02:00", ended_at=None)
    later = {"started_at": "2026-06-09T08:00:00+02:00", "ended_at": None}
    logged(town, "officer", type="foot_patrol", focus=[], counters={}, **later)
    logged(town, "officer", focus=["sobriety"], started_at="2026-04-09T08:00:00+02:00", ended_at=None)
    days = {"prova.from": "2026-01-01", "prova.to": "2026-12-31"}

    answer = pressed(town, SPEED, "prova", **days)

    assert not html_validator.faults(answer.text, SPEED)
    said = text_of(answer.text)
    assert "Räknas inte:" not in said  # those that count come first
    assert "1 Det är en annan typ av aktivitet" in said
    assert "aktiviteter räknas" in said
    assert said.count("+1") == 25
    fields = filled(form_in(answer.text, SPEED), gor="prova:1")
    second = send(town, SPEED, fields).text
    assert "Föregående" in second
    # The older one comes first: the rule could have meant it.
    focus, kind = (second.find(f"Räknas inte: {why}") for why in ("den hade", "det är en annan typ"))
    assert 0 < focus < kind
    others = pressed(town, SPEED, "prova", **days, **{"counts.types[]": "foot_patrol", "counts.focus[]": ""})
    assert "Räknas inte: det är en annan typ av aktivitet" in others.text
    assert "1 aktivitet räknas" in text_of(others.text)
    assert goal_of(town, "speed") == {"kind": "count", "at_least": 52}


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-02-01", "2026-01-01", "Slutet ligger före början."),
        ("2020-01-01", "2026-01-01", "Högst två år åt gången."),
        ("i går", "2026-01-01", "Dagen finns inte."),
    ],
)
def test_a_period_that_cannot_be_tried_is_told(sqlite_town: Town, first: str, last: str, said: str):
    answer = pressed(sqlite_town, SPEED, "prova", **{"prova.from": first, "prova.to": last})
    assert said in answer.text
    assert "aktiviteter räknas" not in answer.text


def test_what_another_changed_meanwhile_is_told_and_the_rest_goes_on(town: Town):
    mine, theirs = form_on(town, SPEED), form_on(town, SPEED, "town coordinator")
    walk = form_on(town, WALK)
    changed = filled(theirs, gor="spara", **{"target.at_least": "60"})
    assert send(town, SPEED, changed, "town coordinator").status_code == 303

    late = send(town, SPEED, filled(mine, gor="spara", **{"target.at_least": "40"}))
    assert late.status_code == 409
    assert form_in(late.text, SPEED)["target.at_least"] == "40"
    assert send(town, WALK, filled(walk, gor="spara", label="Vandring")).status_code == 303
    assert goal_of(town, "speed")["at_least"] == 60


def test_the_sentence_is_said_while_one_types(town: Town):
    fields = filled(form_on(town, SPEED), **{"target.at_least": "60"})

    said = send(town, f"{DRAFT}/mening", fields).json

    assert said is not None
    assert {**said, "scale": said["scale"].replace("\u00a0", " ")} == {
        "target": "Minst 60 tillfällen",
        "rule": "Räknas: trafikkontroller med fokus hastighet, på platser som medborgare pekat ut",
        "scale": "Det är ungefär 1,2 i veckan.",
        "notes": [],
    }
    assert goal_of(town, "speed")["at_least"] == 52


def test_a_commitment_moves_to_another_area(town: Town):
    area = form_in(town.client("coordinator").get(DRAFT).text, f"{DRAFT}/omrade")
    send(town, f"{DRAFT}/omrade", filled(area, name="Trygghet"))

    assert pressed(town, WALK, "spara", area="1").status_code == 303

    html = town.client("coordinator").get(DRAFT).text
    assert html.index("Trygghet</h3>") < html.index('id="walk"')
