"""A follow-up in its life: written, frozen when put forward, approved by each party, never rewritten."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from logger.domain.entering.canonical import digest_of
from logger.domain.periods import local_date
from logger.extensions import db
from logger.services.recording import KeptEntry, keep_activities
from logger.services.transactions import writing
from logger.store.tables import ActivityRow, AuditRow, FollowUpProposalRow, FollowUpStandRow, IndicatorRow
from tests.api.test_desk_pages import seen, text_of
from tests.readers.forms import filled, form_in
from tests.readers.html import HtmlValidator
from tests.worlds.town import NOW, OURS, OWN_PAGE, PLEDGE, Town, activity, user_id

MONTH = f"/uppfoljning/{OURS}/{PLEDGE}/2026-10"
MADE = ("follow_up", "published_result")
REASONS = {"deviation.speed": "Vägarna var avstängda.", "deviation.presence": "Sjukdom i februari."}


def press(town: Town, who: str, action: str, page: str = MONTH, **typed: Any) -> Any:
    """Send a form of the page as this somebody's browser would."""
    html = town.client(who).get(page).text
    fields = filled(form_in(html, action), **typed)
    return town.client(who).post(action, data=fields.to_dict(flat=False), headers=OWN_PAGE)


def put_forward(town: Town, **typed: Any) -> None:
    answer = press(town, "coordinator", MONTH, **{**REASONS, "gor": "lagg-fram", **typed})
    assert answer.status_code == 303, text_of(answer.text)


def approve(town: Town, who: str) -> Any:
    return press(town, who, f"{MONTH}/godkann")


def proposals(town: Town) -> list[tuple[int, str, str]]:
    with town.inside() as session:
        rows = session.scalars(
            select(FollowUpProposalRow)
            .where(FollowUpProposalRow.period == "2026-10")
            .order_by(FollowUpProposalRow.number)
        )
        return [(row.number, row.sha256, row.snapshot) for row in rows]


def made_by_the_product(town: Town, kind: str) -> list[str]:
    with town.inside() as session:
        return list(session.scalars(select(ActivityRow.id).where(ActivityRow.type == kind)))


def late_check(town: Town, name: str) -> None:
    """A phone that was away hands in a check from March."""
    with town.app.app_context(), writing(db.session()):
        late = replace(activity(name), started_at=datetime(2026, 3, 17, 8, tzinfo=UTC), ended_at=None)
        entry = KeptEntry(late, user_id("officer"), "police", NOW)
        keep_activities(db.session(), OURS, [entry], "phone")


def test_a_period_that_runs_is_told_so_far_and_judges_nothing_before_its_end(sqlite_town: Town):
    year = f"/uppfoljning/{OURS}/{PLEDGE}/2026"
    page = seen(sqlite_town, year, "coordinator")
    assert "Perioden är inte slut än. Siffrorna gäller till och med 22 november 2026" in page
    assert "kan läggas fram efter 31 december 2026" in page
    assert "Inte hållet" not in page
    table = sqlite_town.client("coordinator").get(f"{year}/data.csv").text
    assert {row["as_of"] for row in csv.DictReader(io.StringIO(table))} == {"2026-11-22"}


def test_the_way_in_opens_on_the_month_that_just_ended(sqlite_town: Town):
    client = sqlite_town.client("coordinator")
    first = client.get("/uppfoljning")
    assert client.get(first.headers["Location"]).headers["Location"] == MONTH
    year = client.get(f"/uppfoljning/{OURS}/{PLEDGE}?rytm=tertial")
    assert year.headers["Location"].endswith("/2026-t2")


