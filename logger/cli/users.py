"""`user create`, `invite`, `disable`, `enable`, `password` and `data`: people who may sign in."""

import json
import secrets
from pathlib import Path

import click
from flask import current_app

from logger import clock
from logger.cli.commands import Group, write_text
from logger.domain.people.people import Grant, Role
from logger.extensions import db
from logger.services.people import own_data, passwords, users
from logger.services.people.password_hashing import PasswordHashing

user = Group("user", help="Personer som loggar in.")


@user.command("create")
@click.option("--email", required=True)
@click.option("--name", required=True)
@click.option("--organisation", required=True, help="Organisationens nyckel, t.ex. police.")
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True)
@click.option("--municipality", metavar="KOD", help="Rollen gäller i den här kommunen.")
@click.option("--district", metavar="OMRÅDE", help="Rollen gäller i hela lokalpolisområdet.")
@click.option("--password", default="", help="Minst 12 tecken; tomt ger ett slumpat, som skrivs ut.")
def create(
    email: str,
    name: str,
    organisation: str,
    role: str,
    municipality: str | None,
    district: str | None,
    password: str,
) -> None:
    """Lägg till en person."""
    if (municipality is not None) + (district is not None) != (role != Role.ADMINISTRATOR):
        raise click.UsageError("Ange --municipality eller --district (ingetdera för administratören).")
    chosen = password or secrets.token_urlsafe(15)
    new = users.NewPerson(email, name, organisation, chosen, Grant(Role(role), municipality, district))
    hashing: PasswordHashing = current_app.config["PASSWORD_HASHING"]
    click.echo(f"Id: {users.create_user(db.session(), new, hashing, clock.now())}")
    if not password:
        click.echo(f"Lösenord: {chosen}")


@user.command("invite")
@click.argument("email")
@click.option("--name", default="")
@click.option("--organisation", default="", help="Organisationens nyckel, t.ex. police.")
@click.option("--role", type=click.Choice([role.value for role in Role]))
@click.option("--municipality", metavar="KOD", help="Rollen gäller i den här kommunen.")
@click.option("--district", metavar="OMRÅDE", help="Rollen gäller i hela lokalpolisområdet.")
def invite(
    email: str,
    name: str,
    organisation: str,
    role: str | None,
    municipality: str | None,
    district: str | None,
) -> None:
    """Bjud in en person, eller ge en som finns en ny kod, som avslutar alla dess inloggningar."""
    new = None
    if role is not None:
        if (municipality is not None) + (district is not None) != (role != Role.ADMINISTRATOR):
            raise click.UsageError("Ange --municipality eller --district (ingetdera för administratören).")
        if not name or not organisation:
            raise click.UsageError("Ange också --name och --organisation.")
        new = users.NewInvited(email, name, organisation, Grant(Role(role), municipality, district))
    hashing: PasswordHashing = current_app.config["PASSWORD_HASHING"]
    made = users.invite(db.session(), email, new, hashing, clock.now())
    click.echo(f"Kod: {made.text}")
    click.echo(f"Gäller till {made.expires_at:%Y-%m-%d %H:%M} UTC, en gång. Personen skriver den på /kod.")


@user.command("disable")
@click.argument("email")
def disable(email: str) -> None:
    """Stäng en person ute och avsluta alla dess inloggningar."""
    users.disable_user(db.session(), email, clock.now())
    click.echo(f"{email} är utestängd.")


@user.command("enable")
@click.argument("email")
def enable(email: str) -> None:
    """Släpp in en person som varit utestängd, med samma lösenord som förut."""
    users.enable_user(db.session(), email, clock.now())
    click.echo(f"{email} kan logga in igen.")


@user.command("password")
@click.argument("email")
def password(email: str) -> None:
    """Ge en person ett nytt, slumpat lösenord, och avsluta alla dess inloggningar."""
    made = secrets.token_urlsafe(15)
    hashing: PasswordHashing = current_app.config["PASSWORD_HASHING"]
    passwords.give(db.session(), email, made, hashing, clock.now())
    click.echo(f"Lösenord: {made}")
    click.echo("Personen byter det själv på /losenord.")


@user.command("data")
@click.argument("email")
@click.argument("file", type=click.Path(path_type=Path))
def data(email: str, file: Path) -> None:
    """Skriv allt som sparas om en person till en ny fil, för den som frågar vad som finns om en själv."""
    told = own_data.kept_of(db.session(), email, clock.now())
    write_text(file, json.dumps(told, ensure_ascii=False, indent=1, default=str) + "\n", new=True)
    rows = sum(len(each) for each in told["tables"].values())
    click.echo(f"{rows} rader och {len(told['entries'])} poster skrivna till {file}.")
