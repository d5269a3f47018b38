"""`init` and `municipality add`: a real installation, with its map and its first administrator."""

import secrets
import unicodedata

import click
from flask import current_app
from flask.cli import with_appcontext

from logger import clock
from logger.cli.commands import Command, Group, refuse
from logger.cli.roles import tell_of_one_role
from logger.domain.people.people import Municipality
from logger.extensions import db
from logger.services.people.password_hashing import PasswordHashing
from logger.services.running.installation import District, Installation, add_municipality, install


@click.command("init", cls=Command)
@click.option("--district", "districts", multiple=True, metavar="NAMN", help="Lokalpolisområde.")
@click.option(
    "--municipality",
    "municipalities",
    multiple=True,
    metavar="KOD:NAMN:OMRÅDE",
    help='Kommun med kod, namn och lokalpolisområde, t.ex. "1814:Lekeberg:Örebro".',
)
@click.option("--email", prompt="Administratörens e-post", help="Administratörens e-post.")
@click.option("--name", prompt="Administratörens namn", help="Administratörens namn.")
@click.option(
    "--password",
    prompt="Lösenord (tomt: ett görs åt dig)",
    hide_input=True,
    default="",
    show_default=False,
    help="Minst 12 tecken; tomt ger ett slumpat.",
)
@with_appcontext
def init(
    districts: tuple[str, ...], municipalities: tuple[str, ...], email: str, name: str, password: str
) -> None:
    """Lägg grunden till en skarp installation och gör den första administratören."""
    chosen = password or secrets.token_urlsafe(15)
    new = Installation(_map(districts, municipalities), name.strip(), _email(email), chosen)
    hashing: PasswordHashing = current_app.config["PASSWORD_HASHING"]
    install(db.session(), new, hashing, clock.now())
    click.echo(f"Klart. {name.strip()} loggar in med {_email(email)}.")
    if not password:
        click.echo(f"Lösenord: {chosen}")
    tell_of_one_role()


municipality = Group("municipality", help="Kommuner i installationen.")


@municipality.command("add")
@click.argument("described", metavar="KOD:NAMN:OMRÅDE")
def add(described: str) -> None:
    """Lägg till en kommun, t.ex. "1814:Lekeberg:Lokalpolisområde Örebro"."""
    (district,) = _map((), (described,))
    add_municipality(db.session(), district, clock.now())
    click.echo(f"{district.municipalities[0].name} finns i {district.name}.")


def _map(districts: tuple[str, ...], municipalities: tuple[str, ...]) -> tuple[District, ...]:
    by_district: dict[str, list[Municipality]] = {name.strip(): [] for name in districts}
    for text in municipalities:
        code, name, district = _three(text)
        by_district.setdefault(district, []).append(Municipality(code, name, slug(name), slug(district)))
    return tuple(District(slug(name), name, tuple(inside)) for name, inside in by_district.items())


def _three(text: str) -> tuple[str, str, str]:
    parts = [part.strip() for part in text.split(":")]
    if len(parts) != 3 or not all(parts) or not (parts[0].isdecimal() and len(parts[0]) == 4):
        refuse(f'Skriv kommunen som KOD:NAMN:OMRÅDE, t.ex. "1814:Lekeberg:Örebro", inte "{text}".')
    return parts[0], parts[1], parts[2]


def _email(text: str) -> str:
    email = text.strip()
    if email.count("@") != 1 or email.startswith("@") or email.endswith("@") or " " in email:
        refuse(f'"{text}" är ingen e-postadress.')
    return email


def slug(name: str) -> str:
    """A name as it stands in addresses: "Upplands Väsby" becomes "upplands-vasby"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return "-".join("".join(char if char.isalnum() else " " for char in plain).split())
