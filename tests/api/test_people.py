"""People, kept on their pages: invited, shut out, given codes and roles; nobody gives what is not theirs."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import select

from logger import clock
from logger.domain.refusing.refusals import SignInNeeded
from logger.extensions import db
from logger.services.people import keeping, users
from logger.services.people.keeping import Asked
from logger.services.people.password_hashing import PasswordHashing
from logger.services.people.signing_in import SignIn
from logger.services.transactions import writing
from logger.store.people import people, register
from logger.store.tables import SessionRow, UserRow
from tests.api.people_pages import EMAIL, LIST, NEW_PERSON, code_in, deeds, forged, invite, of, send, version
from tests.api.test_codes import use
from tests.api.test_desk_pages import text_of
from tests.api.test_passwords import NEW, signs_in
from tests.readers.forms import filled, form_in
from tests.readers.html import HtmlValidator
from tests.worlds.town import NOW, OURS, OWN_PAGE, PASSWORD, THEIRS, Town, address, user_id


def test_an_administrator_invites_and_the_person_comes_by_the_code(town: Town, html_validator: HtmlValidator):
    made = invite(town)
    assert made.status_code == 200
    assert made.headers["Cache-Control"] == "no-store"
    assert not html_validator.faults(made.text, "code")
    code = code_in(made)
    assert "http://localhost/kod" in made.text

    listed = town.client("administrator").get(f"{LIST}?visa=inbjudna").text
    assert "Inbjuden, har inte kommit än. Koden gäller till sön 29 nov 2026." in text_of(listed)
    assert use(town, code, email=EMAIL).status_code == 303
    assert "Senast inloggad i dag" in town.client("administrator").get(f"{LIST}?q=öberg").text
    assert {"user_create", "code_make", "code_use"} <= set(deeds(town))
    assert code not in str(town.contents())


def test_a_coordinator_invites_for_the_own_organisation_in_the_own_municipality_alone(sqlite_town: Town):
    worker = {"organisation": "municipality", "role": "municipal_worker", "where": f"kommun-{OURS}"}
    assert invite(sqlite_town, "town coordinator", **worker).status_code == 200
    page = sqlite_town.client("town coordinator").get(f"{LIST}/ny").text
    assert 'value="coordinator"' not in page
    assert f"kommun-{THEIRS}" not in page

    told: dict[str, int] = {}
    for name, changes in {
        "elsewhere": {"where": f"kommun-{THEIRS}"},
        "more": {"role": "coordinator"},
        "everything": {"role": "administrator", "where": "allt"},
        "for others": {"organisation": "police", "role": "officer"},
    }.items():
        fields = {"name": "X", "email": f"x.{len(told)}@example.se", **worker, **changes}
        told[name] = forged(sqlite_town, "town coordinator", f"{LIST}/ny", **fields).status_code
    assert told == dict.fromkeys(told, 403)
    district = {"role": "officer", "where": "omrade-orebro", "organisation": "police"}
    assert forged(sqlite_town, "coordinator", f"{LIST}/ny", **NEW_PERSON, **district).status_code == 403


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"name": " "}, "Skriv vad personen heter."),
        ({"name": "x" * 121}, "Högst 120 tecken."),
        ({"email": "officer"}, "Skriv en e-postadress"),
        ({"email": "Officer@example.se"}, "Någon loggar redan in med den adressen."),
        ({"where": f"kommun-{OURS}", "role": "district_chief"}, "Välj ett lokalpolisområde."),
        ({"organisation": "municipality"}, "Rollen är bara för Polisens egna."),
        ({"role": "administrator"}, "En administratör har hela installationen."),
    ],
)
def test_what_cannot_be_kept_is_said_beside_its_field(
    sqlite_town: Town, html_validator: HtmlValidator, typed: dict[str, str], told: str
):
    answer = invite(sqlite_town, **typed)
    assert (answer.status_code, told in answer.text) == (422, True)
    assert 'aria-invalid="true"' in answer.text
    assert not html_validator.faults(answer.text, "new")
    assert "user_create" not in deeds(sqlite_town)[-3:]


def test_who_is_shut_out_is_so_at_once_and_let_in_again(town: Town):
    assert send(town, "administrator", of("officer"), f"{of('officer')}/stang-ute").status_code == 303
    assert town.client("officer").get("/losenord").status_code == 303
    assert not signs_in(town, "officer", PASSWORD)
    shown = text_of(town.client("administrator").get(f"{LIST}?visa=utestangda").text)
    assert "Utestängd sedan 22 nov 2026." in shown

    assert send(town, "administrator", of("officer"), f"{of('officer')}/slapp-in").status_code == 303
    assert signs_in(town, "officer", PASSWORD)


def test_a_new_code_ends_the_old_password_and_every_sign_in(town: Town):
    made = send(town, "administrator", of("officer"), f"{of('officer')}/kod")
    assert "alla inloggningar är avslutade" in made.text
    assert town.client("officer").get("/losenord").status_code == 303
    assert not signs_in(town, "officer", PASSWORD)

    second = send(town, "administrator", of("officer"), f"{of('officer')}/kod")
    assert use(town, code_in(made)).status_code == 401, "the one before opens nothing"
    assert use(town, code_in(second)).status_code == 303
    assert signs_in(town, "officer", NEW)


def test_a_code_is_taken_back(sqlite_town: Town):
    made = send(sqlite_town, "administrator", of("officer"), f"{of('officer')}/kod")
    back = f"{of('officer')}/kod/ta-tillbaka"
    assert send(sqlite_town, "administrator", of("officer"), back).status_code == 303
    assert use(sqlite_town, code_in(made)).status_code == 401


def test_whoever_invites_makes_codes_for_those_who_never_came_and_for_nobody_else(sqlite_town: Town):
    """A code for an account that is in use is that account."""
    worker = {"organisation": "municipality", "role": "municipal_worker", "where": f"kommun-{OURS}"}
    code = code_in(invite(sqlite_town, "town coordinator", **worker))
    with sqlite_town.inside() as session:
        account = people.account_of(session, EMAIL)
        assert account
    here = f"{LIST}/{account.user_id}"
    again = code_in(send(sqlite_town, "town coordinator", here, f"{here}/kod"))
    assert again != code
    assert use(sqlite_town, again, email=EMAIL).status_code == 303

    assert "/kod" not in sqlite_town.client("town coordinator").get(here).text
    stamp = re.findall(r'value="(\w{16})"', sqlite_town.client("administrator").get(here).text)[0]
    assert forged(sqlite_town, "town coordinator", f"{here}/kod", version=stamp).status_code == 403
    assert forged(sqlite_town, "coordinator", f"{here}/kod", version=stamp).status_code == 404
    # Not either where an administrator has taken the password away meanwhile.
    assert send(sqlite_town, "administrator", here, f"{here}/kod").status_code == 200
    assert "/kod" not in sqlite_town.client("town coordinator").get(here).text


def test_a_chief_gives_and_ends_roles_inside_the_own_district_alone(town: Town):
    give = f"{of('officer')}/roll"
    given = send(town, "chief", of("officer"), give, role="coordinator", where=f"kommun-{OURS}")
    assert given.status_code == 303
    assert town.client("officer").get(f"/telefoner/{OURS}").status_code == 200

    for changes in (
        {"role": "coordinator", "where": f"kommun-{THEIRS}"},
        {"role": "officer", "where": "omrade-vastervik"},
        {"role": "district_chief", "where": "omrade-orebro"},
    ):
        answer = forged(town, "chief", give, version=version(town, "officer"), **changes)
        assert (changes, answer.status_code) == (changes, 403)
    worker = forged(town, "chief", f"{of('worker')}/roll", version=version(town, "worker"), role="officer")
    assert worker.status_code == 404

    shown = town.client("chief").get(of("officer")).text
    end = re.findall(rf'action="({give}/[\w-]+/avsluta)"', shown)
    assert len(end) == 2
    assert send(town, "chief", of("officer"), end[1]).status_code == 303
    assert town.client("officer").get(f"/telefoner/{OURS}").status_code == 404
    assert {"role_give", "role_end"} <= set(deeds(town))


def test_nobody_does_anything_to_themselves_and_an_administrator_has_no_other_role(sqlite_town: Town):
    own = of("administrator")
    page = sqlite_town.client("administrator").get(own).text
    assert "Det här är du." in page
    for way in ("stang-ute", "kod", "roll"):
        fields = {"role": "coordinator", "where": f"kommun-{OURS}", "version": "any"}
        assert forged(sqlite_town, "administrator", f"{own}/{way}", **fields).status_code == 422

    answer = send(
        sqlite_town,
        "administrator",
        of("officer"),
        f"{of('officer')}/roll",
        role="administrator",
        where="allt",
    )
    assert (answer.status_code, "har inga andra roller" in answer.text) == (422, True)


def test_of_two_administrators_who_shut_each_other_out_one_stays(town: Town):
    assert (
        use(town, code_in(invite(town, role="administrator", where="allt")), email=EMAIL).status_code == 303
    )
    with town.inside() as session:
        second = people.account_of(session, EMAIL)
        assert second
    both, begin = (user_id("administrator"), second.user_id), Barrier(2)

    def shut_out(who: str, whom: str) -> str:
        with town.app.app_context():
            session, today = db.session(), NOW.date()
            principal = people.principal_of(session, who, today)
            assert principal
            version = register.people(session, {whom}, today)[whom].version
            asked = Asked(SignIn(principal, proved_at=NOW), whom, version)
            begin.wait(30)
            try:
                keeping.shut_out(session, asked, NOW)
            except SignInNeeded:
                return "came too late"
            return "done"

    with ThreadPoolExecutor(2) as pool:
        told = sorted(pool.map(shut_out, both, reversed(both)))
    assert told == ["came too late", "done"]


def test_nobody_acts_on_what_another_changed_meanwhile(sqlite_town: Town):
    client, action = sqlite_town.client("administrator"), f"{of('officer')}/kod"
    stale = form_in(client.get(of("officer")).text, action)
    give = {"role": "coordinator", "where": f"kommun-{OURS}"}
    assert send(sqlite_town, "chief", of("officer"), f"{of('officer')}/roll", **give).status_code == 303

    answer = client.post(action, data=filled(stale), headers=OWN_PAGE)
    assert (answer.status_code, "Någon har ändrat något om personen" in answer.text) == (409, True)
    assert signs_in(sqlite_town, "officer", PASSWORD)


def test_a_deed_asks_for_the_password_when_it_was_said_too_long_ago(
    sqlite_town: Town, html_validator: HtmlValidator, monkeypatch: pytest.MonkeyPatch
):
    client, action = sqlite_town.client("administrator"), f"{of('officer')}/stang-ute"
    with sqlite_town.inside() as session:
        old = session.scalars(select(SessionRow).where(SessionRow.user_id == user_id("administrator"))).one()
        kept = old.id_hash
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(minutes=14, seconds=59))
    fields = form_in(client.get(of("officer")).text, action)
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(minutes=15, seconds=1))
    asked = client.post(action, data=filled(fields), headers=OWN_PAGE)
    assert (asked.status_code, "Skriv ditt lösenord" in asked.text) == (403, True)
    assert not html_validator.faults(asked.text, "proof")
    assert "Set-Cookie" not in asked.headers
    assert signs_in(sqlite_town, "officer", PASSWORD)

    carried = form_in(asked.text, action)
    wrong = client.post(action, data=filled(carried, proof="not the one"), headers=OWN_PAGE)
    assert (wrong.status_code, "Lösenordet stämmer inte." in wrong.text) == (422, True)
    assert not html_validator.faults(wrong.text, "proof")

    done = client.post(action, data=filled(form_in(wrong.text, action), proof=PASSWORD), headers=OWN_PAGE)
    assert done.status_code == 303
    assert not signs_in(sqlite_town, "officer", PASSWORD)
    assert "the session of" not in client.get_cookie("faltlogg").value
    with sqlite_town.inside() as session:
        assert session.get_one(SessionRow, kept).ended_at is not None
    # What is shown instead of a redirect carries the tokens of the session that has just begun.
    made = client.get(of("colleague"))
    assert (
        client.post(
            f"{of('colleague')}/kod", data=form_in(made.text, f"{of('colleague')}/kod"), headers=OWN_PAGE
        ).status_code
        == 200
    )


def test_a_code_that_is_shown_after_the_password_was_said_has_forms_that_work(
    sqlite_town: Town, monkeypatch: pytest.MonkeyPatch
):
    client, action = sqlite_town.client("administrator"), f"{of('officer')}/kod"
    fields = form_in(client.get(of("officer")).text, action)
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(minutes=14))
    client.get(LIST)
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(minutes=16))
    asked = client.post(action, data=fields, headers=OWN_PAGE)
    made = client.post(action, data=filled(form_in(asked.text, action), proof=PASSWORD), headers=OWN_PAGE)
    assert code_in(made)
    out = client.post("/logga-ut", data=form_in(made.text, "/logga-ut"), headers=OWN_PAGE)
    assert (out.status_code, out.location) == (303, "/logga-in")


def test_names_stay_in_their_own_organisation(sqlite_town: Town):
    seen = {
        who: text_of(sqlite_town.client(who).get(LIST).text)
        for who in ("administrator", "coordinator", "town coordinator", "chief", "foreign coordinator")
    }
    assert all(name in seen["administrator"] for name in ("Officer", "Worker", "Foreign Officer"))
    assert "Officer" in seen["coordinator"]
    assert "Worker" not in seen["coordinator"]
    assert "Worker" in seen["town coordinator"]
    assert "Officer" not in seen["town coordinator"]
    assert "Foreign" not in seen["chief"]
    assert "Worker" not in seen["foreign coordinator"]
    # When somebody was last here is for whoever closes accounts that nobody uses, not for their chiefs.
    signs_in(sqlite_town, "officer", PASSWORD)
    assert "Senast inloggad i dag" in sqlite_town.client("administrator").get(LIST).text
    assert "Senast inloggad" not in sqlite_town.client("chief").get(LIST).text


def test_who_left_the_district_is_seen_there_no_more(sqlite_town: Town):
    client = sqlite_town.client("administrator")
    give = f"{of('officer')}/roll"
    send(sqlite_town, "administrator", of("officer"), give, role="officer", where="omrade-vastervik")
    end = re.findall(rf'action="({give}/[\w-]+/avsluta)"', client.get(of("officer")).text)[0]
    send(sqlite_town, "administrator", of("officer"), end)
    assert sqlite_town.client("chief").get(of("officer")).status_code == 404

    last = re.findall(rf'action="({give}/[\w-]+/avsluta)"', client.get(of("officer")).text)[0]
    send(sqlite_town, "administrator", of("officer"), last)
    assert "Ingen roll" in sqlite_town.client("chief").get(of("officer")).text


def test_every_page_is_sound_and_speaks_english(sqlite_town: Town, html_validator: HtmlValidator):
    with sqlite_town.inside() as session:
        with writing(session):
            session.get_one(UserRow, user_id("officer")).name = "Å" * 120
        users.disable_user(session, address("colleague"), clock.now())
    for who, path in (
        ("administrator", LIST),
        ("administrator", f"{LIST}?q=finns+inte"),
        ("administrator", f"{LIST}?sida=7"),
        ("administrator", f"{LIST}/ny"),
        ("administrator", of("officer")),
        ("administrator", of("colleague")),
        ("administrator", of("administrator")),
        ("chief", of("officer")),
        ("coordinator", f"{LIST}/ny"),
    ):
        page = sqlite_town.client(who).get(path)
        assert (path, page.status_code) == (path, 200)
        assert not html_validator.faults(page.text, path)
    english = sqlite_town.client("administrator")
    english.set_cookie("lang", "en")
    assert "People" in english.get(LIST).text


def test_nothing_slow_is_done_for_those_who_may_not(sqlite_town: Town, monkeypatch: pytest.MonkeyPatch):
    hashed: list[str] = []

    def hash_of_code(_: PasswordHashing, code: str) -> str:
        hashed.append(code)
        return ""

    monkeypatch.setattr(PasswordHashing, "hash_of_code", hash_of_code)
    typed = {**NEW_PERSON, "organisation": "police", "role": "officer", "where": "omrade-orebro"}
    for who in ("officer", "worker", "chief"):
        for action in (f"{of('colleague')}/kod", f"{LIST}/ny"):
            assert forged(sqlite_town, who, action, version="1", **typed).status_code in {403, 404}
    assert (
        forged(sqlite_town, "administrator", f"{LIST}/ny", **{**typed, "email": "nobody"}).status_code == 422
    )
    assert hashed == []
