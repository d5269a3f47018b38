"""The operators' commands: plain Swedish, exit code 2 on bad input, and then nothing stored."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import Result
from flask import Flask
from sqlalchemy import select

from logger import clock
from logger.config import Settings
from logger.extensions import db
from logger.factory import create_app
from logger.services.demo.people import PEOPLE
from logger.store.databases.engine import make_engines
from logger.store.tables import Base
from tests.api.test_desk_pages import text_of
from tests.servers.apps import ReopenedApp
from tests.servers.databases import Databases, Mould
from tests.worlds.town import CHEAP, NOW, OURS, PASSWORD, PLEDGE, PLEDGE_FILE, PROGRAM, THEIRS, Town, address

Run = Callable[..., Result]
DISTRICT = ("--municipality", f"{OURS}:Lekeberg:Lokalpolisområde Örebro")


@contextmanager
def empty_app(database_url: str, instance: Path) -> Iterator[Flask]:
    app = create_app(Settings(database_url, "of a test", instance, password_cost=CHEAP, request_log=False))
    with app.app_context():
        db.create_all()
    with closed_after(app):
        yield app


@contextmanager
def closed_after(app: Flask) -> Iterator[Flask]:
    """The app; then nobody has its database open."""
    yield app
    with app.app_context():
        for engine in db.engines.values():
            engine.dispose()


@pytest.fixture(scope="session")
def empty() -> Mould[None]:
    """The tables, and nothing in them."""

    def build(database_url: str) -> None:
        engine = make_engines(database_url).write
        Base.metadata.create_all(engine)
        engine.dispose()

    return Mould("empty", build)


@pytest.fixture
def app(
    empty: Mould[None],
    databases: Databases,
    reopened: ReopenedApp,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Flask]:
    """The app over an empty database."""
    monkeypatch.setattr(clock, "now", lambda: NOW)
    with empty.cast(databases) as (address, _nothing), closed_after(reopened.over(address, tmp_path)) as app:
        yield app


def client_of(app: Flask) -> Any:
    """A browser in which nobody is signed in."""
    return app.test_client()


def run(app: Flask, *arguments: object, **more) -> Result:
    """The command with these arguments; a fault of ours is raised, not swallowed."""
    result = app.test_cli_runner().invoke(args=[str(each) for each in arguments], **more)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def contents(app: Flask) -> dict[str, list[str]]:
    with app.app_context():
        return {
            table.name: sorted(map(str, db.session().execute(select(table))))
            for table in Base.metadata.sorted_tables
        }


def refused(app: Flask, *arguments: object) -> str:
    """What a command says that must end with exit code 2 and leave everything as it was."""
    before = contents(app)
    result = run(app, *arguments)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert contents(app) == before
    return result.stderr


# A real installation


def install(app: Flask, *more: object, password: str = PASSWORD) -> Result:
    return run(
        app, "init", *DISTRICT, "--email", "root@example.se", "--name", "Rut", "--password", password, *more
    )


def test_init_makes_the_first_administrator_who_can_sign_in(app: Flask):
    assert install(app).exit_code == 0

    credentials = {"email": "root@example.se", "password": PASSWORD}
    session = client_of(app).post("/api/v1/session", json=credentials, headers=PROGRAM)
    assert session.json["user"]["role"] == "administrator"
    assert session.json["municipalities"] == []


def test_init_asks_for_what_it_is_not_told_and_makes_a_password(app: Flask):
    result = run(app, "init", *DISTRICT, input="root@example.se\nRut\n\n")

    assert result.exit_code == 0
    password = result.stdout.rsplit("Lösenord: ", 1)[1].strip()
    credentials = {"email": "root@example.se", "password": password}
    assert client_of(app).post("/api/v1/session", json=credentials, headers=PROGRAM).status_code == 200


def test_init_is_done_once_and_refuses_weak_passwords(app: Flask):
    weak = ("init", "--email", "a@example.se", "--name", "A", "--password", "sommar")
    assert "minst 12 tecken" in refused(app, *weak)
    assert "e-postadress" in refused(app, "init", "--email", "a", "--name", "A", "--password", PASSWORD)
    install(app)
    again = ("init", "--email", "b@example.se", "--name", "B", "--password", PASSWORD)
    assert "redan en administratör" in refused(app, *again)


@pytest.mark.parametrize(
    "municipality", ["1814", "18:Lekeberg:Örebro", "abcd:Lekeberg:Örebro", "1814::Örebro"]
)
def test_a_municipality_is_said_whole(app: Flask, municipality: str):
    told = refused(
        app,
        "init",
        "--municipality",
        municipality,
        "--email",
        "a@b.se",
        "--name",
        "A",
        "--password",
        PASSWORD,
    )
    assert "KOD:NAMN:OMRÅDE" in told


def test_the_demo_and_a_real_installation_never_mix(sqlite_url: str, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)
    with empty_app(sqlite_url, tmp_path) as real:
        install(real)
        assert "skarp drift" in refused(real, "demo", "load")
    with empty_app(f"sqlite:///{tmp_path / 'demo.db'}", tmp_path) as demo:
        assert run(demo, "demo", "load").exit_code == 0
        init = ("init", "--email", "a@example.se", "--name", "A", "--password", PASSWORD)
        assert "demoinnehåll" in refused(demo, *init)
        assert "finns redan" in refused(demo, "demo", "load")


def test_the_demo_s_people_sign_in_and_its_boards_are_alive(app: Flask, tmp_path: Path):
    result = run(app, "demo", "load")
    accounts = tmp_path / "demo-accounts.txt"

    assert accounts.stat().st_mode & 0o777 == 0o600
    assert accounts.read_text("utf-8") in result.stdout
    lines = [line.split() for line in accounts.read_text("utf-8").splitlines() if "@demo.example" in line]
    assert len(lines) == sum(person.login is not None for person in PEOPLE)
    client = client_of(app)
    for email, password, *_ in lines:
        credentials = {"email": email, "password": password}
        assert client.post("/api/v1/session", json=credentials, headers=PROGRAM).status_code == 200

    keeper = next(line for line in lines if line[0].startswith("kommun.lekeberg"))
    client.post("/api/v1/session", json={"email": keeper[0], "password": keeper[1]}, headers=PROGRAM)
    invited = text_of(client.get("/installningar/personer?visa=inbjudna").text)
    assert "Nadia Forsell" in invited
    assert "Inbjuden, har inte kommit än." in invited

    signed_in = next(line for line in lines if line[0].startswith("samordnare.oskarshamn"))
    client.post("/api/v1/session", json={"email": signed_in[0], "password": signed_in[1]}, headers=PROGRAM)
    here = f"/api/v1/municipalities/{THEIRS}/pledges"
    pledges = client.get(here).json["pledges"]
    assert [(each["key"], each["demo"]) for each in pledges] == [
        ("medborgarlofte-2026", True),
        ("medborgarlofte-2021", True),
    ]
    figures = client.get(f"{here}/medborgarlofte-2026/progress?as_of=2026-11-22").json["progress"]
    assert {"met", "watch", "behind", "no_number"} <= {each["status"] for each in figures.values()}


def test_a_municipality_is_added_later_to_a_real_installation_only(app: Flask):
    install(app)
    result = run(app, "municipality", "add", "1880:Örebro:Lokalpolisområde Örebro")

    assert result.stdout == "Örebro finns i Lokalpolisområde Örebro.\n"
    kept = contents(app)
    assert len(kept["district"]) == 1
    assert [each for each in kept["municipality"] if "'1880', 'Örebro', 'orebro'" in each]
    assert run(app, "municipality", "add", "1880:Örebro:Lokalpolisområde Örebro").exit_code == 0
    assert "KOD:NAMN:OMRÅDE" in refused(app, "municipality", "add", "Örebro")


# Pledges


def file_of(tmp_path: Path, text: str, name: str = "loftet.yaml") -> Path:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return path


def test_the_same_pledge_file_again_changes_nothing_and_a_changed_one_is_a_new_version(
    app: Flask, tmp_path: Path
):
    install(app)
    first = PLEDGE_FILE.format(code=OURS)
    file = file_of(tmp_path, first)

    assert "version 1 inläst; den är ett utkast" in run(app, "pledge", "import", file).stdout
    assert "Inget ändrat" in run(app, "pledge", "import", file).stdout
    assert "version 1 godkänd; den gäller" in run(app, "pledge", "import", file, "--approve").stdout
    before = contents(app)
    assert "Inget ändrat" in run(app, "pledge", "import", file, "--approve").stdout
    assert contents(app) == before

    file.write_text(first.replace("at_least: 52", "at_least: 60"), "utf-8")
    assert "version 2 inläst; den är ett utkast" in run(app, "pledge", "import", file).stdout
    assert run(app, "pledge", "export", PLEDGE, "--municipality", OURS).stdout == first
    run(app, "pledge", "import", file, "--approve", "--why", "Fler kontroller")
    assert run(app, "pledge", "export", PLEDGE, "--municipality", OURS).stdout == file.read_text("utf-8")
    with app.app_context():
        versions = Base.metadata.tables["pledge_version"]
        query = select(versions.c.number, versions.c.status).order_by(versions.c.number)
        assert db.session().execute(query).all() == [(1, "closed"), (2, "approved")]


def test_a_pledge_file_may_be_json_on_one_line(app: Flask, tmp_path: Path):
    install(app)
    file = file_of(tmp_path, json.dumps(yaml.safe_load(PLEDGE_FILE.format(code=OURS)), default=str))
    assert "version 1 inläst" in run(app, "pledge", "import", file).stdout


def test_going_back_to_an_earlier_version_approves_that_one_again(app: Flask, tmp_path: Path):
    install(app)
    first, second = PLEDGE_FILE.format(code=OURS), PLEDGE_FILE.format(code=OURS) + "# en rad till\n"
    for text in (first, second, first):
        run(app, "pledge", "import", file_of(tmp_path, text), "--approve")

    assert run(app, "pledge", "export", PLEDGE, "--municipality", OURS).stdout == first


def test_a_faulty_pledge_file_is_refused_whole_with_every_fault_by_line(app: Flask, tmp_path: Path):
    install(app)
    faulty = PLEDGE_FILE.format(code=OURS).replace("types: [traffic_check]", "types: [traffic_chekc]")
    faulty = faulty.replace("at_least: 2,", "at_least: 0,").replace("flagged: true", "places: [skolvagen]")

    told = refused(app, "pledge", "import", file_of(tmp_path, faulty), "--approve")
    assert "Rad 12" in told
    assert "skolvagen" in told
    assert "Rad 18" in told


def test_a_pledge_of_an_unknown_municipality_is_refused(app: Flask, tmp_path: Path):
    install(app)
    told = refused(app, "pledge", "import", file_of(tmp_path, PLEDGE_FILE.format(code="9999")))
    assert told == "Kommunen 9999 finns inte i den här databasen.\n"


@pytest.mark.parametrize(
    "arguments",
    [("pledge", "import"), ("places", "import"), ("activities", "import")],
)
def test_a_file_that_is_not_there_or_no_text_is_said_so(
    app: Flask, tmp_path: Path, arguments: tuple[str, str]
):
    (tmp_path / "bild.png").write_bytes(b"\x89PNG\xff\xfe")
    assert "går inte att läsa" in refused(app, *arguments, tmp_path / "saknas")
    assert "inte text" in refused(app, *arguments, tmp_path / "bild.png")


def test_a_pledge_that_is_not_there_is_not_exported(app: Flask):
    install(app)
    assert "inget löfte" in refused(app, "pledge", "export", "inget", "--municipality", OURS)


# Places


def test_places_become_as_the_file_says(app: Flask, tmp_path: Path):
    install(app)
    place = {"id": "bron", "name": "Bron", "kinds": ["road"], "flagged": [{"from": "2026-01-01"}]}
    file = file_of(tmp_path, json.dumps({"places": [place]}))
    assert run(app, "places", "import", file, "--municipality", OURS).stdout == "1 platser inlästa.\n"

    renamed = {"municipality": OURS, "places": [place | {"name": "Gamla bron", "flagged": []}]}
    assert run(app, "places", "import", file_of(tmp_path, json.dumps(renamed))).exit_code == 0
    kept = contents(app)
    assert "Gamla bron" in str(kept["place"])
    assert kept["place_flag"] == []


@pytest.mark.parametrize(
    ("places", "told"),
    [
        ([{"id": "a", "name": "A", "kinds": ["rymdhamn"]}], "okänt slag av plats rymdhamn"),
        ([{"id": "a"}], '"name" saknas'),
        ([{"id": "a", "name": "A", "flagged": [{"from": "2026-06-31"}]}], "2026-06-31 finns inte"),
    ],
)
def test_a_faulty_places_file_is_refused(app: Flask, tmp_path: Path, places: list[object], told: str):
    install(app)
    file = file_of(tmp_path, json.dumps({"places": [{"id": "god", "name": "God"}, *places]}))
    assert told in refused(app, "places", "import", file, "--municipality", OURS)


def test_a_file_that_names_no_municipality_needs_one(app: Flask, tmp_path: Path):
    install(app)
    for group in ("places", "activities"):
        assert "vilken kommun" in refused(app, group, "import", file_of(tmp_path, "{}"))
        unknown = refused(app, group, "import", file_of(tmp_path, "{}"), "--municipality", "9999")
        assert "9999 finns inte" in unknown


# Tokens and users


def test_a_token_reads_until_it_is_revoked(town: Town):
    made = run(
        town.app, "token", "create", "--municipality", OURS, "--role", "coordinator", "--name", "Excel"
    )
    secret, token_id = made.stdout.strip(), made.stderr.strip().rsplit(" ", 1)[1]
    headers = {"Authorization": f"Bearer {secret}"}

    def status() -> int:
        path = f"/api/v1/municipalities/{OURS}/activities"
        return int(client_of(town.app).get(path, headers=headers).status_code)

    assert status() == 200
    assert run(town.app, "token", "revoke", token_id).exit_code == 0
    assert status() == 401
    assert "redan återkallad" in refused(town.app, "token", "revoke", token_id)


@pytest.mark.parametrize(("options", "days"), [((), 365), (("--days", "7"), 7)])
def test_a_token_reads_until_its_last_day(town: Town, monkeypatch, options: tuple[str, ...], days: int):
    made = run(town.app, "token", "create", "--municipality", OURS, "--role", "coordinator", *options)
    ends = NOW + timedelta(days=days)
    assert f"Gäller till {ends:%Y-%m-%d}.\n" in made.stderr

    def status(at: datetime) -> int:
        monkeypatch.setattr(clock, "now", lambda: at)
        headers = {"Authorization": f"Bearer {made.stdout.strip()}"}
        return int(client_of(town.app).get("/api/v1/session", headers=headers).status_code)

    assert [status(ends - timedelta(seconds=1)), status(ends)] == [200, 401]


@pytest.mark.parametrize("token_id", ["inget", "6f1c1e9e-0000-7000-8000-000000000000"])
def test_only_a_token_that_is_there_is_revoked(town: Town, token_id: str):
    assert "ingen sådan nyckel" in refused(town.app, "token", "revoke", token_id)


def test_a_token_is_for_a_municipality_and_a_role_that_there_are(sqlite_town: Town):
    assert "9999 finns inte" in refused(
        sqlite_town.app, "token", "create", "--municipality", "9999", "--role", "officer"
    )
    unknown = run(sqlite_town.app, "token", "create", "--municipality", OURS, "--role", "kung")
    assert unknown.exit_code == 2


def test_a_user_is_added_signs_in_and_is_shut_out(town: Town):
    new = ("user", "create", "--email", "Ny@Example.se", "--name", "Ny", "--organisation", "police",
           "--role", "officer", "--district", "orebro")  # fmt: skip
    made = run(town.app, *new)
    password = made.stdout.rsplit("Lösenord: ", 1)[1].strip()
    client = town.client()

    def status() -> int:
        credentials = {"email": "ny@example.se", "password": password}
        return int(client.post("/api/v1/session", json=credentials, headers=PROGRAM).status_code)

    assert status() == 200
    assert "Någon annan" in refused(town.app, *new)
    assert run(town.app, "user", "disable", "ny@example.se").exit_code == 0
    assert client.get("/api/v1/session").status_code == 401
    assert status() == 401


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (("--organisation", "cirkus", "--municipality", OURS), "cirkus finns inte"),
        (("--organisation", "police", "--municipality", "9999"), "9999 finns inte"),
        (("--organisation", "police", "--district", "mars"), "mars finns inte"),
        (("--organisation", "police"), "--municipality eller --district"),
        (("--organisation", "police", "--municipality", OURS, "--password", "sommar"), "minst 12"),
    ],
)
def test_a_user_belongs_somewhere_that_there_is(sqlite_town: Town, changes: tuple[str, ...], told: str):
    create = ("user", "create", "--email", "ny@example.se", "--name", "Ny", "--role", "officer", *changes)
    assert told in refused(sqlite_town.app, *create)
    assert "Ingen loggar in" in refused(sqlite_town.app, "user", "disable", "ingen@example.se")
    assert address("officer") in str(contents(sqlite_town.app)["user"])
