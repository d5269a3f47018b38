"""What a coordinator does on the desk's pages, with forms alone."""

import json
import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update
from werkzeug.test import TestResponse

from logger.domain.records import State
from logger.services.running.ledger_checks import damage, strays
from logger.services.transactions import writing
from logger.store.activities import activities
from logger.store.syncing import held
from logger.store.tables import StreamRow
from tests.api.test_desk_pages import seen, text_of
from tests.readers.html import HtmlValidator
from tests.worlds.phones import Person, Phone
from tests.worlds.town import NOW, OURS, OWN_PAGE, THEIRS, Town, user_id

SEALED = "ring 070-123 45 67"
LIST, HELD, PHONES = f"/aktiviteter/{OURS}", f"/att-avgora/{OURS}", f"/telefoner/{OURS}"
EVERYBODY_ELSE = ("officer", "colleague", "worker", "foreign officer", "foreign coordinator", "administrator")


def phone_of(town: Town, who: str) -> Phone:
    return Phone(town.app.test_client(), Person(user_id(who), f"the session of {who}"))


def held_entry(town: Town, who: str = "officer", **body: Any) -> str:
    """Something is sent that waits for a person; its operation's id."""
    phone = phone_of(town, who)
    op = phone.create(**({"note": SEALED} | body))
    assert phone.statuses(op)[0][0] == "held"
    return str(op["op_id"])


def logged(town: Town, who: str, **body: Any) -> str:
    phone = phone_of(town, who)
    op = phone.create(**body)
    assert phone.statuses(op) == [("stored", None)]
    return str(json.loads(op["body"])["activity_id"])


def form_on(town: Town, path: str, action: str, who: str = "coordinator") -> dict[str, Any]:
    """What a browser would send of the form with this action, before anything is typed."""
    html = town.client(who).get(path).text
    form = re.search(rf'<form[^>]*action="{re.escape(action)}".*?</form>', html, re.DOTALL)
    assert form, html
    return fields_of(form[0])


def fields_of(form: str) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, value = (re.search(rf'\b{each}="([^"]*)"', tag) for each in ("name", "value"))
        ticked = not re.search(r'type="(?:checkbox|radio)"', tag) or " checked" in tag
        if name and ticked:
            fields.setdefault(name[1], []).append(value[1] if value else "")
    for name, options in re.findall(r'<select[^>]*name="([^"]*)".*?>(.*?)</select>', form, re.DOTALL):
        fields[name] = re.findall(r'value="([^"]*)" selected', options)
    return fields


def token_of(town: Town, who: str) -> str:
    found = re.search(r'name="form_token" value="(\w+)"', town.client(who).get("/logga-in").text)
    assert found
    return found[1]


def post(town: Town, path: str, fields: Mapping[str, Any], who: str = "coordinator") -> TestResponse:
    answer: TestResponse = town.client(who).post(
        path, data={"form_token": token_of(town, who), **fields}, headers=OWN_PAGE
    )
    return answer


def state_of(town: Town, activity_id: str) -> tuple[int, State]:
    with town.inside() as session:
        stored = activities.activity(session, OURS, activity_id)
        assert stored is not None
        assert not damage(session, OURS)
        assert strays(session, OURS) == []
        return stored.rev, stored.state


def test_a_correction_by_form_changes_what_was_typed_and_nothing_else(town: Town):
    activity_id = logged(town, "officer", note="Lugnt", others=1)
    path = f"{LIST}/{activity_id}/ratta"
    fields = form_on(town, path, path)
    assert fields["started_at"] == ["2026-03-09T08:00"]

    answer = post(town, path, fields | {"counter-vehicles": "61", "reason": "Läste fel på räknaren"})

    assert (answer.status_code, answer.headers["Location"]) == (303, f"{LIST}/{activity_id}#sparat")
    assert state_of(town, activity_id) == (2, State.CURRENT)
    page = seen(town, f"{LIST}/{activity_id}#sparat")
    assert "Fordon 50 61" in page  # as it was logged, and as it stands
    assert "Rättad Coordinator ”Läste fel på räknaren”" in page
    with town.inside() as session:
        after = activities.activity(session, OURS, activity_id)
        assert after is not None
        assert (after.activity.others, after.has_note, dict(after.activity.counters)) == (
            *(1, True),
            {"vehicles": 61},
        )


