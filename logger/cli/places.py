"""`places import`: the places of a municipality from a file."""

from pathlib import Path

import click

from logger import clock
from logger.cli.commands import Group, read_text
from logger.extensions import db
from logger.services.places.places import import_places

places = Group("places", help="Kommunens platser.")


@places.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--municipality", metavar="KOD", help="Kommunens kod, om filen inte säger den.")
def import_(file: Path, municipality: str | None) -> None:
    """Läs in platserna i en aktivitetsfil; de som finns blir som filen säger."""
    count = import_places(db.session(), read_text(file), municipality, clock.now())
    click.echo(f"{count} platser inlästa.")
