"""A plan in its life: written, answered for, approved once, read as a calendar, closed to others' eyes."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import select

from logger.domain.periods import local_date
from logger.domain.places import Place
from logger.domain.progress.progress import progress
from logger.extensions import db
from logger.services.kept.ledgers import ledger_for
from logger.services.people.users import disable_user
from logger.services.plan import plan_approval
from logger.services.pledges.pledges import PledgeImport, approved_pledge, import_pledge
from logger.services.recording import KeptEntry, keep_activities
from logger.services.transactions import writing
from logger.store import places
from logger.store.plan import plans
from logger.store.tables import ActivityRow, AuditRow, PlanItemRow, PlanOutcomeRow
from tests.api.test_desk_pages import seen, text_of
from tests.readers.forms import filled, form_in
from tests.readers.html import HtmlValidator
from tests.worlds.town import NOW, OURS, OWN_PAGE, PLEDGE, PLEDGE_FILE, Town, activity, address, user_id

PLAN = f"/plan/{OURS}/{PLEDGE}"
FOLLOW_UP = f"/uppfoljning/{OURS}/{PLEDGE}/2026-10"
CHECK = {
    "organisation": "police",
    "type": "traffic_check",
    "title": "Kontroll på Skolvägen",
    "place": "skolvagen",
    "commitment": "speed",
    "recurs": "month",
    "times": "1",
    "first": "2026-01-01",
    "last": "2026-12-31",
}


def press(town: Town, who: str, action: str, page: str = PLAN, **typed: Any) -> Any:
    """Send a form of the page as this somebody's browser would."""
    fields = filled(form_in(town.client(who).get(page).text, action), **typed)
    return town.client(who).post(action, data=fields.to_dict(flat=False), headers=OWN_PAGE)


def plan(town: Town, who: str = "coordinator", **typed: Any) -> str:
    """Add an item; its id."""
    answer = press(town, who, PLAN, **{**CHECK, **typed})
    assert answer.status_code == 303, text_of(answer.text)
    with town.inside() as session:
        newest = select(PlanItemRow.id).where(PlanItemRow.title == {**CHECK, **typed}["title"])
        return str(session.scalars(newest).one())


def say(town: Town, who: str, item: str, way: str, **typed: Any) -> Any:
    return press(town, who, f"{PLAN}/{item}/{way}", f"{PLAN}/{item}", **typed)


def outcomes(town: Town) -> list[tuple[str, str | None, str]]:
    with town.inside() as session:
        rows = session.scalars(select(PlanOutcomeRow).order_by(PlanOutcomeRow.occurrence))
        return [(row.occurrence, row.activity, row.reason) for row in rows]


def plans_that_count(town: Town) -> int:
    with town.inside() as session:
        return len(session.scalars(select(ActivityRow.id).where(ActivityRow.type == "activity_plan")).all())


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
        ({"times": "0"}, "Mellan 1 och 31 gånger."),
        ({"recurs": "season", "opens": "31 april"}, "Skriv första och sista dagen så: 1 juni."),
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


def approve(town: Town, who: str, organisation: str = "police", **typed: Any) -> Any:
    return press(town, who, f"{PLAN}/godkann", organisation=organisation, **typed)


def test_approving_a_performers_plan_counts_once_a_year(town: Town):
    plan(town)
    assert approve(town, "chief").status_code == 303
    assert plans_that_count(town) == 1
    assert "Godkänd 22 november 2026 av Chief" in seen(town, PLAN, "chief")
    assert f'action="{PLAN}/godkann"' not in town.client("chief").get(PLAN).text

    plan(town, title="En till")
    assert "ändrad sedan dess" in seen(town, PLAN, "coordinator")
    assert approve(town, "chief").status_code == 303
    assert plans_that_count(town) == 1

    plan(town, organisation="municipality", type="site_round", title="Rondering")
    assert approve(town, "town coordinator", "municipality").status_code == 303
    assert plans_that_count(town) == 2


NEXT = PLEDGE.replace("2026", "2027")
PLANNED = """\
      - id: plan
        wording: Varje utförare upprättar en aktivitetsplan över året.
        counts: {types: [activity_plan]}
        target: {kind: count, at_least: 1}
"""


def bring_next_year_into_force(town: Town) -> None:
    text = PLEDGE_FILE.format(code=OURS).replace("2026", "2027") + PLANNED
    with town.inside() as session:
        import_pledge(session, PledgeImport(text, approve=True), NOW)


def test_a_plan_is_approved_before_its_year_begins_and_counts_in_it_once(town: Town):
    ahead = f"/plan/{OURS}/{NEXT}"
    bring_next_year_into_force(town)
    next_year = {"first": "2027-01-01", "last": "2027-12-31"}
    assert press(town, "coordinator", ahead, ahead, **{**CHECK, **next_year}).status_code == 303

    assert press(town, "chief", f"{ahead}/godkann", ahead, organisation="police").status_code == 303

    assert "Godkänd 22 november 2026 av Chief" in seen(town, ahead, "chief")
    with town.inside() as session:
        made = session.scalars(select(ActivityRow).where(ActivityRow.type == "activity_plan")).one()
        assert local_date(made.started_at) == date(2027, 1, 1)
        stored = approved_pledge(session, OURS, NEXT)
        of_next_year = ledger_for(session, OURS, stored)
        before, after = (
            progress(stored.pledge, of_next_year, day)["plan"].answer()["value"]
            for day in (date(2026, 12, 31), date(2027, 1, 1))
        )
    assert (before, after) == (0, 1)


