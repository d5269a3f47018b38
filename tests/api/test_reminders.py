"""Reminders: asked for by a person, handed to the push service encrypted, once a day at the most."""

import json
from base64 import urlsafe_b64decode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from py_vapid import Vapid02
from sqlalchemy import func, select

from logger import clock
from logger.domain.phones.browsers import Browser
from logger.domain.phones.push_services import read_key
from logger.services.letters.push_messages import encrypted
from logger.services.people.users import disable_user
from logger.services.recording import KeptEntry, keep_activities
from logger.services.transactions import writing
from logger.store.tables import PushSubscriptionRow
from tests.servers.push_service import PushService, Receiver, push_service
from tests.worlds.town import NOW, OURS, PROGRAM, STREAM, Town, activity, address, user_id

SUBSCRIPTIONS = "/api/v1/push/subscriptions"


@pytest.fixture(scope="module")
def running_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PushService]:
    with push_service(tmp_path_factory.mktemp("push")) as service:
        yield service


@pytest.fixture
def service(running_service: PushService, monkeypatch: pytest.MonkeyPatch) -> PushService:
    """The push service, with nothing handed in yet; this process takes its certificate for good."""
    monkeypatch.setenv("SSL_CERT_FILE", str(running_service.certificate))
    running_service.status = 201
    running_service.letters.clear()
    return running_service


@dataclass
class Reminding:
    """A town that reminds through the service, and the browsers that asked."""

    town: Town
    service: PushService
    receivers: dict[str, Receiver] = field(default_factory=dict)

    def ask(self, who: str, name: str = "", **more: Any) -> int:
        """Somebody asks to be reminded in a browser of this name; the answer's status."""
        receiver = self.receivers.setdefault(name or who, Receiver())
        asked = receiver.asks(self.service.address(name or who), **more)
        answer = self.town.client(who).post(SUBSCRIPTIONS, json=asked, headers=PROGRAM)
        return int(answer.status_code)

    def send(self) -> str:
        """A round; what the command says."""
        result = self.town.app.test_cli_runner().invoke(args=["push", "send"])
        assert result.exit_code == 0, result.output
        return result.stdout

    def read(self) -> list[tuple[str, dict[str, str]]]:
        """Each browser's name and what it could read."""
        names = [letter.path.rsplit("/", 1)[1] for letter in self.service.letters]
        return [
            (name, json.loads(self.receivers[name].reads(letter)))
            for name, letter in zip(names, self.service.letters, strict=True)
        ]

    def count(self) -> int:
        with self.town.inside() as session:
            return int(session.scalar(select(func.count()).select_from(PushSubscriptionRow)))


def prepare(town: Town, service: PushService) -> Reminding:
    run_keys(town)
    town.app.config["PUSH_SERVICES"] = (service.host,)
    town.app.config["SECURITY_CONTACT"] = "mailto:drift@example.se"
    return Reminding(town, service)


def run_keys(town: Town) -> str:
    result = town.app.test_cli_runner().invoke(args=["push", "keys"])
    assert result.exit_code == 0, result.output
    key = (Path(town.app.instance_path) / "push-key").read_text()
    town.app.config["PUSH_KEY"] = key
    return key


@pytest.fixture
def reminding(town: Town, service: PushService) -> Reminding:
    return prepare(town, service)


@pytest.fixture
def on_sqlite(sqlite_town: Town, service: PushService) -> Reminding:
    return prepare(sqlite_town, service)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], datetime]:
    """Move the clock by so much from the town's Sunday noon."""

    def move(by: timedelta) -> datetime:
        monkeypatch.setattr(clock, "now", lambda: NOW + by)
        return NOW + by

    return move


def test_what_runs_out_is_told_in_figures_that_only_the_browser_reads(reminding: Reminding):
    assert reminding.ask("officer", stream_id=STREAM) == 204
    assert reminding.ask("colleague", language="en") == 204
    assert reminding.ask("worker") == 204

    assert reminding.send() == "2 påminda, 0 meddelanden togs inte emot, 0 webbläsare borta.\n"

    told = {"title": "Närvaro, Lekeberg", "body": "v. 47: 0:00 av 2:00, sista dagen i dag"}
    english = {"title": "Närvaro, Lekeberg", "body": "wk 47: 0:00 of 2:00, last day today"}
    assert dict(reminding.read()) == {"officer": told, "colleague": english}  # it is not the worker's to keep
    assert not any(b"rvaro" in letter.body for letter in reminding.service.letters)


