"""Keep who asked for the Monday letter, and of which week they last had one.

Revision: 0010, after 0009.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "monday_letter",
        sa.Column("user_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("nonce", sa.String(length=32), nullable=False),
        sa.Column("wanted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_week", sa.String(length=8), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_monday_letter_user_id_user")),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_monday_letter")),
        sa.UniqueConstraint("nonce", name=op.f("uq_monday_letter_nonce")),
    )


def downgrade() -> None:
    op.drop_table("monday_letter")