def test_a_correction_without_a_reason_keeps_what_was_typed(town: Town, html_validator: HtmlValidator):
    activity_id = logged(town, "officer")
    path = f"{LIST}/{activity_id}/ratta"

    answer = post(town, path, form_on(town, path, path) | {"others": "7", "reason": " "})

    assert answer.status_code == 422
    assert 'name="others" type="number" value="7"' in answer.text
    assert "Skriv varför." in answer.text
    assert not html_validator.faults(answer.text, path)
    assert state_of(town, activity_id)[0] == 1


@pytest.mark.parametrize(
    ("field", "typed"),
    [("ended_at", "2026-03-09T07:00"), ("started_at", "i går"), ("others", "många"), ("place", "ingenstans")],
)
def test_a_fault_stands_beside_its_field(sqlite_town: Town, html_validator, field: str, typed: str):
    activity_id = logged(sqlite_town, "officer")
    path = f"{LIST}/{activity_id}/ratta"

    answer = post(sqlite_town, path, form_on(sqlite_town, path, path) | {field: typed, "reason": "Fel"})

    assert answer.status_code == 422
    assert re.search(rf'name="{field}"[^>]*aria-invalid="true"', answer.text)
    assert not html_validator.faults(answer.text, path)


def test_another_type_brings_its_own_fields_without_a_script(sqlite_town: Town):
    activity_id = logged(sqlite_town, "officer")
    path = f"{LIST}/{activity_id}/ratta"

    fields = form_on(sqlite_town, path, path) | {"type": "foot_patrol", "reason": "Fel typ"}
    answer = post(sqlite_town, path, fields)

    assert answer.status_code == 422
    assert "Typen är bytt." in answer.text
    assert '<option value="foot_patrol" selected>' in answer.text
    assert "counter-vehicles" not in answer.text
    assert state_of(sqlite_town, activity_id)[0] == 1
    [form] = re.findall(r'<form class="correction".*?</form>', answer.text, re.DOTALL)
    assert post(sqlite_town, path, fields_of(form)).status_code == 303
    assert state_of(sqlite_town, activity_id)[0] == 2


def test_a_correction_that_came_too_late_shows_what_stands(town: Town):
    activity_id = logged(town, "officer")
    path = f"{LIST}/{activity_id}/ratta"
    fields = form_on(town, path, path)
    post(town, path, fields | {"others": "3", "reason": "Först"})

    late = post(town, path, fields | {"others": "9", "reason": "Sedan"})

    assert late.status_code == 409
    assert "Det här gäller nu" in late.text
    assert "4 deltagare" in text_of(late.text)
    assert state_of(town, activity_id)[0] == 2
    again = fields_of(re.findall(r'<form class="correction".*?</form>', late.text, re.DOTALL)[0])
    assert (again["base_rev"], again["others"], again["reason"]) == (["2"], ["9"], ["Sedan"])


def test_an_untouched_time_in_the_hour_that_comes_twice_stays(sqlite_town: Town):
    activity_id = logged(
        sqlite_town, "officer", started_at="2026-10-25T02:30:00+01:00", ended_at="2026-10-25T02:40:00+01:00"
    )
    path = f"{LIST}/{activity_id}/ratta"
    post(sqlite_town, path, form_on(sqlite_town, path, path) | {"others": "3", "reason": "Fler"})

    with sqlite_town.inside() as session:
        after = activities.activity(session, OURS, activity_id)
        assert after is not None
        assert after.activity.started_at.isoformat() == "2026-10-25T01:30:00+00:00"


def test_a_struck_activity_says_so_and_offers_no_more(town: Town, html_validator: HtmlValidator):
    activity_id = logged(town, "officer")
    page, action = f"{LIST}/{activity_id}", f"{LIST}/{activity_id}/stryk"
    fields = form_on(town, page, action)

    without = post(town, action, fields | {"reason": SEALED})
    assert without.status_code == 422
    assert "Ser ut att innehålla en personuppgift" in without.text
    assert not html_validator.faults(without.text, page)
    assert post(town, action, fields | {"reason": "Påhittad"}).status_code == 303

    assert state_of(town, activity_id) == (2, State.VOIDED)
    html = town.client("coordinator").get(page).text
    assert "Påhittad" in html
    assert action not in html


