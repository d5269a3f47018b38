"""Know which language somebody reads the Monday letter in.

Revision: 0027, after 0018.
"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("monday_letter") as table:
        table.add_column(sa.Column("lang", sa.String(length=2), server_default="sv", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("monday_letter") as table:
        table.drop_column("lang")
