"""Find an author's changes: the feed asks for one person's activities by number, a municipality at a time.

Revision: 0003, after 0002.
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_activity_feed", "activity", ["author", "municipality", "server_seq"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_activity_feed", table_name="activity")
