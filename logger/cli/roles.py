"""What an operator is told of the role that the app comes to its database as."""

import click

from logger.extensions import db
from logger.services.running.ownership import is_one_role


def tell_of_one_role() -> None:
    """Say so where the app owns its tables: whoever takes over the app can then change the ledger."""
    if is_one_role(db.session()):
        click.echo(
            "Appen äger själv tabellerna i databasen och kan ändra dem. docs/deploy.md visar hur den får en "
            "egen roll, som bara kan lägga till i liggaren och granskningsloggen."
        )
