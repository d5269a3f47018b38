"""Pledges on the desk's pages: read with their versions, compared, brought in, put forward, approved."""

import io
from pathlib import Path
from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

from logger.services.places.places import import_places
from logger.services.pledges.pledges import PledgeImport, import_pledge
from logger.store.pledges import pledge_drafts, pledge_history, pledges
from logger.store.tables import AuditRow
from tests.api.test_desk_deeds import post, token_of
from tests.api.test_desk_pages import seen, text_of
from tests.readers.forms import filled, form_in
from tests.readers.html import HtmlValidator
from tests.worlds.town import NOW, OURS, OWN_PAGE, PLEDGE, PLEDGE_FILE, THEIRS, Town

LIST, ONE = "/loften", f"/loften/{OURS}/{PLEDGE}"
WAITING = f"/loften/{OURS}/medborgarlofte-2027"
DRAFT = f"{ONE}/utkast"
CHANGED = PLEDGE_FILE.format(code=OURS).replace("at_least: 52}", "at_least: 40}")
SEED = Path(__file__).parents[2] / "seeds" / "lekeberg-2021-2022.yaml"


def put_forward(town: Town, text: str, why: str = "Färre kontroller behövs") -> None:
    with town.inside() as session:
        import_pledge(session, PledgeImport(text, why=why), NOW)


def upload(town: Town, raw: bytes, reason: str = "Nytt år", who: str = "coordinator") -> Any:
    fields = {"form_token": token_of(town, who), "reason": reason, "file": (io.BytesIO(raw), "lofte.yaml")}
    return town.client(who).post(
        f"/loften/{OURS}/nytt/las-in", data=fields, headers=OWN_PAGE, content_type="multipart/form-data"
    )


def begun(town: Town) -> str:
    """A draft of the pledge that counts; its page."""
    assert post(town, f"{ONE}/andra", {}).status_code == 303
    return str(town.client("coordinator").get(DRAFT).text)


def send(town: Town, path: str, fields: MultiDict[str, str], who: str = "coordinator") -> Any:
    """What a browser sends of a form that was read as this somebody."""
    return town.client(who).post(path, data={**fields.to_dict(flat=False)}, headers=OWN_PAGE)


def deeds(town: Town) -> list[str]:
    with town.inside() as session:
        return [row.action for row in session.query(AuditRow).order_by(AuditRow.seq)]


def test_the_document_stands_in_its_own_words_with_how_each_is_counted(town: Town):
    page = seen(town, ONE, "worker")

    assert "Polisen genomför minst 52 hastighetskontroller där medborgare pekat ut problem." in page
    assert "Minst 52 tillfällen Räknas: trafikkontroller med fokus hastighet" in page
    assert "Version 1 Gäller" in page
    assert "Ändra löftet" not in page


@pytest.mark.parametrize("path", [LIST, ONE, WAITING, f"/loften/{OURS}/nytt"])
def test_the_pages_are_sound_html(sqlite_town: Town, html_validator: HtmlValidator, path: str):
    for who in ("coordinator", "chief"):
        answer = sqlite_town.client(who).get(path)
        if answer.status_code == 200:
            assert not html_validator.faults(answer.text, path)
            assert "<script" not in answer.text


def test_a_pledge_that_is_over_or_has_not_begun_says_so(sqlite_town: Town):
    with sqlite_town.inside() as session:
        for year in ("2024", "2029"):
            text = PLEDGE_FILE.format(code=OURS).replace("2026", year)
            import_pledge(session, PledgeImport(text, approve=True), NOW)

    page = seen(sqlite_town, LIST)

    assert "31 december 2024 3 åtaganden Avslutat" in page
    assert "31 december 2026 3 åtaganden Gäller" in page
    assert "31 december 2029 3 åtaganden Godkänt" in page


