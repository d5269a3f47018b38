"""`pledge verify`: a published figure made again from the open data, without a database."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

import click

from logger.cli.commands import read_text, refuse
from logger.cli.pledge_files import pledge
from logger.cli.progress_text import figure_text
from logger.domain.progress.answer_reading import progress_from
from logger.domain.progress.recounting import Recount
from logger.services.publishing.verification import NotOpenData, Verified, verify

__all__ = ["pledge"]

DIFFERS = 1
SECONDS, LARGEST = 30, 20_000_000
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


@pledge.command("verify", with_appcontext=False)
@click.argument("address_or_file", metavar="ADRESS_ELLER_FIL")
def verify_published(address_or_file: str) -> None:
    """Räkna om en publicerad uppföljning ur dess öppna data, och säg om siffrorna stämmer.

    ADRESS_ELLER_FIL är publiceringens adress, eller en fil med dess JSON. Utgången är 0 när allt stämmer.
    """
    is_address = _ADDRESS.match(address_or_file)
    text = _fetched(address_or_file) if is_address else read_text(Path(address_or_file))
    try:
        found = verify(text)
    except NotOpenData as fault:
        refuse(str(fault))
    click.echo("\n".join(_lines(found)))
    if not found.holds:
        raise click.exceptions.Exit(DIFFERS)


def _fetched(address: str) -> str:
    bare = address.partition("#")[0].partition("?")[0].rstrip("/")
    data = bare if bare.endswith(".json") else f"{bare}/data.json"
    asked = Request(data, headers={"Accept": "application/json"})  # noqa: S310  # http and https alone: _ADDRESS
    try:
        with urlopen(asked, timeout=SECONDS) as answer:  # noqa: S310  # the same
            content: bytes = answer.read(LARGEST + 1)
    except (URLError, OSError, ValueError) as fault:
        refuse(f"{data} går inte att hämta: {fault}")
    if len(content) > LARGEST:
        refuse(f"{data} är för stor för att vara öppna data.")
    return content.decode("utf-8", errors="replace")


def _lines(found: Verified) -> Iterator[str]:
    yield f"{found.title}, {found.municipality}, till och med {found.as_of}"
    yield (
        "Kontrollsumman stämmer."
        if found.is_as_published
        else ("KONTROLLSUMMAN STÄMMER INTE: innehållet är inte det som publicerades.")
    )
    for each in found.recounts:
        yield from _of_commitment(each)
    wrong = sum(bool(each.differences) for each in found.recounts)
    number = len(found.recounts)
    yield f"{number - wrong} av {number} siffror stämmer med sina fakta."


def _of_commitment(each: Recount) -> Iterator[str]:
    name = each.commitment.label or each.commitment.id
    figure = figure_text(progress_from(each.published)) if each.published else ""
    verdict = "STÄMMER INTE" if each.differences else "stämmer"
    if not each.whole and not each.differences:
        verdict = "redovisas i ett antal, perioderna går inte att räkna om"
    yield f"{name:40} {figure:>22}  {verdict}"
    yield from (f"    {difference}" for difference in each.differences)
