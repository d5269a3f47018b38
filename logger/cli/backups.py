"""`backup` and `restore`: the whole database as one file, and back."""

from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

from logger import clock
from logger.cli.commands import Command
from logger.extensions import db
from logger.services.running import restoring
from logger.services.running.backup_checks import Held
from logger.services.running.backups import back_up

_FILE = click.argument("file", type=click.Path(path_type=Path))


@click.command("backup", cls=Command)
@_FILE
@click.option("--replace", is_flag=True, help="Skriv över en fil med samma namn.")
@with_appcontext
def backup(file: Path, *, replace: bool) -> None:
    """Skriv hela databasen till en fil, medan den används, och kontrollera filen."""
    held = back_up(db.session(), file.absolute(), clock.now(), replace=replace)
    click.echo(f"Säkerhetskopian {file} är skriven och kontrollerad: {_told(held)}.")


@click.command("restore", cls=Command)
@_FILE
@click.option("--replace", is_flag=True, help="Skriv över det som finns i databasen men inte i filen.")
@click.option("--check", is_flag=True, help="Kontrollera bara filen; databasen rörs inte.")
@with_appcontext
def restore(file: Path, *, replace: bool, check: bool) -> None:
    """Låt databasen innehålla det som säkerhetskopian innehåller, och inget annat."""
    scratch = Path(current_app.instance_path)
    if check:
        click.echo(f"Säkerhetskopian {file} är hel: {_told(restoring.check(file, scratch))}.")
        return
    held = restoring.restore(db.session(), restoring.Order(file, scratch, replace=replace), clock.now())
    click.echo(f"Databasen är återställd från {file}: {_told(held)}.")
    click.echo("Alla har loggats ut. Telefonerna skickar igen det som saknas när de loggat in.")
    click.echo("Konton, roller och API-nycklar är som de var då. Gå igenom det som har ändrats sedan dess.")


def _told(held: Held) -> str:
    # Receipts that belong to no municipality have a ledger of their own.
    towns = sum(code != "0000" for code in held.ledgers)
    return (
        f"{held.operations} poster, {towns} kommuner" if towns != 1 else f"{held.operations} poster, 1 kommun"
    )