def test_two_of_one_time_stand_side_by_side_and_become_one(town: Town, html_validator: HtmlValidator):
    mine = logged(town, "officer", started_at="2026-05-09T08:00:00+02:00", ended_at=None)
    theirs = logged(
        town,
        "worker",
        started_at="2026-05-09T08:10:00+02:00",
        ended_at=None,
        organisations=["municipality"],
    )
    page, action = f"{LIST}/{mine}", f"{LIST}/{mine}/sla-ihop"
    assert "Kan vara samma tillfälle" in seen(town, page)
    assert not html_validator.faults(town.client("coordinator").get(page).text, page)

    answer = post(town, action, form_on(town, page, action) | {"kept": "other"})

    assert answer.headers["Location"] == f"{LIST}/{theirs}#sparat"
    assert state_of(town, theirs) == (2, State.CURRENT)
    assert state_of(town, mine) == (2, State.VOIDED)
    gone = town.client("coordinator").get(page).text
    assert f'href="{LIST}/{theirs}">Posten som den uppgick i' in gone
    assert "Polisen och kommunen" in text_of(town.client("coordinator").get(f"{LIST}/{theirs}").text)


def test_a_merge_with_what_is_no_activity_is_not_found(town: Town):
    mine = logged(town, "officer", started_at="2026-05-09T08:00:00+02:00", ended_at=None)
    for other in ("inget-id", "", user_id("nothing")):
        fields = {"base_rev": "1", "other": other, "other_rev": "1", "reason": "x"}
        assert post(town, f"{LIST}/{mine}/sla-ihop", fields).status_code == 404


def test_what_waits_says_why_and_never_what_is_sealed(town: Town, html_validator: HtmlValidator):
    held_entry(town)
    held_entry(town, started_at="1961-01-01T08:00:00+01:00", ended_at=None, note="Ishalka")

    html = town.client("coordinator").get(HELD).text

    assert "070" not in html
    assert "Ishalka" in html
    assert "2 poster att avgöra" in text_of(html)
    assert "Anteckningen ser ut att innehålla en personuppgift." in text_of(html)
    assert "Telefonens klocka gick fel" in text_of(html)
    assert not html_validator.faults(html, HELD)
    assert 'Att avgöra <b class="side__waits">2</b>' in html
    theirs = town.client("town coordinator").get(HELD).text
    assert "Ishalka" not in theirs
    assert "Officer" not in theirs


def test_a_sealed_entry_is_taken_in_without_its_note(town: Town):
    op_id = held_entry(town)
    action = f"{HELD}/{op_id}/ta-emot"

    assert post(town, action, {"note": "with"}).status_code == 303

    assert "Inget väntar på dig." in seen(town, HELD)
    again = post(town, action, {"note": "without"})
    assert again.status_code == 409
    assert "redan avgjort" in again.text


def test_a_wild_clock_is_put_right_in_the_same_form(town: Town, html_validator: HtmlValidator):
    op_id = held_entry(town, started_at="1961-01-01T08:00:00+01:00", ended_at=None, note="Ishalka")
    action = f"{HELD}/{op_id}/ta-emot"

    missing = post(town, action, {"note": "with", "started_at": "", "ended_at": ""})
    assert missing.status_code == 422
    assert not html_validator.faults(missing.text, HELD)
    wrong = post(
        town, action, {"note": "with", "started_at": "2026-03-09T08:00", "ended_at": "2026-03-09T07:00"}
    )
    assert wrong.status_code == 422
    assert "Slutet ligger före starten." in wrong.text
    assert 'value="2026-03-09T07:00"' in wrong.text
    assert post(town, action, {"note": "with", "started_at": "2026-03-09T08:00"}).status_code == 303
    with town.inside() as session:
        assert held.count_in(session, OURS) == 0
        assert strays(session, OURS) == []


def test_refusing_needs_a_reason(town: Town, html_validator: HtmlValidator):
    op_id = held_entry(town)

    without = post(town, f"{HELD}/{op_id}/avvisa", {"reason": ""})
    assert without.status_code == 422
    assert not html_validator.faults(without.text, HELD)
    assert post(town, f"{HELD}/{op_id}/avvisa", {"reason": "Provpost"}).status_code == 303
    assert "Inget väntar på dig." in seen(town, HELD)


def test_one_s_own_entry_is_shown_and_left_to_others(sqlite_town: Town):
    op_id = held_entry(sqlite_town, "coordinator")

    html = sqlite_town.client("coordinator").get(HELD).text

    assert "Någon annan får avgöra den." in html
    assert op_id + "/ta-emot" not in html
    assert post(sqlite_town, f"{HELD}/{op_id}/ta-emot", {}).status_code == 403
    assert post(sqlite_town, f"{HELD}/{op_id}/ta-emot", {}, "chief").status_code == 303


