"""A plan in its life: written, answered for by what is logged, closed to others' eyes."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from logger.domain.places import Place
from logger.extensions import db
from logger.services.recording import KeptEntry, keep_activities
from logger.services.transactions import writing
from logger.store import places
from logger.store.plan import plans
from logger.store.tables import ActivityRow, AuditRow, PlanItemRow, PlanOutcomeRow
from tests.api.planning import CHECK, PLAN, approve, plan, press
from tests.api.test_desk_pages import seen, text_of
from tests.readers.forms import form_in
from tests.readers.html import HtmlValidator
from tests.worlds.town import NOW, OURS, OWN_PAGE, PLEDGE, Town, activity, user_id

FOLLOW_UP = f"/uppfoljning/{OURS}/{PLEDGE}/2026-10"


def say(town: Town, who: str, item: str, way: str, **typed: Any) -> Any:
    return press(town, who, f"{PLAN}/{item}/{way}", f"{PLAN}/{item}", **typed)


def outcomes(town: Town) -> list[tuple[str, str | None, str]]:
    with town.inside() as session:
        rows = session.scalars(select(PlanOutcomeRow).order_by(PlanOutcomeRow.occurrence))
        return [(row.occurrence, row.activity, row.reason) for row in rows]


def test_an_item_is_written_and_its_times_are_answered_for_by_what_was_logged(town: Town):
    item = plan(town)
    page = seen(town, f"{PLAN}/{item}", "coordinator")
    assert "0 av 12 gjorda" in page
    assert "Trafikkontroll, Skolvägen, mån 9 mar 2026" in page

    answer = say(
        town, "coordinator", item, "gjort", occurrence="2026-03.1", activity=town.activities["officer"]
    )
    assert answer.status_code == 303
    said = say(town, "coordinator", item, "inte", occurrence="2026-04.1", reason="Vägen var avstängd.")
    assert said.status_code == 303

    assert outcomes(town) == [
        ("2026-03.1", town.activities["officer"], ""),
        ("2026-04.1", None, "Vägen var avstängd."),
    ]
    page = seen(town, f"{PLAN}/{item}", "coordinator")
    assert "1 av 12 gjorda, 1 inte genomförd" in page
    assert "Inte genomförd: Vägen var avstängd." in page
    with town.inside() as session:
        told = list(session.scalars(select(AuditRow.action).order_by(AuditRow.seq)))
    assert told[-3:] == ["plan_add", "plan_done", "plan_not_done"]


def test_a_unit_reads_its_own_rows_and_stays_there_when_it_has_answered(sqlite_town: Town):
    town, ours = sqlite_town, f"{PLAN}?ar=2026&enhet=F%C3%A4ltgruppen+%26+ungdom"
    assert "Alla enheter" not in seen(town, PLAN, "coordinator")
    first = plan(town, title="Tillsyn", unit="Fältgruppen & ungdom")
    plan(town, title="Morgonpass i skolan", unit="Skolpolisen")
    assert "Alla enheter" in seen(town, PLAN, "coordinator")

    page = seen(town, ours, "coordinator")
    assert ("Tillsyn" in page, "Morgonpass i skolan" in page, "Godkänn planen" in page) == (
        True,
        False,
        False,
    )
    said = press(
        town, "coordinator", f"{PLAN}/{first}/inte", ours, occurrence="2026-04.1", reason="Vägen avstängd."
    )
    assert (said.status_code, said.headers["Location"]) == (303, f"{ours}#sent")
    assert "Morgonpass i skolan" in seen(town, f"{PLAN}?ar=2026&enhet=Finns+inte", "coordinator")


def test_an_activity_is_the_answer_for_one_time_and_only_for_what_was_planned(sqlite_town: Town):
    town = sqlite_town
    item, other = plan(town), plan(town, title="En annan", recurs="once")
    ids = [town.activities["officer"], town.activities["colleague"]]
    assert say(town, "coordinator", item, "gjort", occurrence="2026-03.1", activity=ids[0]).status_code == 303

    taken = say(town, "coordinator", other, "gjort", occurrence="once", activity=ids[0])
    assert (taken.status_code, "hör redan till ett annat tillfälle" in text_of(taken.text)) == (409, True)
    form = {**form_in(town.client("coordinator").get(f"{PLAN}/{other}").text, f"{PLAN}/{other}/gjort")}
    assert say(town, "coordinator", other, "gjort", occurrence="once", activity="").status_code == 409
    assert form["occurrence"] == "once"
    not_then = say(town, "coordinator", other, "gjort", occurrence="twice", activity=ids[1])
    assert not_then.status_code == 404
    assert [each[0] for each in outcomes(town)] == ["2026-03.1"]


def test_of_two_who_confirm_one_activity_at_once_the_second_is_told(
    town: Town, monkeypatch: pytest.MonkeyPatch
):
    item, other = plan(town), plan(town, title="En annan", recurs="once")
    of_both = town.activities["officer"]
    assert (
        say(town, "coordinator", item, "gjort", occurrence="2026-03.1", activity=of_both).status_code == 303
    )

    monkeypatch.setattr(plans, "is_taken", lambda *_: False)  # as it was when the second looked
    taken = say(town, "coordinator", other, "gjort", occurrence="once", activity=of_both)

    assert (taken.status_code, "hör redan till ett annat tillfälle" in text_of(taken.text)) == (409, True)
    assert [each[0] for each in outcomes(town)] == ["2026-03.1"]


def test_what_was_done_by_an_activity_that_was_taken_back_was_not_done(sqlite_town: Town):
    item = plan(sqlite_town)
    say(
        sqlite_town,
        "coordinator",
        item,
        "gjort",
        occurrence="2026-03.1",
        activity=sqlite_town.activities["officer"],
    )
    assert "1 av 12 gjorda" in seen(sqlite_town, PLAN, "coordinator")
    with sqlite_town.app.app_context(), writing(db.session()):
        row = db.session().get(ActivityRow, (OURS, sqlite_town.activities["officer"]))
        assert row is not None
        row.state = "voided"
    assert "0 av 12 gjorda" in seen(sqlite_town, PLAN, "coordinator")


def test_what_was_said_can_be_taken_back(sqlite_town: Town):
    item = plan(sqlite_town)
    say(sqlite_town, "coordinator", item, "inte", occurrence="2026-04.1", reason="Vägen var avstängd.")
    assert say(sqlite_town, "coordinator", item, "angra", occurrence="2026-04.1").status_code == 303
    assert outcomes(sqlite_town) == []


def test_a_reason_is_asked_for_and_names_nobody(sqlite_town: Town):
    item = plan(sqlite_town)
    for reason, status in (("", 422), ("Ring 070-123 45 67", 422)):
        assert (
            say(sqlite_town, "coordinator", item, "inte", occurrence="2026-04.1", reason=reason).status_code
            == status
        )
    assert outcomes(sqlite_town) == []


def test_what_does_not_hold_together_is_told_beside_its_field_and_stays_typed(sqlite_town: Town):
    for typed, told in (
        ({"title": "", "type": ""}, "Skriv vad som ska göras, eller välj en typ."),
        ({"first": "2026-05-01", "last": "2026-04-01"}, "Kommer före första dagen."),
        ({"first": "2031-05-01", "last": "2031-06-01"}, "Löftet gäller inte då."),
        ({"first": "0002-05-01"}, "Välj en dag."),
        ({"last": "9999-12-31"}, "Välj en dag."),
        ({"times": "0"}, "Mellan 1 och 31 gånger."),
        ({"recurs": "season", "opens": "31 april"}, "Skriv första och sista dagen så: 1 juni."),
        ({"recurs": "season", "opens": "²-²"}, "Skriv första och sista dagen så: 1 juni."),
        ({"recurs": "season", "opens": "9" * 5000 + "-1"}, "Skriv första och sista dagen så: 1 juni."),
        ({"unit": "Ring 070-123 45 67"}, "Ser ut att innehålla en personuppgift."),
        ({"place": "ingenstans"}, "Välj en plats i listan."),
        ({"type": "activity_plan"}, "Välj en typ i listan."),
    ):
        answer = press(sqlite_town, "coordinator", PLAN, **{**CHECK, **typed})
        assert (answer.status_code, told in text_of(answer.text)) == (422, True), typed
        if "title" not in typed:
            assert form_in(answer.text, PLAN)["title"] == "Kontroll på Skolvägen"


def test_the_times_of_an_item_keep_their_names_once_one_is_answered_for(sqlite_town: Town):
    item = plan(sqlite_town)
    page = f"{PLAN}/{item}"
    assert press(sqlite_town, "coordinator", page, page, recurs="week", weekday="2").status_code == 303
    say(sqlite_town, "coordinator", item, "inte", occurrence="2026-04-01", reason="Vägen var avstängd.")
    again = press(sqlite_town, "coordinator", page, page, recurs="month", times="1")
    assert (again.status_code, "Raden är påbörjad" in again.text or "redan besvarat" in again.text) == (
        409,
        True,
    )
    assert press(sqlite_town, "coordinator", page, page, title="Nytt namn").status_code == 303

    assert press(sqlite_town, "coordinator", f"{page}/avsluta", page).status_code == 303
    with sqlite_town.inside() as session:
        row = session.scalars(select(PlanItemRow)).one()
        assert (row.title, str(row.last_day)) == ("Nytt namn", "2026-11-21")


def test_an_item_that_nothing_came_of_is_taken_away(sqlite_town: Town):
    item = plan(sqlite_town)
    assert press(sqlite_town, "coordinator", f"{PLAN}/{item}/avsluta", f"{PLAN}/{item}").status_code == 303
    assert "Inget är planerat än." in seen(sqlite_town, PLAN, "coordinator")


def test_the_field_reads_and_answers_for_its_own_organisations_plan_alone(sqlite_town: Town):
    town = sqlite_town
    own, others = (
        plan(town),
        plan(town, organisation="municipality", title="Rondering", type="site_round", place=""),
    )
    assert "Rondering" not in seen(town, PLAN, "officer")
    assert town.client("officer").get(f"{PLAN}/{others}").status_code == 404
    assert "Kontroll på Skolvägen" not in seen(town, PLAN, "worker")
    # An officer is offered their own activities, and takes no colleague's.
    assert (
        say(
            town, "officer", own, "gjort", occurrence="2026-03.1", activity=town.activities["colleague"]
        ).status_code
        == 409
    )
    assert say(town, "officer", own, "gjort", occurrence="2026-03.1").status_code == 303
    assert outcomes(town)[0][1] == town.activities["officer"]
    form = form_in(town.client("officer").get(f"{PLAN}/{own}").text, f"{PLAN}/{own}/angra")
    for who, status in (("worker", 404), ("chief", 403), ("foreign coordinator", 404)):
        form["form_token"] = form_in(town.client(who).get("/loften").text, "/logga-ut")["form_token"]
        answer = town.client(who).post(f"{PLAN}/{own}/angra", data=form, headers=OWN_PAGE)
        assert (who, answer.status_code) == (who, status)


def test_a_sensitive_item_is_for_its_own_organisation(sqlite_town: Town):
    secret = plan(sqlite_town, type="drug_operation", title="Insats", place="", commitment="")
    assert "Insats" in seen(sqlite_town, PLAN, "coordinator")
    page = seen(sqlite_town, PLAN, "town coordinator")
    assert "Insats" not in page
    assert "1 rad till visas bara inom den egna organisationen." in page
    assert sqlite_town.client("town coordinator").get(f"{PLAN}/{secret}").status_code == 404


def test_what_a_follow_up_decided_is_taken_into_the_plan_once(sqlite_town: Town):
    town = sqlite_town
    decided = {"text": "Kontrollera farten vid skolan", "organisation": "police", "due": "2026-12-15"}
    assert press(town, "coordinator", f"{FOLLOW_UP}/beslut", FOLLOW_UP, **decided).status_code == 303
    html = town.client("coordinator").get(FOLLOW_UP).text
    way = html.partition("/planera")[0].rpartition('"')[2] + "/planera"
    form = form_in(html, way)
    for _ in range(2):
        assert town.client("coordinator").post(way, data=form, headers=OWN_PAGE).status_code == 303
    assert "Kontrollera farten vid skolan" in seen(town, PLAN, "officer")
    with town.inside() as session:
        row = session.scalars(select(PlanItemRow)).one()
        assert (str(row.first_day), str(row.last_day)) == ("2026-11-22", "2026-12-15")
    assert f'href="{PLAN}/{row.id}"' in town.client("coordinator").get(FOLLOW_UP).text
    # It is nothing that is logged: it is done by saying so.
    assert say(town, "officer", row.id, "gjort", occurrence="once").status_code == 303
    assert outcomes(town) == [("once", None, "")]


def test_what_may_still_be_done_is_never_called_calm(sqlite_town: Town):
    plan(sqlite_town, recurs="month", first="2026-11-01")
    page = seen(sqlite_town, PLAN, "coordinator")
    assert "Inget är sent. 1 planerad kan göras nu, senast 30 november 2026 för den första." in page
    assert "Kan göras nu" in page
    assert "inget återstår" not in page


def test_a_place_that_was_merged_is_still_the_place_of_its_plan(sqlite_town: Town):
    town = sqlite_town
    with town.app.app_context(), writing(db.session()):
        places.put(db.session(), OURS, Place("gamla", "Gamla Skolvägen", frozenset({"road"})))
    item = plan(town, place="gamla")
    assert approve(town, "chief").status_code == 303
    with town.app.app_context(), writing(db.session()):
        places.merge(db.session(), OURS, "gamla", "skolvagen")

    page = town.client("coordinator").get(f"{PLAN}/{item}").text
    assert "Trafikkontroll, Skolvägen, mån 9 mar 2026" in text_of(page)
    assert '<option value="skolvagen" selected>' in page
    assert press(town, "coordinator", f"{PLAN}/{item}", f"{PLAN}/{item}").status_code == 303
    assert "ändrad sedan dess" not in seen(town, PLAN, "coordinator")
    done = say(
        town, "coordinator", item, "gjort", occurrence="2026-03.1", activity=town.activities["officer"]
    )
    assert done.status_code == 303


def test_a_municipality_says_when_its_schools_are_open(town: Town):
    terms = f"/installningar/skolterminer/{OURS}"
    plan(town, recurs="term", first="2026-01-01")
    assert "8 januari – 15 juni och 15 augusti – 20 december" in seen(town, PLAN, "coordinator")
    wrong = press(town, "coordinator", terms, terms, spring_closes="sommar", autumn_opens="1 juni")
    assert (wrong.status_code, "Skriv en dag så: 15 juni." in text_of(wrong.text)) == (422, True)
    own = {"spring_closes": "11 juni", "autumn_opens": "18 augusti", "autumn_closes": "21/11"}
    assert press(town, "town coordinator", terms, terms, **own).status_code == 303

    page = seen(town, PLAN, "coordinator")
    assert "8 januari – 11 juni och 18 augusti – 21 november" in page
    assert "Höstterminen" not in page
    assert "2 sena är inte besvarade" in page


def test_the_pages_are_sound_html_in_both_languages(sqlite_town: Town, html_validator: HtmlValidator):
    item = plan(sqlite_town)
    for path in (PLAN, f"{PLAN}/{item}", f"/installningar/skolterminer/{OURS}"):
        assert not html_validator.faults(sqlite_town.client("coordinator").get(path).text, path)
    client = sqlite_town.client("coordinator")
    client.set_cookie("lang", "en")
    page = text_of(client.get(PLAN).text)
    assert "Activity plan 2026" in page
    assert "1 time a month" in page


def test_a_week_day_is_proposed_what_was_logged_half_a_week_beside_it(sqlite_town: Town):
    town = sqlite_town
    item = plan(town, recurs="week", weekday="3")
    with town.app.app_context(), writing(db.session()):
        near = replace(activity("near"), started_at=datetime(2026, 11, 18, 8, tzinfo=UTC), ended_at=None)
        keep_activities(db.session(), OURS, [KeptEntry(near, user_id("officer"), "police", NOW)], "phone")
    assert "Loggad: Trafikkontroll, Skolvägen, ons 18 nov 2026" in seen(town, PLAN, "coordinator")
    assert (
        say(town, "coordinator", item, "gjort", occurrence="2026-11-19", activity=near.id).status_code == 303
    )