def test_a_message_is_signed_by_the_installation_and_ends_before_the_evening(on_sqlite: Reminding):
    on_sqlite.ask("officer")
    on_sqlite.send()

    headers = on_sqlite.service.letters[0].headers
    assert Vapid02.verify(headers["Authorization"])
    assert headers["Authorization"].endswith(on_sqlite.town.app.config["PUSH_KEY"].partition(".")[2])
    claims = json.loads(urlsafe_b64decode(headers["Authorization"].split("t=")[1].split(".")[1] + "=="))
    assert claims == {
        "aud": f"https://{on_sqlite.service.host}",
        "sub": "mailto:drift@example.se",
        "exp": int(NOW.timestamp()) + 3600,
    }
    assert headers["TTL"] == str(7 * 3600)  # it is one o'clock in Sweden
    assert headers["Content-Encoding"] == "aes128gcm"


def test_nobody_is_reminded_twice_a_day_or_in_the_evening(reminding: Reminding, at):
    at(timedelta(days=-3))
    reminding.ask("officer")
    reminding.ask("officer", "other-phone")
    reminding.send()
    assert sorted(name for name, _ in reminding.read()) == ["officer", "other-phone"]
    assert reminding.read()[0][1]["body"] == "v. 47: 0:00 av 2:00, kvar till söndag"

    reminding.ask("officer", "third-phone")
    assert reminding.send().startswith("0 påminda")
    at(timedelta(days=-2, hours=7))
    assert reminding.send() == "Ingen påminns mellan kl. 20 och 8.\n"
    at(timedelta(days=-2, hours=-6))
    assert reminding.send() == "Ingen påminns mellan kl. 20 och 8.\n"
    assert len(reminding.service.letters) == 2
    at(timedelta(days=-2))
    assert reminding.send().startswith("1 påminda")


def test_early_in_the_week_and_once_the_goal_is_met_nothing_is_said(on_sqlite: Reminding, at):
    on_sqlite.ask("officer")
    at(timedelta(days=-4))
    assert on_sqlite.send().startswith("0 påminda")

    at(timedelta(days=-3))
    started_at = NOW - timedelta(days=3, hours=5)
    done = activity(
        "done", type="foot_patrol", started_at=started_at, ended_at=started_at + timedelta(hours=2)
    )
    with on_sqlite.town.inside() as session, writing(session):
        keep_activities(session, OURS, [KeptEntry(done, user_id("colleague"), "police", NOW, "")], "phone")
    assert on_sqlite.send().startswith("0 påminda")
    assert on_sqlite.service.letters == []


@pytest.mark.parametrize("status", [404, 410])
def test_a_browser_that_is_no_more_is_forgotten(reminding: Reminding, status: int):
    reminding.ask("officer")
    reminding.service.status = status

    assert reminding.send() == "0 påminda, 0 meddelanden togs inte emot, 1 webbläsare borta.\n"
    assert reminding.count() == 0


@pytest.mark.parametrize("status", [302, 307, 400, 429, 500])
def test_what_is_not_taken_is_tried_in_the_next_round_and_no_redirect_is_followed(
    on_sqlite: Reminding, status: int
):
    on_sqlite.ask("officer")
    on_sqlite.service.status = status
    assert on_sqlite.send() == "0 påminda, 1 meddelanden togs inte emot, 0 webbläsare borta.\n"
    assert len(on_sqlite.service.letters) == 1

    on_sqlite.service.status = 201
    assert on_sqlite.send().startswith("1 påminda")


def test_a_service_that_nobody_vouches_for_or_that_is_off_the_list_hears_nothing(
    on_sqlite: Reminding, monkeypatch: pytest.MonkeyPatch
):
    on_sqlite.ask("officer")
    monkeypatch.delenv("SSL_CERT_FILE")
    assert on_sqlite.send() == "0 påminda, 1 meddelanden togs inte emot, 0 webbläsare borta.\n"
    on_sqlite.town.app.config["PUSH_SERVICES"] = ("fcm.googleapis.com",)
    assert on_sqlite.send() == "0 påminda, 0 meddelanden togs inte emot, 1 webbläsare borta.\n"
    assert on_sqlite.service.letters == []


def test_reminders_end_with_the_sign_in_the_phone_and_the_account(reminding: Reminding):
    town = reminding.town
    reminding.ask("officer", stream_id=STREAM)
    reminding.ask("colleague")
    reminding.ask("worker")
    assert reminding.count() == 3

    town.client("officer").post(f"/api/v1/devices/{STREAM}/revoke", headers=PROGRAM)
    assert reminding.count() == 2
    assert reminding.ask("officer", stream_id=STREAM) == 410
    with town.inside() as session:
        disable_user(session, address("worker"), NOW)
    assert reminding.count() == 1
    town.client("colleague").delete("/api/v1/session", headers=PROGRAM)
    assert reminding.count() == 0


