"""Keep what old sheets estimate apart from activities, and which activities were decided to be two.

Revision: 0009, after 0011.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "estimate_import",
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("taken_in_by", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("taken_in_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_out_by", sa.Uuid(as_uuid=False), nullable=True),
        sa.Column("taken_out_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("taken_out_why", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(
            ["municipality"],
            ["municipality.code"],
            name=op.f("fk_estimate_import_municipality_municipality"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_estimate_import")),
    )
    op.create_index(
        "ix_estimate_import_municipality", "estimate_import", ["municipality", "taken_in_at"]
    )
    op.create_table(
        "estimate",
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("import_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("line", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("type", sa.String(length=40), nullable=False),
        sa.Column("focus", sa.JSON(), nullable=False),
        sa.Column("place", sa.String(length=60), nullable=True),
        sa.Column("organisations", sa.JSON(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("last >= first", name=op.f("ck_estimate_last_not_before_first")),
        sa.CheckConstraint("number >= 0", name=op.f("ck_estimate_number_not_negative")),
        sa.CheckConstraint("seconds >= 0", name=op.f("ck_estimate_seconds_not_negative")),
        sa.ForeignKeyConstraint(
            ["municipality"], ["municipality.code"], name=op.f("fk_estimate_municipality_municipality")
        ),
        sa.ForeignKeyConstraint(
            ["import_id"], ["estimate_import.id"], name=op.f("fk_estimate_import_id_estimate_import")
        ),
        sa.PrimaryKeyConstraint("municipality", "import_id", "line", name=op.f("pk_estimate")),
    )
    op.create_index("ix_estimate_days", "estimate", ["municipality", "first"])
    op.create_table(
        "kept_apart",
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("one", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("other", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("decided_by", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("why", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality"], ["municipality.code"], name=op.f("fk_kept_apart_municipality_municipality")
        ),
        sa.PrimaryKeyConstraint("municipality", "one", "other", name=op.f("pk_kept_apart")),
    )


def downgrade() -> None:
    op.drop_table("kept_apart")
    op.drop_table("estimate")
    op.drop_table("estimate_import")
