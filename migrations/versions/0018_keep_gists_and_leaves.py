"""Keep a pledge's gists in one row, and its day books in leaves of a month or of a week of presence.

What is kept is made anew from the activities: `flask --app app progress rebuild` writes it down in its new
form; until then it is computed.

Revision: 0018, after 0016.
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_table("presence")
    op.drop_table("progress")
    op.create_table(
        "progress",
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("pledge", sa.String(length=80), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("shape", sa.SmallInteger(), nullable=False),
        sa.Column("gists", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality", "pledge"],
            ["pledge.municipality", "pledge.key"],
            name=op.f("fk_progress_municipality_pledge_pledge"),
        ),
        sa.PrimaryKeyConstraint("municipality", "pledge", name=op.f("pk_progress")),
    )
    op.create_table(
        "leaf",
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("pledge", sa.String(length=80), nullable=False),
        sa.Column("commitment", sa.String(length=80), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("pages", sa.JSON(), nullable=False),
        sa.Column("presence", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["municipality", "pledge"],
            ["progress.municipality", "progress.pledge"],
            name=op.f("fk_leaf_municipality_pledge_progress"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("municipality", "pledge", "commitment", "first", name=op.f("pk_leaf")),
    )
    if op.get_bind().dialect.name == "postgresql":
        # In its own row as it is: packed and put aside, a row that every board reads is slower to read.
        op.execute("ALTER TABLE progress SET (toast_tuple_target = 8160)")


def downgrade() -> None:
    op.drop_table("leaf")
    op.drop_table("progress")
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
        sa.PrimaryKeyConstraint("municipality", "pledge", "commitment", "week", name=op.f("pk_presence")),
    )
