"""`activities export` and `activities import`: the activities file, out of the database and into it."""

import json
from pathlib import Path

import click

from logger import clock
from logger.cli.commands import Group, read_text, write_text
from logger.extensions import db
from logger.services.activities.activities_transfer import export_activities, import_activities

activities = Group("activities", help="Aktiviteter som fil, för att räkna om siffror utanför databasen.")


@activities.command("export")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--municipality", required=True, metavar="KOD")
def export(file: Path, municipality: str) -> None:
    """Skriv kommunens platser, aktiviteter, markeringar och månadstal till en fil."""
    document = export_activities(db.session(), municipality)
    write_text(file, json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    click.echo(f"{len(document['activities'])} aktiviteter skrivna till {file}.")


@activities.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--municipality", metavar="KOD", help="Kommunens kod, om filen inte säger den.")
def import_(file: Path, municipality: str | None) -> None:
    """Läs in aktiviteterna i en fil; de som redan finns som i filen rörs inte."""
    done = import_activities(db.session(), read_text(file), municipality, clock.now())
    click.echo(f"{done.new} aktiviteter inlästa, {done.known} fanns redan.")