def test_what_is_said_is_kept_until_it_is_put_forward_and_then_stands(town: Town):
    said = {**REASONS, "comment.speed": "Vi fortsätter på Skolvägen.", "gor": "spara"}
    assert press(town, "coordinator", MONTH, **said).status_code == 303
    assert proposals(town) == []

    put_forward(town)

    page = seen(town, MONTH, "worker")
    assert "Framlagd 22 november 2026" in page
    assert "Vi fortsätter på Skolvägen." in page
    assert "Inte genomfört – därför Vägarna var avstängda." in page
    assert "Väntar på Polisen Väntar på kommunen" in page
    (number, digest, snapshot) = proposals(town)[0]
    assert (number, digest) == (1, digest_of(snapshot))


def test_the_figures_of_a_draft_are_for_those_who_write_it(sqlite_town: Town):
    assert "Uppföljningen är inte framlagd än." in seen(sqlite_town, MONTH, "worker")
    assert "4 av 52" in seen(sqlite_town, MONTH, "coordinator")


def test_what_lies_behind_is_not_put_forward_without_its_reason(sqlite_town: Town):
    answer = press(sqlite_town, "coordinator", MONTH, gor="lagg-fram")
    assert answer.status_code == 422
    assert "Skriv varför, innan uppföljningen läggs fram." in text_of(answer.text)
    assert proposals(sqlite_town) == []


def test_a_period_that_is_not_over_cannot_be_frozen(sqlite_town: Town):
    november = MONTH.replace("-10", "-11")
    answer = press(sqlite_town, "coordinator", november, november, **REASONS, gor="lagg-fram")
    assert answer.status_code == 422
    assert "först när perioden är slut" in text_of(answer.text)


def test_one_person_of_each_party_approves_and_then_it_has_counted_once(town: Town):
    put_forward(town)

    assert "Uppföljningen för oktober 2026 väntar på ditt godkännande" in seen(town, "/omradet", "chief")
    assert approve(town, "chief").status_code == 303
    assert "väntar på ditt godkännande" not in seen(town, "/omradet", "chief")
    assert made_by_the_product(town, "follow_up") == []
    assert "Väntar på kommunen" in seen(town, MONTH, "chief")

    assert approve(town, "town coordinator").status_code == 303
    assert len(made_by_the_product(town, "follow_up")) == 1
    with town.inside() as session:
        october = FollowUpStandRow.period == "2026-10"
        stands = session.scalars(select(FollowUpStandRow).where(october)).all()
        assert {(row.party, row.said_by) for row in stands} == {
            ("police", user_id("chief")),
            ("municipality", user_id("town coordinator")),
        }
        told = list(session.scalars(select(AuditRow.action).order_by(AuditRow.seq)))
    assert told[-4:] == ["follow_up_write", "follow_up_propose", "follow_up_approve", "follow_up_approve"]


def test_nobody_approves_twice_or_for_a_party_that_is_not_theirs(sqlite_town: Town):
    put_forward(sqlite_town)
    token = form_in(sqlite_town.client("chief").get(MONTH).text, f"{MONTH}/godkann")
    assert approve(sqlite_town, "chief").status_code == 303

    again = sqlite_town.client("chief").post(f"{MONTH}/godkann", data=token, headers=OWN_PAGE)
    assert again.status_code == 409

    form = form_in(sqlite_town.client("coordinator").get(MONTH).text, "/logga-ut")
    form["sha256"] = token["sha256"]
    police_coordinator = sqlite_town.client("coordinator").post(
        f"{MONTH}/godkann", data=form, headers=OWN_PAGE
    )
    assert police_coordinator.status_code == 403


def test_what_is_approved_is_the_proposal_that_was_read(sqlite_town: Town):
    put_forward(sqlite_town)
    answer = press(sqlite_town, "chief", f"{MONTH}/godkann", sha256="0" * 64)
    assert answer.status_code == 409


def test_a_party_sends_it_back_with_a_reason_and_the_first_proposal_is_kept(town: Town):
    put_forward(town)
    first = proposals(town)
    answer = press(town, "town coordinator", f"{MONTH}/tillbaka", reason="Badplatserna saknas")
    assert answer.status_code == 303

    page = seen(town, MONTH, "coordinator")
    assert "Tillbaka för ändring" in page
    assert "Badplatserna saknas" in page
    put_forward(town, **{"comment.walk": "Badplatserna är med."})
    assert proposals(town)[0] == first[0]
    assert [number for number, _, _ in proposals(town)] == [1, 2]


