"""Work on many activities at once: searching, doing one thing about several, pairs, files to keep."""

import csv
import re
from io import StringIO
from typing import Any

import pytest
import time_machine

from logger import clock
from logger.domain.activities import Activity
from logger.domain.records import State
from logger.extensions import db
from logger.services.activities import activity_export, activity_lists, bulk_deeds
from logger.services.recording import KeptEntry, keep_activities
from logger.services.transactions import writing
from logger.web import taking_files
from tests.api.test_desk_deeds import LIST, form_on, logged, post, state_of, token_of
from tests.api.test_desk_pages import seen, text_of
from tests.readers.html import HtmlValidator
from tests.worlds.town import NOW, OURS, OWN_PAGE, PLEDGE, Town, activity, user_id

SEVERAL, TWINS = f"{LIST}/flera", f"{LIST}/dubbletter"


def together(town: Town, ids: list[str], **typed: Any) -> Any:
    """Tick these in the list, look at them, and send the form."""
    query = "&".join(f"post[]={each}" for each in ids)
    return post(town, SEVERAL, form_on(town, f"{SEVERAL}?{query}", SEVERAL) | typed)


def test_a_search_finds_by_place_type_and_who_took_part(town: Town):
    path = f"{LIST}?q="
    everything = seen(town, LIST)
    assert "Trafikkontroll, Skolvägen" in everything
    assert text_of(seen(town, f"{path}SKOLV%C3%84GEN trafik polisen")).count("Skolvägen hastighet") == 4
    assert "Inget är loggat som passar valet" in seen(town, f"{path}skolv%C3%A4gen fotpatrull")
    assert "Inget är loggat som passar valet" in seen(town, f"{path}%25_")


def test_a_place_that_is_only_proposed_is_found_by_its_name(town: Town):
    logged(town, "officer", place=None, proposed_place={"name": "Östra lastkajen"})
    assert "Östra lastkajen" in seen(town, f"{LIST}?q=%C3%B6stra")


def test_several_are_struck_with_one_reason_and_each_author_reads_it(town: Town):
    ids = [logged(town, "officer"), logged(town, "worker", organisations=["municipality"])]

    answer = together(town, ids, deed="stryk", reason="Övning, inte en insats")

    assert (answer.status_code, answer.headers["Location"]) == (303, f"{LIST}?gjort=stryk-2#gjort")
    assert [state_of(town, each) for each in ids] == [(2, State.VOIDED)] * 2
    assert "Struken Coordinator ”Övning, inte en insats”" in seen(town, f"{LIST}/{ids[0]}")
    assert "2 aktiviteter är strukna." in seen(town, answer.headers["Location"])


def test_several_are_marked_moved_and_given_an_organisation(sqlite_town: Town):
    town, somewhere = sqlite_town, {"place": None, "proposed_place": {"name": "Kiosken"}}
    ids = [logged(town, "officer", **somewhere), logged(town, "officer", **somewhere, targeted=True)]

    marked = together(town, ids, deed="riktad", reason="Ingick i veckans insats")
    assert marked.headers["Location"].endswith("gjort=riktad-1#gjort")  # the other one was so already
    assert [state_of(town, each)[0] for each in ids] == [2, 1]
    together(town, ids, deed="plats", place="skolvagen", reason="Fel plats valdes")
    together(town, ids, deed="organisation", organisation="municipality", reason="Kommunen var med")

    page = seen(town, f"{LIST}/{ids[1]}")
    assert "Plats Skolvägen" in page
    assert "Deltog Polisen och kommunen" in page
    assert [state_of(town, each)[0] for each in ids] == [4, 3]