@pytest.mark.parametrize("who", EVERYBODY_ELSE)
def test_nobody_else_does_any_of_it(sqlite_town: Town, who: str):
    mine = logged(sqlite_town, "officer", started_at="2026-05-09T08:00:00+02:00", ended_at=None)
    theirs = logged(sqlite_town, "colleague", started_at="2026-05-09T08:00:00+02:00", ended_at=None)
    op_id = held_entry(sqlite_town)
    before = sqlite_town.contents()

    merging = {"base_rev": "1", "other": theirs, "other_rev": "1", "reason": "x"}
    deeds = {
        f"{LIST}/{mine}/ratta": {"base_rev": "1", "reason": "x"},
        f"{LIST}/{mine}/stryk": {"base_rev": "1", "reason": "x"},
        f"{LIST}/{mine}/sla-ihop": merging,
        f"{HELD}/{op_id}/ta-emot": {},
        f"{HELD}/{op_id}/avvisa": {"reason": "x"},
    }
    for path, fields in deeds.items():
        own = who == "officer" and path.startswith(LIST)
        assert (path, post(sqlite_town, path, fields, who).status_code) == (path, 403 if own else 404)
    assert sqlite_town.contents() == before


def test_another_municipality_s_address_opens_nothing(sqlite_town: Town):
    mine = logged(sqlite_town, "officer")
    op_id = held_entry(sqlite_town)
    fields = {"base_rev": "1", "reason": "x"}
    for path in (f"/aktiviteter/{THEIRS}/{mine}/stryk", f"/att-avgora/{THEIRS}/{op_id}/avvisa"):
        assert post(sqlite_town, path, fields, "foreign coordinator").status_code == 404


def test_the_page_for_phones_says_what_is_missing_and_not_whose(town: Town, html_validator: HtmlValidator):
    phone = phone_of(town, "officer")
    phone.seq = 13
    phone.create()  # number 14 never comes
    ops = [phone.create(), phone.create()]
    phone.send(ops[0], floor=14, client_now=NOW.isoformat())
    phone.send(ops[1], floor=17, client_now=NOW.replace(hour=13).isoformat())

    page = seen(town, PHONES)
    assert "Tysta telefoner" not in page
    with town.inside() as session, writing(session):
        session.execute(update(StreamRow).values(seen_at=NOW - timedelta(days=8)))
    assert "nr 14 från den här telefonen saknas" in seen(town, PHONES, who="chief")
    later = town.client("chief").get(PHONES).text
    assert "Tysta telefoner" in later
    assert "klockan går 60 minuter före" in text_of(later)
    assert "Officer" not in later
    assert 'Telefoner <b class="side__waits">1' in later
    assert not html_validator.faults(later, PHONES)


def test_one_s_own_phone_is_shut_out_after_a_question(town: Town, html_validator: HtmlValidator):
    phone = phone_of(town, "coordinator")
    phone.send(phone.create())
    colleague = phone_of(town, "officer")
    colleague.send(colleague.create())
    path = f"{PHONES}/{phone.stream_id}/sparra"
    assert path in town.client("coordinator").get(PHONES).text

    asked = town.client("coordinator").get(path)
    assert "går inte att ångra" in asked.text
    assert not html_validator.faults(asked.text, path)
    assert post(town, path, {}).status_code == 303
    assert post(town, f"{PHONES}/{colleague.stream_id}/sparra", {}).status_code == 404

    assert "spärrad" in seen(town, PHONES)
    assert phone.post(phone.batch(phone.create())).status == 410
    assert colleague.post(colleague.batch(colleague.create())).status == 200


def test_hundreds_come_page_by_page(sqlite_town: Town, html_validator: HtmlValidator):
    for _ in range(4):
        phone = phone_of(sqlite_town, "officer")
        phone.send(*(phone.create(note=SEALED) for _ in range(100)))

    pages, path, html = 0, HELD, ""
    while path:
        html = sqlite_town.client("coordinator").get(path).text
        assert not html_validator.faults(html, path)
        pages += 1
        following = re.search(r'href="([^"]*\?after=\d+)">Visa fler', html)
        path = following[1] if following else ""
    assert pages == 8
    assert "400 poster att avgöra" in text_of(html)