def test_a_plan_of_a_year_that_is_over_is_not_approved(sqlite_town: Town, monkeypatch: pytest.MonkeyPatch):
    town = sqlite_town
    plan(town)
    fields = form_in(town.client("chief").get(PLAN).text, f"{PLAN}/godkann")
    other = town.client("chief").post(
        f"{PLAN}/godkann", data={**fields.to_dict(), "ar": "2025"}, headers=OWN_PAGE
    )
    assert other.status_code == 404

    monkeypatch.setattr(plan_approval, "local_date", lambda _: date(2027, 1, 2))
    over = town.client("chief").post(f"{PLAN}/godkann", data=fields, headers=OWN_PAGE)
    assert (over.status_code, "inte efteråt" in text_of(over.text)) == (422, True)
    assert plans_that_count(town) == 0


def test_what_is_approved_is_the_plan_that_was_read_by_one_of_its_own(sqlite_town: Town):
    plan(sqlite_town)
    fields = form_in(sqlite_town.client("chief").get(PLAN).text, f"{PLAN}/godkann")
    assert f'action="{PLAN}/godkann"' not in sqlite_town.client("coordinator").get(PLAN).text
    token = form_in(sqlite_town.client("town coordinator").get(PLAN).text, PLAN)["form_token"]
    foreign = {**fields, "form_token": token}
    refused = sqlite_town.client("town coordinator").post(f"{PLAN}/godkann", data=foreign, headers=OWN_PAGE)
    assert refused.status_code == 403

    plan(sqlite_town, title="En till")
    changed = sqlite_town.client("chief").post(f"{PLAN}/godkann", data=fields, headers=OWN_PAGE)
    assert changed.status_code == 409
    assert plans_that_count(sqlite_town) == 0


def feed_of(town: Town, who: str) -> str:
    answer = press(town, who, f"{PLAN}/kalender", gor="ny")
    assert answer.status_code == 200
    shown: str = answer.text.partition('id="kalender-adress" type="text" value="')[2].partition('"')[0]
    return shown[shown.index("/kalender/") :]


def test_the_calendar_holds_the_own_organisations_plan_without_what_is_sensitive(town: Town):
    plan(town)
    plan(town, type="drug_operation", title="Insats", place="")
    plan(town, organisation="municipality", type="site_round", title="Rondering", place="")
    secret = feed_of(town, "officer")

    answer = town.client().get(secret)
    assert (answer.status_code, answer.content_type) == (200, "text/calendar; charset=utf-8")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.text.count("BEGIN:VEVENT") == 12
    assert "SUMMARY:Senast: Kontroll på Skolvägen" in answer.text.replace("\r\n ", "")
    assert "LOCATION:Skolvägen" in answer.text
    assert "Insats" not in answer.text
    assert "Rondering" not in answer.text


def test_an_address_that_is_none_makes_and_ends_no_secret(sqlite_town: Town):
    address_of_feed = feed_of(sqlite_town, "coordinator")
    nowhere = f"/plan/{OURS}/finns-inte/kalender"
    coordinator = sqlite_town.client("coordinator")
    fields = form_in(coordinator.get(PLAN).text, f"{PLAN}/kalender").to_dict(flat=False)
    for way in ("ny", "bort"):
        answer = coordinator.post(nowhere, data={**fields, "gor": way}, headers=OWN_PAGE)
        assert answer.status_code == 404
    assert sqlite_town.client().get(address_of_feed).status_code == 200


@pytest.mark.parametrize("how", ["taken back", "made anew", "disabled"])
def test_a_secret_address_is_dead_once_it_is_taken_back(sqlite_town: Town, how: str):
    secret = feed_of(sqlite_town, "officer")
    assert sqlite_town.client().get(secret).status_code == 200
    if how == "taken back":
        assert press(sqlite_town, "officer", f"{PLAN}/kalender", gor="bort").status_code == 303
    elif how == "made anew":
        assert sqlite_town.client().get(feed_of(sqlite_town, "officer")).status_code == 200
    else:
        with sqlite_town.app.app_context():
            disable_user(db.session(), address("officer"), NOW)
    assert sqlite_town.client().get(secret).status_code == 404


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
    assert "8 januari–15 juni och 15 augusti–20 december" in seen(town, PLAN, "coordinator")
    wrong = press(town, "coordinator", terms, terms, spring_closes="sommar", autumn_opens="1 juni")
    assert (wrong.status_code, "Skriv en dag så: 15 juni." in text_of(wrong.text)) == (422, True)
    own = {"spring_closes": "11 juni", "autumn_opens": "18 augusti", "autumn_closes": "21/11"}
    assert press(town, "town coordinator", terms, terms, **own).status_code == 303

    page = seen(town, PLAN, "coordinator")
    assert "8 januari–11 juni och 18 augusti–21 november" in page
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