def test_a_version_that_waits_is_for_those_who_write_and_approve(town: Town):
    assert "medborgarlofte-2027" in town.client("coordinator").get(LIST).text
    assert "medborgarlofte-2027" not in town.client("officer").get(LIST).text
    put_forward(town, CHANGED)

    assert town.client("officer").get(f"{ONE}?version=2").status_code == 404
    assert "Version 2" not in seen(town, ONE, "officer")
    assert "väntar på godkännande" in seen(town, ONE)


def test_a_chief_reads_what_changes_and_approves_with_a_reason(town: Town, html_validator: HtmlValidator):
    put_forward(town, CHANGED)
    html = town.client("chief").get(f"{ONE}?version=2").text
    assert not html_validator.faults(html, ONE)
    page = text_of(html)
    assert "Det här ändras mot version 1, som gäller" in page
    assert "Mål Förut: Minst 52 tillfällen Nu: Minst 40 tillfällen" in page

    fields = form_in(html, f"{ONE}/godkann")
    without = send(town, f"{ONE}/godkann", filled(fields, reason=" "), "chief")
    assert without.status_code == 422
    assert "Skriv varför." in without.text
    assert send(town, f"{ONE}/godkann", filled(fields, reason="Enligt avtal"), "chief").status_code == 303

    page = seen(town, ONE)
    assert "Version 2 Gäller" in page
    assert "”Enligt avtal”" in page
    assert "Version 1 Ersatt" in page
    assert "40" in seen(town, f"/oversikt/{OURS}/{PLEDGE}/speed")
    assert deeds(town)[-1] == "pledge_approve"


def test_a_version_is_approved_once(town: Town):
    put_forward(town, CHANGED)
    fields = {"version": "2", "reason": "Ja"}
    assert post(town, f"{ONE}/godkann", fields, "chief").status_code == 303

    again = post(town, f"{ONE}/godkann", fields, "chief")

    assert again.status_code == 409
    assert "väntar inte längre på godkännande" in again.text


@pytest.mark.parametrize("who", ["coordinator", "officer"])
def test_nobody_but_a_chief_approves(town: Town, who: str):
    put_forward(town, CHANGED)

    answer = post(town, f"{ONE}/godkann", {"version": "2", "reason": "Ja"}, who)

    assert answer.status_code == (403 if who == "coordinator" else 404)
    with town.inside() as session:
        approved = pledges.approved_one(session, OURS, PLEDGE)
        assert approved is not None
        assert approved.number == 1


def test_any_two_versions_are_compared_in_words(town: Town, html_validator: HtmlValidator):
    put_forward(town, CHANGED.replace("  - name: Trafik", "  - name: Trafik och närvaro"))

    html = town.client("coordinator").get(f"{ONE}/skillnad?fran=1&till=2").text

    assert not html_validator.faults(html, ONE)
    assert "Från version 1 till version 2" in html
    assert "Fokusområden Förut: Trafik Nu: Trafik och närvaro" in text_of(html)
    assert "{" not in text_of(html)
    assert "De två versionerna säger samma sak" in seen(town, f"{ONE}/skillnad?fran=2&till=2")
    assert town.client("coordinator").get(f"{ONE}/skillnad?fran=1&till=9").status_code == 404


def test_the_file_comes_out_as_it_came_in(town: Town):
    with town.inside() as session:
        import_places(session, (SEED.parent / "lekeberg-places.json").read_text(), OURS, NOW)
    brought = upload(town, SEED.read_bytes())
    assert brought.status_code == 303, text_of(brought.text)

    address = brought.headers["Location"].replace("?", "/fil?")
    answer = town.client("officer").get(address)
    assert answer.status_code == 404  # not approved yet
    answer = town.client("coordinator").get(address)
    assert answer.data == SEED.read_bytes()
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert deeds(town)[-1] == "pledge_import"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "den som kom var tom"),
        (b"\x89PNG\xff\xfe", "Filen är ingen text"),
        (b"x" * 300_000, "för stor för att vara ett löfte"),
        (PLEDGE_FILE.format(code=THEIRS).encode(), f"Filen gäller kommun {THEIRS}"),
        (CHANGED.replace("2026-12-31", "2026-02-30").encode(), "Datumet 2026-02-30 finns inte."),
        (b"format: 1\n  - nej: [", "Rad 2"),
    ],
)
def test_a_file_that_does_not_hold_is_told_at_its_place_and_nothing_is_kept(
    town: Town, html_validator: HtmlValidator, raw: bytes, said: str
):
    before = town.contents()

    answer = upload(town, raw)

    assert answer.status_code == 422
    assert said in answer.text
    assert 'value="Nytt år"' in answer.text
    assert not html_validator.faults(answer.text, "/loften/nytt")
    assert town.contents() == before


