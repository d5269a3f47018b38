"""Keep activity plans: items, what became of each time, who approved them, and secret calendar addresses.

Revision: 0015, after 0010.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0010"
branch_labels = None
depends_on = None

PLEDGE = (["municipality", "pledge"], ["pledge.municipality", "pledge.key"])


def upgrade() -> None:
    op.create_table(
        "plan_item",
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("pledge", sa.String(length=80), nullable=False),
        sa.Column("organisation", sa.String(length=40), nullable=False),
        sa.Column("unit", sa.String(length=80), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("recurs", sa.String(length=40), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("type", sa.String(length=40), nullable=True),
        sa.Column("place", sa.String(length=60), nullable=True),
        sa.Column("commitment", sa.String(length=80), nullable=True),
        sa.Column("decision", sa.Uuid(as_uuid=False), nullable=True),
        sa.Column("changed_by", sa.String(length=80), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_plan_item_ends_after_it_begins")),
        sa.ForeignKeyConstraint(*PLEDGE, name=op.f("fk_plan_item_municipality_pledge_pledge")),
        sa.PrimaryKeyConstraint("municipality", "id", name=op.f("pk_plan_item")),
        sa.UniqueConstraint("municipality", "decision", name=op.f("uq_plan_item_municipality_decision")),
    )
    with op.batch_alter_table("plan_item", schema=None) as batch_op:
        batch_op.create_index("ix_plan_item_of", ["municipality", "pledge", "organisation"], unique=False)

    op.create_table(
        "plan_outcome",
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("item", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("occurrence", sa.String(length=24), nullable=False),
        sa.Column("activity", sa.Uuid(as_uuid=False), nullable=True),
        sa.Column("reason", sa.String(length=400), nullable=False),
        sa.Column("said_by", sa.String(length=80), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("reason = '' or activity is null", name=op.f("ck_plan_outcome_done_or_not")),
        sa.ForeignKeyConstraint(
            ["municipality", "item"],
            ["plan_item.municipality", "plan_item.id"],
            name=op.f("fk_plan_outcome_municipality_item_plan_item"),
        ),
        sa.PrimaryKeyConstraint("municipality", "item", "occurrence", name=op.f("pk_plan_outcome")),
        sa.UniqueConstraint("municipality", "activity", name=op.f("uq_plan_outcome_municipality_activity")),
    )
    op.create_table(
        "plan_approval",
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("pledge", sa.String(length=80), nullable=False),
        sa.Column("organisation", sa.String(length=40), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("approved_by", sa.String(length=80), nullable=False),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(*PLEDGE, name=op.f("fk_plan_approval_municipality_pledge_pledge")),
        sa.PrimaryKeyConstraint(
            "municipality", "pledge", "organisation", "year", "number", name=op.f("pk_plan_approval")
        ),
    )
    op.create_table(
        "calendar_feed",
        sa.Column("user_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_calendar_feed_user_id_user")),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_calendar_feed")),
        sa.UniqueConstraint("hash", name=op.f("uq_calendar_feed_hash")),
    )


def downgrade() -> None:
    op.drop_table("calendar_feed")
    op.drop_table("plan_approval")
    op.drop_table("plan_outcome")
    with op.batch_alter_table("plan_item", schema=None) as batch_op:
        batch_op.drop_index("ix_plan_item_of")
    op.drop_table("plan_item")
