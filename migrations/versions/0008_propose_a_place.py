"""Keep a place that an entry proposes, which place a double turned out to be, and when each was last visited.

Revision: 0008, after 0007.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

PROPOSED = sa.text("proposed_place is not null")


def upgrade() -> None:
    op.add_column("activity", sa.Column("proposed_place", sa.String(60), nullable=True))
    op.add_column("activity", sa.Column("proposed_latitude", sa.Double(), nullable=True))
    op.add_column("activity", sa.Column("proposed_longitude", sa.Double(), nullable=True))
    op.create_index(
        "ix_activity_proposed",
        "activity",
        ["municipality"],
        unique=False,
        sqlite_where=PROPOSED,
        postgresql_where=PROPOSED,
    )
    op.create_index(
        "ix_activity_place", "activity", ["municipality", "place", "started_at"], unique=False
    )
    op.add_column("place", sa.Column("merged_into", sa.String(60), nullable=True))


def downgrade() -> None:
    op.drop_column("place", "merged_into")
    op.drop_index("ix_activity_place", table_name="activity")
    op.drop_index("ix_activity_proposed", table_name="activity")
    op.drop_column("activity", "proposed_longitude")
    op.drop_column("activity", "proposed_latitude")
    op.drop_column("activity", "proposed_place")
