"""`pledge import` and `pledge export`: pledge files into the database and out of it."""

from pathlib import Path

import click

from logger import clock
from logger.cli.commands import read_text, write_text
from logger.cli.pledge_files import pledge
from logger.extensions import db
from logger.services.pledges.pledges import Imported, PledgeImport, export_pledge, import_pledge

__all__ = ["pledge"]


@pledge.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--key", metavar="NAMN", help="Löftets plats i adresser; annars dess årtal.")
@click.option("--approve", is_flag=True, help="Låt versionen gälla; den som gällde stängs.")
@click.option("--why", metavar="TEXT", help="Varför versionen görs.")
def import_(file: Path, key: str | None, approve: bool, why: str | None) -> None:  # noqa: FBT001  # click's way
    """Läs in en löftesfil; samma fil igen ändrar inget, en ändrad blir en ny version."""
    new = PledgeImport(read_text(file), key=key, approve=approve, why=why)
    click.echo(_told(import_pledge(db.session(), new, clock.now())))


@pledge.command("export")
@click.argument("key", metavar="LÖFTE")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--municipality", required=True, metavar="KOD")
def export(key: str, file: Path | None, municipality: str) -> None:
    """Skriv löftets fil som den lästes in, till FILE eller på skärmen."""
    text = export_pledge(db.session(), municipality, key)
    if file is None:
        click.echo(text, nl=False)
    else:
        write_text(file, text)


def _told(done: Imported) -> str:
    version = f"{done.municipality}/{done.key} version {done.number}"
    standing = "gäller" if done.approved else "är ett utkast"
    if done.new or done.newly_approved:
        return f"{version} {'inläst' if done.new else 'godkänd'}; den {standing}."
    return f"{version} finns redan och {standing}. Inget ändrat."
