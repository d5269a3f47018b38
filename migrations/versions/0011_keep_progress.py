"""Keep what each commitment has come to, day by day, beside the activities that it is made of.

What is not kept yet is computed: `flask --app app progress rebuild` writes it down for a database that held
activities before.

Revision: 0011, after 0014.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("counter", sa.Column("rules", sa.BigInteger(), server_default="0", nullable=False))
    op.create_table(
        "progress",
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("pledge", sa.String(length=80), nullable=False),
        sa.Column("commitment", sa.String(length=80), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("shape", sa.SmallInteger(), nullable=False),
        sa.Column("gist", sa.JSON(), nullable=False),
        sa.Column("book", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality", "pledge"],
            ["pledge.municipality", "pledge.key"],
            name=op.f("fk_progress_municipality_pledge_pledge"),
        ),
        sa.PrimaryKeyConstraint("municipality", "pledge", "commitment", name=op.f("pk_progress")),
    )
    op.create_table(
        "presence",
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("pledge", sa.String(length=80), nullable=False),
        sa.Column("commitment", sa.String(length=80), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("days", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality", "pledge", "commitment"],
            ["progress.municipality", "progress.pledge", "progress.commitment"],
            name=op.f("fk_presence_municipality_pledge_commitment_progress"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "municipality", "pledge", "commitment", "week", name=op.f("pk_presence")
        ),
    )


def downgrade() -> None:
    op.drop_table("presence")
    op.drop_table("progress")
    op.drop_column("counter", "rules")
