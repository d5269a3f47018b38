"""Commands that say no in plain Swedish: a refusal is one sentence on stderr and exit code 2."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import click
from flask.cli import AppGroup

from logger.domain.refusing.refusals import Refusal
from logger.services.refusal_answers import answer_to

UNUSABLE_INPUT = 2


class Command(click.Command):
    """A command whose refusals are answered in words."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run it; a refusal ends with exit code 2."""
        return _answered(super().invoke, ctx)


class Group(AppGroup):
    """A group of such commands, run inside the app."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run one of them; a refusal ends with exit code 2."""
        return _answered(super().invoke, ctx)


def read_text(path: Path) -> str:
    """The text of a file that an operator named; exits with code 2 where it cannot be read as text."""
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        refuse(f"Filen {path} är inte text i UTF-8.")
    except OSError as error:
        refuse(f"Filen {path} går inte att läsa: {error.strerror}.")


def write_text(path: Path, text: str, *, new: bool = False) -> None:
    """Write what an operator asked for, readable by them alone; exits with code 2 where it cannot be written.

    A `new` file takes no other one's place.
    """
    try:
        with open(path, "x" if new else "w", encoding="utf-8", opener=_for_its_owner) as file:
            file.write(text)
    except FileExistsError:
        refuse(f"Filen {path} finns redan.")
    except OSError as error:
        refuse(f"Filen {path} går inte att skriva: {error.strerror}.")


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def refuse(sentence: str) -> NoReturn:
    """Say what is wrong on stderr and leave with exit code 2."""
    click.echo(sentence, err=True)
    raise click.exceptions.Exit(UNUSABLE_INPUT)


def _answered(invoke: Callable[[click.Context], Any], ctx: click.Context) -> Any:
    try:
        return invoke(ctx)
    except Refusal as refusal:
        refuse(answer_to(refusal).detail)