def test_a_follow_up_and_a_publication_count_once_however_they_came_about(sqlite_town: Town):
    town = sqlite_town
    put_forward(town)
    assert approve(town, "chief").status_code == 303
    assert (
        press(town, "town coordinator", f"{MONTH}/tillbaka", reason="Badplatserna saknas").status_code == 303
    )
    put_forward(town, **{"comment.walk": "Badplatserna är med."})
    for who in ("chief", "town coordinator"):
        assert approve(town, who).status_code == 303
    token = form_in(town.client("chief").get(MONTH).text, f"{MONTH}/publicera")
    for status in (303, 409):
        again = town.client("chief").post(f"{MONTH}/publicera", data=token, headers=OWN_PAGE)
        assert again.status_code == status
    with town.inside() as session:
        made = select(ActivityRow.type, ActivityRow.started_at).where(ActivityRow.type.in_(MADE))
        counted = sorted((kind, local_date(at).year) for kind, at in session.execute(made))
    assert counted == [("follow_up", 2026), ("published_result", 2026)]


def test_what_arrives_late_is_a_correction_and_changes_no_frozen_figure(town: Town):
    put_forward(town)
    frozen = proposals(town)
    late_check(town, "late")

    page = seen(town, MONTH, "coordinator")
    assert "4 av 52" in page
    assert "Hastighetskontroller : 4 av 52 har blivit 5 av 52. 1 aktivitet kom in efter frysningen." in page
    assert "Trafikkontroll, Skolvägen, 17 mars 2026: kom in 22 november 2026" in page
    assert "17 mars" not in seen(town, MONTH, "worker")
    assert proposals(town) == frozen


def test_somebody_who_wrote_meanwhile_is_not_written_over(sqlite_town: Town):
    form = form_in(sqlite_town.client("town coordinator").get(MONTH).text, MONTH)
    assert (
        press(sqlite_town, "coordinator", MONTH, **{"comment.speed": "Först", "gor": "spara"}).status_code
        == 303
    )

    late = filled(form, **{"comment.speed": "Sedan"})
    answer = sqlite_town.client("town coordinator").post(MONTH, data=late, headers=OWN_PAGE)

    assert answer.status_code == 409
    page = text_of(answer.text)
    assert "Någon annan har ändrat i uppföljningen" in page
    assert "Sedan" in page
    assert "Först" in text_of(sqlite_town.client("coordinator").get(MONTH).text)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"comment.speed": "Ring 070-174 06 05."}, "Ser ut att innehålla en personuppgift."),
        ({"comment.speed": "a" * 1001}, "Högst 1000 tecken."),
    ],
)
def test_what_must_not_be_public_is_not_kept(sqlite_town: Town, typed: dict[str, str], told: str):
    answer = press(sqlite_town, "coordinator", MONTH, **typed, gor="spara")
    assert answer.status_code == 422
    assert told in text_of(answer.text)


def test_a_decision_is_made_carried_out_and_frozen(sqlite_town: Town):
    typed = {"text": "Fler kontroller i november", "organisation": "police", "due": "2026-11-30"}
    assert press(sqlite_town, "coordinator", f"{MONTH}/beslut", **typed).status_code == 303
    assert "Fler kontroller i november Polisen · senast 30 november 2026" in seen(sqlite_town, MONTH)
    put_forward(sqlite_town)
    page = sqlite_town.client("coordinator").get(MONTH).text
    done = next(line for line in page.split('action="') if "/gjort" in line[:120]).split('"')[0]

    assert press(sqlite_town, "coordinator", done, gor="gjort").status_code == 303
    assert "Gjort 22 november 2026" in seen(sqlite_town, MONTH, "worker")