def test_where_one_has_changed_nothing_is_done_about_any(sqlite_town: Town, html_validator: HtmlValidator):
    town = sqlite_town
    ids = [logged(town, "officer"), logged(town, "officer")]
    query = "&".join(f"post[]={each}" for each in ids)
    fields = form_on(town, f"{SEVERAL}?{query}", SEVERAL)
    together(town, ids[:1], deed="riktad", reason="Först på plats")

    answer = post(town, SEVERAL, fields | {"deed": "stryk", "reason": "För sent"})

    assert answer.status_code == 409
    assert text_of(answer.text).count("Ändrad sedan du valde den") == 1
    assert not html_validator.faults(answer.text, SEVERAL)
    assert [state_of(town, each) for each in ids] == [(2, State.CURRENT), (1, State.CURRENT)]


def test_what_was_struck_meanwhile_is_told_to_be_missing(sqlite_town: Town):
    ids = [logged(sqlite_town, "officer"), logged(sqlite_town, "officer")]
    fields = form_on(sqlite_town, f"{SEVERAL}?post[]={ids[0]}&post[]={ids[1]}", SEVERAL)
    together(sqlite_town, ids[:1], deed="stryk", reason="Finns inte")

    answer = post(sqlite_town, SEVERAL, fields | {"deed": "riktad", "reason": "Skäl"})

    assert answer.status_code == 409
    assert "1 aktivitet gäller inte längre och står inte här." in text_of(answer.text)
    assert "gäller inte längre" not in seen(sqlite_town, f"{SEVERAL}?post[]={ids[1]}")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"reason": "Skäl"}, "Välj vad som ska göras."),
        ({"deed": "plats", "reason": "Skäl"}, "Välj platsen."),
        ({"deed": "stryk", "reason": " "}, "Skriv varför."),
        ({"deed": "stryk", "reason": "ring 070-123 45 67"}, "personuppgift"),
        ({"deed": "inte-riktad", "reason": "Skäl"}, "Uppgifterna är desamma som förut."),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(
    sqlite_town: Town, html_validator: HtmlValidator, typed: dict[str, str], said: str
):
    activity_id = logged(sqlite_town, "officer")
    answer = together(sqlite_town, [activity_id], **typed)
    assert answer.status_code == 422
    assert said in text_of(answer.text)
    assert f'value="{typed["reason"]}"' in answer.text
    assert not html_validator.faults(answer.text, SEVERAL)
    assert state_of(sqlite_town, activity_id)[0] == 1


def test_nobody_strikes_through_the_form_what_they_may_only_read(sqlite_town: Town):
    activity_id = logged(sqlite_town, "officer")
    fields = {"post[]": [f"{activity_id}~1"], "deed": "stryk", "reason": "Vill inte"}
    for who, status in {"officer": 403, "chief": 403, "foreign coordinator": 404}.items():
        sent = {"form_token": token_of(sqlite_town, who), **fields}
        answer = sqlite_town.client(who).post(SEVERAL, data=sent, headers=OWN_PAGE)
        assert (who, answer.status_code) == (who, status)
    assert state_of(sqlite_town, activity_id)[0] == 1


def twins(town: Town, day: int, note: str = "", other_note: str = "") -> tuple[str, str]:
    """One time, logged by two."""
    start = "2026-05-0{}T10:{:02d}:00+02:00"
    end = start.format(day, 40)
    one = logged(town, "officer", started_at=start.format(day, 0), ended_at=end, note=note)
    other = logged(town, "colleague", started_at=start.format(day, 15), ended_at=end, note=other_note)
    return one, other


def beside_in(html: str) -> dict[str, tuple[str, ...]]:
    """The newest pair on a page, by the name of each fact: what both say, and "olika" where they differ."""
    table = html[html.index("<table") : html.index("</table>")]
    rows = re.findall(r"<th scope=.row.>(.*?)</th><td>(.*?)</td><td>(.*?)</td>", table)
    texts = ((text_of(cell).strip() for cell in row) for row in rows)
    return {
        head.removesuffix(" olika"): (one, other, *["olika"] * head.endswith("olika"))
        for head, one, other in texts
    }


