"""Work on a pledge: a draft that is not put forward yet, and why a version was approved.

Revision: 0006, after 0005.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pledge_draft",
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("based_on", sa.Integer(), nullable=True),
        sa.Column("begun_by", sa.String(length=80), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.String(length=80), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality"], ["municipality.code"], name=op.f("fk_pledge_draft_municipality_municipality")
        ),
        sa.PrimaryKeyConstraint("municipality", "key", name=op.f("pk_pledge_draft")),
    )
    with op.batch_alter_table("pledge_version", schema=None) as version:
        version.add_column(sa.Column("approved_why", sa.String(length=400), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("pledge_version", schema=None) as version:
        version.drop_column("approved_why")
    op.drop_table("pledge_draft")
