"""Find what is held: the few operations that wait for a decision, among the many of a ledger.

Revision: 0004, after 0003.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

HELD = sa.text("status = 'held'")


def upgrade() -> None:
    op.create_index(
        "ix_operation_held",
        "operation",
        ["municipality", "server_seq"],
        unique=False,
        sqlite_where=HELD,
        postgresql_where=HELD,
    )


def downgrade() -> None:
    op.drop_index("ix_operation_held", table_name="operation")