def test_a_pair_is_shown_side_by_side_and_made_one_of(town: Town):
    assert "6 möjliga dubbletter" in seen(town, LIST)  # four of the town's people were there
    one, other = twins(town, 1)
    assert "7 möjliga dubbletter" in seen(town, LIST)
    html = town.client("coordinator").get(TWINS).text
    assert html.count("<table") == 7
    assert "10:00–10:40" in text_of(html)
    assert "10:15–10:40" in text_of(html)

    answer = post(town, TWINS, form_on(town, TWINS, TWINS) | {"keep": "other", "reason": "Samma kontroll"})

    assert answer.status_code == 303
    assert {state_of(town, one)[1], state_of(town, other)[1]} == {State.CURRENT, State.VOIDED}
    assert "6 möjliga dubbletter" in seen(town, LIST)


def test_a_pair_has_its_notes_and_authors_beside_each_other_and_says_where_it_differs(sqlite_town: Town):
    town, long = sqlite_town, "Gick runt hela centrum med föräldrar och pratade med ett tjugotal ungdomar."
    one, _ = twins(town, 3, long, "Lugnt.")

    facts = beside_in(town.client("coordinator").get(TWINS).text)
    assert facts["Anteckning"] == ("Lugnt.", long, "olika")
    assert facts["Loggad av"] == ("Colleague", "Officer")
    assert facts["Plats"] == ("Skolvägen", "Skolvägen")
    assert facts["Längd"] == ("0:25", "0:40", "olika")
    assert beside_in(town.client("coordinator").get(f"{LIST}/{one}").text)["Anteckning"] == (
        long,
        "Lugnt.",
        "olika",
    )


def test_of_another_organisations_entry_no_note_and_no_name_stands_beside(sqlite_town: Town):
    one, _ = twins(sqlite_town, 3, "Långt samtal.", "Lugnt.")
    html = sqlite_town.client("town coordinator").get(TWINS).text
    assert beside_in(html)["Anteckning"] == ("Läses bara hos Polisen",) * 2
    assert beside_in(html)["Loggad av"] == ("Polisen", "Polisen")
    for page in (html, sqlite_town.client("town coordinator").get(f"{LIST}/{one}").text):
        assert "Långt samtal" not in page
        assert "Colleague" not in page


def test_a_pair_that_is_kept_is_never_asked_about_again(town: Town):
    one, other = twins(town, 2)
    fields = form_on(town, TWINS, TWINS) | {"keep": "both", "reason": "Två patruller"}

    assert post(town, TWINS, fields).status_code == 303

    assert [state_of(town, each) for each in (one, other)] == [(1, State.CURRENT)] * 2
    assert one not in town.client("coordinator").get(TWINS).text
    assert "Kan vara samma tillfälle" not in seen(town, f"{LIST}/{one}")
    assert post(town, TWINS, fields).status_code == 409


def test_the_file_for_excel_says_what_the_list_says(sqlite_town: Town):
    town = sqlite_town
    answer = town.client("coordinator").get(f"{LIST}/kalkylblad.csv?type=traffic_check&to=2026-04-30")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert 'filename="aktiviteter-lekeberg-2026-11-22.csv"' in answer.headers["Content-Disposition"]
    heads, *lines = csv.reader(StringIO(answer.text.removeprefix("\ufeff")), delimiter=";")
    assert heads[:8] == ["Datum", "Vecka", "Började", "Slutade", "Timmar", "Typ", "Fokus", "Plats"]
    assert lines
    line = dict(zip(heads, lines[0], strict=True))
    assert (line["Typ"], line["Plats"], line["Läge"]) == ("Trafikkontroll", "Skolvägen", "Gäller")
    assert [each[0] for each in lines] == sorted(each[0] for each in lines)
    whole = seen(town, f"{LIST}?type=traffic_check&to=2026-04-30")
    assert f"{len(lines)} aktiviteter" in whole