def test_a_new_sign_in_in_the_same_browser_carries_on_only_its_own_person_s_reminders(on_sqlite: Reminding):
    credentials = {"email": address("officer"), "password": "korrekt häst batteri häftstift"}
    for who, left in (("officer", 1), ("colleague", 1)):
        on_sqlite.ask(who)
        on_sqlite.town.client(who).post("/api/v1/session", json=credentials, headers=PROGRAM)
        assert on_sqlite.count() == left


def test_a_browser_is_its_asker_s_alone_and_one_person_has_ten(on_sqlite: Reminding):
    town = on_sqlite.town
    on_sqlite.ask("officer", "shared-phone")
    asked = {"endpoint": on_sqlite.service.address("shared-phone")}
    assert town.client("colleague").delete(SUBSCRIPTIONS, json=asked, headers=PROGRAM).status_code == 204
    assert on_sqlite.count() == 1
    on_sqlite.ask("colleague", "shared-phone")
    assert on_sqlite.count() == 1
    assert on_sqlite.ask("colleague", stream_id=STREAM) == 403
    assert town.client("officer").delete(SUBSCRIPTIONS, json=asked, headers=PROGRAM).status_code == 204
    assert on_sqlite.count() == 1
    assert town.client("colleague").delete(SUBSCRIPTIONS, json=asked, headers=PROGRAM).status_code == 204
    assert on_sqlite.count() == 0
    for number in range(12):
        on_sqlite.ask("officer", f"phone-{number}")
    assert on_sqlite.count() == 10


def test_what_is_no_subscription_is_refused(on_sqlite: Reminding):
    client, receiver = on_sqlite.town.client("officer"), Receiver()
    right = receiver.asks(on_sqlite.service.address("a"))
    for wrong in (
        right | {"keys": right["keys"] | {"p256dh": right["keys"]["p256dh"][:-2]}},
        right | {"keys": right["keys"] | {"auth": "kort"}},
        right | {"endpoint": "https://example.se/push"},
        right | {"endpoint": on_sqlite.service.address("a").replace("https", "http")},
        right | {"endpoint": on_sqlite.service.address("a" * 1000)},
        right | {"language": "fi"},
        right | {"besides": 1},
    ):
        assert client.post(SUBSCRIPTIONS, json=wrong, headers=PROGRAM).status_code == 422, wrong
    assert on_sqlite.count() == 0


def test_without_a_key_nobody_is_asked_and_nothing_is_sent(sqlite_town: Town):
    client = sqlite_town.client("officer")
    asked = Receiver().asks("https://fcm.googleapis.com/push/1")

    assert client.get("/api/v1/push/key").json == {"public_key": None}
    assert client.post(SUBSCRIPTIONS, json=asked, headers=PROGRAM).json["code"] == "push_not_set_up"
    result = sqlite_town.app.test_cli_runner().invoke(args=["push", "send"])
    assert (result.exit_code, result.stdout) == (2, "")


def test_the_key_is_the_owner_s_alone_and_replacing_it_asks_everybody_anew(on_sqlite: Reminding):
    app = on_sqlite.town.app
    file = Path(app.instance_path) / "push-key"
    before = file.read_text()
    assert file.stat().st_mode & 0o777 == 0o600
    told = on_sqlite.town.client("officer").get("/api/v1/push/key").json
    assert told == {"public_key": before.partition(".")[2]}
    on_sqlite.ask("officer")

    again = app.test_cli_runner().invoke(args=["push", "keys"])
    assert (again.exit_code, file.read_text(), on_sqlite.count()) == (2, before, 1)
    replaced = app.test_cli_runner().invoke(args=["push", "keys", "--replace"])
    assert "1 webbläsare påminns inte" in replaced.stdout
    assert file.read_text() != before
    assert on_sqlite.count() == 0


def test_the_encryption_is_that_of_the_standard_s_example():
    own = ec.derive_private_key(
        int.from_bytes(read_key("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")), ec.SECP256R1()
    )
    browser = Browser(
        "https://push.example.net/",
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        "BTBZMqHH6r4Tts7J_aSIgg",
        "en",
    )
    salt = read_key("DGv6ra1nlYgDCS1FRnbzlw")

    assert encrypted(b"When I grow up, I want to be a watermelon", browser, own, salt) == read_key(
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6Tlz"
        "AC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    )
