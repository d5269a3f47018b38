"""`progress rebuild`: what is kept of every figure, counted anew from the activities."""

import click

from logger.cli.commands import Group
from logger.extensions import db
from logger.services.kept.progress_rebuilding import rebuild

progress = Group("progress", help="Det som åtagandena har kommit till, hållet dag för dag.")


@progress.command("rebuild")
@click.option("--municipality", metavar="KOD", help="Kommunens kod; annars alla kommuner.")
def rebuild_all(municipality: str | None) -> None:
    """Räkna om allt som hålls från aktiviteterna och säg hur mycket som skilde sig."""
    found = rebuild(db.session(), municipality)
    click.echo(f"{found.commitments} åtaganden räknade från aktiviteterna, {found.mended} skilde sig.")