def test_a_file_with_faults_shows_each_line_as_written(sqlite_town: Town):
    answer = upload(sqlite_town, CHANGED.replace("kind: hours", "kind: hour").encode())

    assert "Rad 18: " in answer.text
    assert "target: {kind: hour, at_least: 2, per: iso_week}" in answer.text


def test_a_draft_begins_as_what_counts_and_changes_nothing_that_counts(town: Town):
    page = text_of(begun(town))

    assert "Polisen genomför minst 52 hastighetskontroller" in page
    assert "Utgår från version 1" in page
    assert post(town, f"{ONE}/andra", {}).status_code == 303  # the draft that is begun stays
    with town.inside() as session:
        assert [each.status for each in pledge_history.versions_of(session, OURS, PLEDGE)] == ["approved"]


def test_a_draft_that_says_the_same_is_not_put_forward(town: Town):
    begun(town)

    answer = post(town, f"{DRAFT}/lagg-fram", {"reason": "Ingen skillnad"})

    assert answer.status_code == 422
    assert "säger samma sak som en version" in answer.text
    assert 'value="Ingen skillnad"' in answer.text


def test_a_changed_draft_becomes_a_version_that_waits(town: Town, html_validator: HtmlValidator):
    html = begun(town)
    assert not html_validator.faults(html, DRAFT)
    heading = town.client("coordinator").get(f"{DRAFT}/huvud").text
    assert not html_validator.faults(heading, DRAFT)
    fields = filled(form_in(heading, f"{DRAFT}/huvud"), title="Nytt namn", other_parties="Hyresbostäder AB")
    assert send(town, f"{DRAFT}/huvud", fields).status_code == 303
    assert "Polisen, kommunen och Hyresbostäder ab" in seen(town, DRAFT)

    proposed = post(town, f"{DRAFT}/lagg-fram", {"reason": "Hyresbostäder är part"})

    assert proposed.headers["Location"] == f"{ONE}?version=2#sparat"
    page = seen(town, f"{ONE}?version=2", "chief")
    assert "Namn Förut: Medborgarlöfte 1814 Nu: Nytt namn" in page
    assert "”Hyresbostäder är part”" in page
    with town.inside() as session:
        assert pledge_drafts.draft_of(session, OURS, PLEDGE) is None
    assert deeds(town)[-3:] == ["pledge_draft_begin", "pledge_draft_change", "pledge_import"]


def test_a_heading_that_does_not_hold_keeps_what_was_typed(town: Town, html_validator: HtmlValidator):
    begun(town)
    heading = town.client("coordinator").get(f"{DRAFT}/huvud").text
    wrong = filled(form_in(heading, f"{DRAFT}/huvud"), title="", **{"valid.to": "2025-12-31"})

    answer = send(town, f"{DRAFT}/huvud", wrong)

    assert answer.status_code == 422
    assert "Skriv vad löftet heter." in answer.text
    assert "Slutet 2025-12-31 ligger före början 2026-01-01." in answer.text
    assert 'value="2025-12-31" autocomplete="off" aria-invalid="true"' in answer.text
    assert not html_validator.faults(answer.text, DRAFT)


