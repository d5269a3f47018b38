"""Know each phone: the numbers it has told, its clock, and which one a sign-in was last used from.

Revision: 0002, after 0001.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Whatever stream is here already began at 1, and told no floor that was kept.
    with op.batch_alter_table("stream", schema=None) as stream:
        stream.add_column(sa.Column("first_seq", sa.BigInteger(), nullable=True))
        stream.add_column(sa.Column("floor", sa.BigInteger(), nullable=True))
        stream.add_column(sa.Column("clock_offset", sa.BigInteger(), nullable=True))
    op.execute("update stream set first_seq = 1, floor = 0")
    with op.batch_alter_table("stream", schema=None) as stream:
        stream.alter_column("first_seq", existing_type=sa.BigInteger(), nullable=False)
        stream.alter_column("floor", existing_type=sa.BigInteger(), nullable=False)
    with op.batch_alter_table("session", schema=None) as session:
        session.add_column(sa.Column("stream_id", sa.Uuid(as_uuid=False), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("session", schema=None) as session:
        session.drop_column("stream_id")
    with op.batch_alter_table("stream", schema=None) as stream:
        stream.drop_column("clock_offset")
        stream.drop_column("floor")
        stream.drop_column("first_seq")
