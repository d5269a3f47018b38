"""`push keys` and `push send`: the key that messages are signed with, and a round of reminders."""

from pathlib import Path

import click
from flask import current_app

from logger import clock
from logger.cli.commands import Group
from logger.config import PUSH_KEY_FILE
from logger.domain.refusing.push_refusals import PushNotSetUp
from logger.extensions import db

push = Group("push", help="Påminnelser till dem som har bett om dem.")


@push.command("keys")
@click.option("--replace", is_flag=True, help="Byt en nyckel som finns; alla frågar då på nytt.")
def keys(*, replace: bool) -> None:
    """Gör nyckeln som meddelanden skrivs under med; den gäller från nästa start."""
    from logger.services.letters import push_keys  # noqa: PLC0415  # no other process pays for loading it

    made = push_keys.make(db.session(), Path(current_app.instance_path) / PUSH_KEY_FILE, replace=replace)
    click.echo(f"Nyckeln är gjord. Den öppna delen: {made.public}")
    if made.dropped:
        click.echo(f"{made.dropped} webbläsare påminns inte förrän de frågat på nytt.")


@push.command("send")
def send() -> None:
    """Påminn var och en som bett om det, högst en gång om dagen och inte på kvällen."""
    from logger.services.letters import push_messages, reminding  # noqa: PLC0415  # the same

    key, contact = current_app.config["PUSH_KEY"], current_app.config["SECURITY_CONTACT"]
    if key is None or contact is None:
        raise PushNotSetUp
    post = reminding.Post(current_app.config["PUSH_SERVICES"], push_messages.Sender(key, contact).hand_in)
    told = reminding.remind(db.session(), post, clock.now())
    if told.too_late:
        click.echo("Ingen påminns mellan kl. 20 och 8.")
        return
    click.echo(
        f"{told.reminded} påminda, {told.not_taken} meddelanden togs inte emot, {told.gone} webbläsare borta."
    )
