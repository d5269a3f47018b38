"""`token create` and `token revoke`: keys for programs that read the API."""

from datetime import timedelta

import click

from logger import clock
from logger.cli.commands import Group
from logger.domain.people.people import Role
from logger.extensions import db
from logger.services.people import tokens

token = Group("token", help="Nycklar för program som läser API:et.")


@token.command("create")
@click.option("--municipality", required=True, metavar="KOD")
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True)
@click.option("--name", default="", help="Vad nyckeln används till.")
@click.option(
    "--days", type=click.IntRange(1, 3650), default=365, show_default=True, help="Hur länge den gäller."
)
def create(municipality: str, role: str, name: str, days: int) -> None:
    """Gör en nyckel; den skrivs ut en gång, ensam på första raden, och sparas ingenstans."""
    order = tokens.TokenOrder(municipality, Role(role), name or "utan namn", timedelta(days=days))
    made = tokens.create(db.session(), order, clock.now())
    click.echo(made.secret)
    click.echo(f"Gäller till {made.expires_at:%Y-%m-%d}.", err=True)
    click.echo(f"Id att återkalla den med: {made.id}", err=True)


@token.command("revoke")
@click.argument("token_id", metavar="ID")
def revoke(token_id: str) -> None:
    """Återkalla en nyckel för gott."""
    tokens.revoke(db.session(), token_id, clock.now())
    click.echo("Nyckeln är återkallad.")
