"""Keep what was made public, as it was made public.

Revision: 0014, after 0013.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "publication",
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("pledge", sa.String(length=80), nullable=False),
        sa.Column("period", sa.String(length=7), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("published_by", sa.String(length=80), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality", "pledge", "period"],
            ["follow_up.municipality", "follow_up.pledge", "follow_up.period"],
            name=op.f("fk_publication_municipality_pledge_period_follow_up"),
        ),
        sa.PrimaryKeyConstraint("municipality", "pledge", "period", name=op.f("pk_publication")),
    )
    forbid_changes("publication")


def downgrade() -> None:
    op.drop_table("publication")
    allow_changes("publication")


def forbid_changes(name: str) -> None:
    """Rows of this table are added, never changed or taken away, whoever asks."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"create function {name}_is_append_only() returns trigger language plpgsql as "
            f"$$ begin raise exception '{name} is append-only'; end $$"
        )
        op.execute(
            f"create trigger {name}_is_append_only before update or delete or truncate on {name} "
            f"for each statement execute function {name}_is_append_only()"
        )
        return
    for change in ("update", "delete"):
        op.execute(
            f"create trigger {name}_forbids_{change} before {change} on {name} "
            f"begin select raise(abort, '{name} is append-only'); end"
        )


def allow_changes(name: str) -> None:
    """Take away what the table's triggers ran, after the table itself."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"drop function {name}_is_append_only()")