def test_the_file_for_programs_has_codes_and_no_names(sqlite_town: Town):
    town = sqlite_town
    logged(town, "officer", note="Lugnt vid skolan", place=None, proposed_place={"name": "=cmd()"})
    text = town.client("coordinator").get(f"{LIST}/data.csv").text
    heads, *lines = csv.reader(StringIO(text))
    proposed = {line[heads.index("proposed_place")] for line in lines}
    assert "'=cmd()" in proposed
    assert {line[heads.index("type")] for line in lines} >= {"traffic_check"}
    assert "Lugnt" not in text
    assert "Officer" not in text


def test_an_officer_takes_out_what_is_their_own(sqlite_town: Town):
    def number(who: str) -> int:
        return len(sqlite_town.client(who).get(f"{LIST}/data.csv").text.splitlines()) - 1

    assert 0 < number("colleague") < number("coordinator")


def test_too_many_for_a_spreadsheet_is_said(sqlite_town: Town, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(activity_export, "MOST", 1)
    answer = sqlite_town.client("coordinator").get(f"{LIST}/kalkylblad.csv")
    assert answer.status_code == 422
    assert "Välj en kortare tid" in answer.text
    assert OURS in LIST


def test_who_takes_many_files_in_a_minute_is_told_to_wait_and_no_other_is(
    sqlite_town: Town, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(taking_files, "FILES_A_MINUTE", 3)
    taker, other = sqlite_town.client("coordinator"), sqlite_town.client("officer")
    paths = [f"{LIST}/kalkylblad.csv", f"{LIST}/data.csv", f"/loften/{OURS}/{PLEDGE}/fil"]
    paper = f"/uppfoljning/{OURS}/{PLEDGE}/2026-09/underlag.pdf"
    with time_machine.travel(NOW, tick=False) as time:
        assert [taker.get(path).status_code for path in paths] == [200, 200, 200]

        refused = [taker.get(path) for path in (*paths, paper)]

        assert {(each.status_code, each.headers.get("Retry-After")) for each in refused} == {(429, "60")}
        assert "Vänta en minut och hämta sedan nästa." in refused[0].text
        assert taker.get(LIST).status_code == 200
        assert [other.get(path).status_code for path in paths[:2]] == [200, 200]
        time.shift(60)
        assert taker.get(paths[0]).status_code == 200


def walk(number: int) -> Activity:
    """A foot patrol among many."""
    return activity(f"walk {number}", type="foot_patrol", focus=frozenset(), counters={})


def test_all_that_a_search_finds_is_done_at_once_when_one_says_so(
    sqlite_town: Town, html_validator: HtmlValidator, monkeypatch: pytest.MonkeyPatch
):
    town, count = sqlite_town, activity_lists.PAGE + 2
    with town.app.app_context(), writing(db.session()):
        entries = [KeptEntry(walk(at), user_id("officer"), "police", clock.now()) for at in range(count)]
        keep_activities(db.session(), OURS, entries, "phone")
    found = f"{LIST}?type=foot_patrol"
    [told] = re.findall(r"Gör något med alla (\d+)", seen(town, found))
    total = int(told)
    every = f"{SEVERAL}?type=foot_patrol&alla=1"
    page = town.client("coordinator").get(every).text
    assert not html_validator.faults(page, every)
    assert f"Ja, jag menar alla: {total}" in text_of(page)

    filled = form_on(town, every, f"{SEVERAL}?type=foot_patrol") | {
        "deed": "riktad",
        "reason": "Ingick i insatsen",
    }
    unsure = post(town, SEVERAL, {name: each for name, each in filled.items() if name != "sure"})
    assert (unsure.status_code, "Kryssa för att alla ska ändras." in text_of(unsure.text)) == (422, True)
    assert (
        post(town, SEVERAL, filled | {"sure": "1"})
        .headers["Location"]
        .endswith(f"gjort=riktad-{total}#gjort")
    )

    monkeypatch.setattr(bulk_deeds, "MOST", total - 1)
    refused = town.client("coordinator").get(every)
    assert refused.status_code == 422
    assert f"Urvalet har {total} aktiviteter, och högst {total - 1} ändras på en gång." in text_of(
        refused.text
    )
    assert post(town, SEVERAL, filled | {"sure": "1"}).status_code == 422
