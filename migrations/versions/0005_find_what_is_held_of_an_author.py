"""Find what is held of an author: the feed tells each what was decided on their own, and reads no ledger for it.

Revision: 0005, after 0004.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

HELD = sa.text("status = 'held'")


def upgrade() -> None:
    op.create_index(
        "ix_operation_held_of",
        "operation",
        ["author", "municipality"],
        unique=False,
        sqlite_where=HELD,
        postgresql_where=HELD,
    )


def downgrade() -> None:
    op.drop_index("ix_operation_held_of", table_name="operation")
