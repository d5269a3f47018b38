"""`disposal run`: notes, authors and names of an organisation's older activities go, the facts stay."""

import click

from logger import clock
from logger.cli.commands import Group
from logger.domain.disposal import USUAL_MONTHS
from logger.extensions import db
from logger.services.running.disposal import Disposed, dispose, ordered, would_dispose

disposal = Group("disposal", help="Gallring: anteckningar och namn tas bort, det som gjordes står kvar.")


@disposal.command("run")
@click.option("--organisation", required=True, help="Organisationens nyckel, t.ex. police.")
@click.option(
    "--older-than-months",
    "months",
    type=int,
    default=USUAL_MONTHS,
    show_default=True,
    metavar="ANTAL",
    help="Äldre än så många månader, minst 3.",
)
@click.option("--decision", required=True, help="Gallringsbeslutets beteckning, t.ex. KS 2026/123.")
@click.option("--dry-run", is_flag=True, help="Säg vad som skulle gallras, och ändra inget.")
def run(organisation: str, months: int, decision: str, dry_run: bool) -> None:  # noqa: FBT001 - an option
    """Gallra en organisations äldre aktiviteter. Det går inte att ångra."""
    now = clock.now()
    wanted = ordered(db.session(), organisation, months, decision, now)
    told = would_dispose(db.session(), wanted) if dry_run else dispose(db.session(), wanted, now)
    click.echo(_done(told, "skulle gallras" if dry_run else "har gallrats"))
    if told.waiting:
        click.echo(
            f"{len(told.waiting)} lämnas orörda tills vidare: något i dem väntar på svar, är inte säkrat än "
            "eller gäller samma person vid samma tid som en post som inte gallras."
        )
    if dry_run:
        click.echo("Inget har ändrats.")


def _done(told: Disposed, verb: str) -> str:
    if not told.done:
        return f"Inget att gallra före {told.before}."
    days = sorted(told.done.values())
    activities = "1 aktivitet" if len(days) == 1 else f"{len(days)} aktiviteter"
    return f"{activities} {verb}, från {days[0]} till {days[-1]} (före {told.before})."