def test_a_heading_that_somebody_changed_meanwhile_is_shown_again(town: Town):
    begun(town)
    heading = town.client("coordinator").get(f"{DRAFT}/huvud").text
    fields = form_in(heading, f"{DRAFT}/huvud")
    theirs = form_in(town.client("town coordinator").get(f"{DRAFT}/huvud").text, f"{DRAFT}/huvud")
    send(town, f"{DRAFT}/huvud", filled(theirs, title="Först"), "town coordinator")

    late = send(town, f"{DRAFT}/huvud", filled(fields, title="Sedan"))

    assert late.status_code == 409
    assert 'value="Sedan"' in late.text
    assert send(town, f"{DRAFT}/huvud", form_in(late.text, f"{DRAFT}/huvud")).status_code == 303
    assert "Sedan" in seen(town, DRAFT)


def test_areas_and_commitments_are_put_in_order(town: Town):
    fields = form_in(begun(town), f"{DRAFT}/omrade")
    assert send(town, f"{DRAFT}/omrade", filled(fields, name="Trygghet")).status_code == 303
    html = town.client("coordinator").get(DRAFT).text
    assert "Fokusområdet ”Trygghet” har inga åtaganden än." in html

    send(town, f"{DRAFT}/omrade/1", filled(form_in(html, f"{DRAFT}/omrade/1"), gor="upp"))
    stale = send(town, f"{DRAFT}/omrade/1", filled(form_in(html, f"{DRAFT}/omrade/1"), gor="bort"))
    assert stale.status_code == 409
    html = town.client("coordinator").get(DRAFT).text
    post(
        town, f"{DRAFT}/atagande/walk/ordna",
        filled(form_in(html, f"{DRAFT}/atagande/walk/ordna"), gor="upp"),
    )  # fmt: skip
    with town.inside() as session:
        draft = pledge_drafts.draft_of(session, OURS, PLEDGE)
        assert draft is not None
        document = draft.document
    areas = {area["name"]: [each["id"] for each in area["commitments"]] for area in document["focus_areas"]}
    assert list(areas.items()) == [("Trygghet", []), ("Trafik", ["speed", "walk", "presence"])]


def test_an_area_is_taken_away_when_it_is_empty(town: Town):
    html = begun(town)
    send(town, f"{DRAFT}/omrade/0", filled(form_in(html, f"{DRAFT}/omrade"), gor="bort"))
    assert "Trafik</h3>" in town.client("coordinator").get(DRAFT).text
    for each in ("speed", "presence", "walk"):
        path = f"{DRAFT}/atagande/{each}/ordna"
        send(town, path, filled(form_in(town.client("coordinator").get(DRAFT).text, path), gor="bort"))

    html = town.client("coordinator").get(DRAFT).text
    send(town, f"{DRAFT}/omrade/0", filled(form_in(html, f"{DRAFT}/omrade/0"), gor="bort"))

    assert "Lägg till det första fokusområdet." in town.client("coordinator").get(DRAFT).text


def test_a_draft_that_is_thrown_away_leaves_the_versions(town: Town):
    begun(town)

    assert post(town, f"{DRAFT}/kasta", {}).headers["Location"] == LIST

    assert town.client("coordinator").get(DRAFT).status_code == 404
    assert "Version 1 Gäller" in seen(town, ONE)
    assert deeds(town)[-1] == "pledge_draft_discard"


def test_a_new_pledge_of_a_year_that_has_one_gets_a_place_of_its_own(town: Town):
    fields = {
        "title": "Ett till",
        "valid.from": "2026-01-01",
        "valid.to": "2026-06-30",
        "parties[]": "police",
    }

    answer = post(town, f"/loften/{OURS}/nytt", fields)

    assert answer.headers["Location"] == f"/loften/{OURS}/medborgarlofte-2026-2/utkast"
    assert "Ett till 1 januari 2026 – 30 juni 2026 Utkast" in seen(town, LIST)
