"""`demo load`: something to try, in a database of its own."""

import os
from pathlib import Path

import click
from flask import current_app

from logger import clock
from logger.cli.commands import Group, read_text
from logger.extensions import db
from logger.services.demo.load import DemoAccount, Seed, load_demo
from logger.services.people.password_hashing import PasswordHashing

demo = Group("demo", help="Demoinnehåll: påhittade personer och arbete på två undertecknade löften.")

SEEDS = {
    "1814": ("lekeberg-2021-2022.yaml", "lekeberg-places.json"),
    "0882": ("oskarshamn-2021.yaml", "oskarshamn-places.json"),
}


@demo.command("load")
def load() -> None:
    """Fyll en tom databas med demoinnehåll och skriv ut hur man loggar in."""
    folder = Path(current_app.config["SEEDS"])
    seeds = {
        code: Seed(read_text(folder / pledge), read_text(folder / places))
        for code, (pledge, places) in SEEDS.items()
    }
    hashing: PasswordHashing = current_app.config["PASSWORD_HASHING"]
    text = _told(load_demo(db.session(), seeds, hashing, clock.now()))
    kept = _kept(Path(current_app.instance_path) / "demo-accounts.txt", text)
    click.echo(text)
    click.echo(f"Uppgifterna finns också i {kept}.")


def _told(accounts: list[DemoAccount]) -> str:
    lines = [
        f"{each.email:36} {each.password:36} {each.name}, {each.title}, {each.where}" for each in accounts
    ]
    return "\n".join(
        ["Demons personer loggar in så här (påhittade, bara i den här databasen):", "", *lines, ""]
    )


def _kept(path: Path, text: str) -> Path:
    """Only the owner may read the passwords, from the first byte on."""
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    return path