@pytest.mark.parametrize("due", ["31 november", "2026-02-30", "0002-06-01"])
def test_a_last_day_that_cannot_be_read_is_told_and_nothing_is_decided(sqlite_town: Town, due: str):
    typed = {"text": "Fler kontroller i november", "organisation": "police", "due": due}
    answer = press(sqlite_town, "coordinator", f"{MONTH}/beslut", **typed)

    assert (answer.status_code, "Skriv en dag som finns" in text_of(answer.text)) == (422, True)
    assert "Inga beslut för den här perioden." in seen(sqlite_town, MONTH)


def test_a_milestone_is_marked_and_a_survey_entered_with_sample_and_source(sqlite_town: Town):
    walk, speed = f"{MONTH}/uppgifter/walk", f"{MONTH}/uppgifter/speed"
    faulty = press(sqlite_town, "coordinator", walk, walk, slag="milstolpe", date="2030-01-01", evidence="")
    assert faulty.status_code == 422
    assert "Dagen har inte varit än." in text_of(faulty.text)
    marked = {"slag": "milstolpe", "date": "2026-05-20", "evidence": "Protokoll 12"}
    assert press(sqlite_town, "coordinator", walk, walk, **marked).status_code == 303
    survey = {"name": "Trygga på kvällen", "measured": "71 %", "sample": "412", "measured_on": "2026-09-01"}
    assert press(sqlite_town, "coordinator", speed, speed, **survey).status_code == 422
    assert press(sqlite_town, "coordinator", speed, speed, **survey, study="Enkät 2026").status_code == 303

    page = seen(sqlite_town, MONTH)
    assert "Klart 20 maj 2026. Protokoll 12" in page
    assert "Trygga på kvällen: 71 % (412 svar, 1 september 2026). Enkät 2026" in page


def test_what_fewer_than_five_answered_is_neither_kept_nor_shown(sqlite_town: Town):
    speed, asked = f"{MONTH}/uppgifter/speed", {"name": "Trygga på kvällen", "measured_on": "2026-09-01"}
    few = {**asked, "measured": "Alla fyra otrygga", "sample": "4", "study": "Enkät 2026"}
    assert press(sqlite_town, "coordinator", speed, speed, **few).status_code == 303

    told = "Trygga på kvällen: visas inte (färre än 5 svar, 1 september 2026). Enkät 2026"
    assert told in seen(sqlite_town, MONTH)
    with sqlite_town.inside() as session:
        assert session.scalars(select(IndicatorRow.value)).all() == [""]
    put_forward(sqlite_town)
    assert told in seen(sqlite_town, MONTH, "worker")
    assert "otrygga" not in proposals(sqlite_town)[0][2]


def test_it_is_fetched_as_a_table_that_says_what_the_page_says(sqlite_town: Town):
    put_forward(sqlite_town, **{"comment.speed": "=SUMMA(A1)"})
    text = sqlite_town.client("worker").get(f"{MONTH}/tabell.csv").data.decode("utf-8-sig")
    speed = next(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert (speed["Åtagande"], speed["Utfall"]) == ("Hastighetskontroller", "4 av 52")
    assert (speed["Siffra"], speed["Mål"], speed["Enhet"]) == ("4", "52", "gånger")
    assert (speed["Procent av målet"], speed["Väntat"]) == ("7,692", "43,31")
    assert speed["Inte genomfört – därför"] == "Vägarna var avstängda."
    assert speed["Kommentar"] == "'=SUMMA(A1)"


def test_the_pages_are_sound_html(sqlite_town: Town, html_validator: HtmlValidator):
    for path in (MONTH, f"{MONTH}/uppgifter/walk"):
        assert not html_validator.faults(sqlite_town.client("coordinator").get(path).text, path)
    put_forward(sqlite_town)
    late_check(sqlite_town, "late")
    for who in ("coordinator", "chief", "worker"):
        assert not html_validator.faults(sqlite_town.client(who).get(MONTH).text, MONTH)
