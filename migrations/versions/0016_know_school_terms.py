"""Let a municipality say when its schools are open.

Revision: 0016, after 0015.
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "school_terms",
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("spring", sa.String(length=12), nullable=False),
        sa.Column("autumn", sa.String(length=12), nullable=False),
        sa.Column("changed_by", sa.String(length=80), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality"], ["municipality.code"], name=op.f("fk_school_terms_municipality_municipality")
        ),
        sa.PrimaryKeyConstraint("municipality", name=op.f("pk_school_terms")),
    )


def downgrade() -> None:
    op.drop_table("school_terms")
