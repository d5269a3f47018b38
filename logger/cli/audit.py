"""`audit verify`: whether everything still is what was entered."""

import click

from logger.cli.commands import Group
from logger.cli.roles import tell_of_one_role
from logger.extensions import db
from logger.services.running.soundness import Fault, Sound, verify

NOT_SOUND = 1

audit = Group("audit", help="Granskning: kedjorna, innehållet och det som räknas hålls mot varandra.")


@audit.command("verify")
def verify_all() -> None:
    """Kontrollera granskningsloggen och varje kommuns liggare; första felaktiga raden nämns."""
    match verify(db.session()):
        case Fault() as fault:
            where = f"kommun {fault.municipality}, " if fault.municipality else ""
            row = f"nr {fault.row}" if fault.row.isdigit() else fault.row
            click.echo(f"Fel i tabellen {fault.table}, {where}{row}: {fault.what}.", err=True)
            raise click.exceptions.Exit(NOT_SOUND)
        case Sound() as sound:
            click.echo(_told(sound))
            tell_of_one_role()


def _told(sound: Sound) -> str:
    return (
        f"Allt håller: {sound.events} händelser i granskningsloggen, {sound.operations} poster med innehåll "
        f"i {sound.ledgers} liggare, {sound.activities} aktiviteter med alla sina versioner."
    )
