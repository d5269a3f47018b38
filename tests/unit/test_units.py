"""What systemd starts: every timer has its service, every service a command that there is."""

import re
from configparser import ConfigParser
from pathlib import Path

import click
import pytest
from flask import Flask

from logger.config import Settings
from logger.factory import create_app

DEPLOY = Path(__file__).parents[2] / "deploy"
TIMERS = sorted(DEPLOY.glob("*.timer"))
ONE_SHOT = sorted(DEPLOY / f"{timer.stem}.service" for timer in TIMERS)
WHEN = re.compile(r"((Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?\*-\*-\* \d\d:\d\d(:\d\d)?( Europe/Stockholm)?")


class Unit(ConfigParser):
    """A unit file: keys as they are written, the last of several."""

    def optionxform(self, optionstr: str) -> str:
        return optionstr


def unit(path: Path) -> Unit:
    parser = Unit(strict=False, interpolation=None, comment_prefixes=("#",), delimiters=("=",))
    parser.read_string(path.read_text("utf-8"))
    return parser


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    folder = tmp_path_factory.mktemp("units")
    return create_app(Settings(f"sqlite:///{folder}/of.db", "of a test", folder, request_log=False))


@pytest.mark.parametrize("timer", TIMERS, ids=lambda path: path.stem)
def test_a_timer_starts_its_service_at_a_time_that_there_is(timer: Path):
    moments = re.findall(r"^OnCalendar=(.*)$", timer.read_text("utf-8"), re.MULTILINE)
    assert moments
    assert [moment for moment in moments if not WHEN.fullmatch(moment)] == []
    assert unit(timer)["Install"]["WantedBy"] == "timers.target"
    assert (DEPLOY / f"{timer.stem}.service").is_file()


@pytest.mark.parametrize("service", ONE_SHOT, ids=lambda path: path.stem)
def test_what_a_timer_starts_is_a_command_of_the_app(service: Path, app: Flask):
    told = unit(service)["Service"]
    assert told["Type"] == "oneshot"
    commands = re.findall(r"flask --app app ([a-z]+)(?: ([a-z-]+))?", told["ExecStart"])
    assert commands
    for group, name in commands:
        found = app.cli.get_command(click.Context(app.cli), group)
        assert found is not None, group
        if isinstance(found, click.Group):
            assert name in found.commands, (group, name)


def test_the_reminders_go_out_when_they_may():
    moments = re.findall(
        r"^OnCalendar=\*-\*-\* (\d\d)", (DEPLOY / "faltlogg-reminders.timer").read_text(), re.MULTILINE
    )
    assert moments
    assert all(8 <= int(hour) < 20 for hour in moments)
