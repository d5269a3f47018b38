"""Keep follow-ups: what is said and decided, what was put forward and who approved it.

Revision: 0013, after 0008.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0008"
branch_labels = None
depends_on = None

# A batch migration of these tables on SQLite copies them without their triggers: make them again there.
APPEND_ONLY = ("follow_up_proposal", "follow_up_stand")


def upgrade() -> None:
    op.create_table(
        "follow_up",
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("pledge", sa.String(length=80), nullable=False),
        sa.Column("period", sa.String(length=7), nullable=False),
        sa.Column("begun_by", sa.String(length=80), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality", "pledge"],
            ["pledge.municipality", "pledge.key"],
            name=op.f("fk_follow_up_municipality_pledge_pledge"),
        ),
        sa.PrimaryKeyConstraint("municipality", "pledge", "period", name=op.f("pk_follow_up")),
    )
    op.create_table(
        "indicator",
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("pledge", sa.String(length=80), nullable=False),
        sa.Column("commitment", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("value", sa.String(length=40), nullable=False),
        sa.Column("sample", sa.Integer(), nullable=False),
        sa.Column("measured_on", sa.Date(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("entered_by", sa.String(length=80), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("sample > 0", name=op.f("ck_indicator_sample_is_some")),
        sa.ForeignKeyConstraint(
            ["municipality", "pledge"],
            ["pledge.municipality", "pledge.key"],
            name=op.f("fk_indicator_municipality_pledge_pledge"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator")),
    )
    with op.batch_alter_table("indicator", schema=None) as batch_op:
        batch_op.create_index("ix_indicator_of", ["municipality", "pledge", "commitment"], unique=False)

    op.create_table(
        "follow_up_decision",
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("pledge", sa.String(length=80), nullable=False),
        sa.Column("period", sa.String(length=7), nullable=False),
        sa.Column("commitment", sa.String(length=80), nullable=True),
        sa.Column("text", sa.String(length=400), nullable=False),
        sa.Column("organisation", sa.String(length=40), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("decided_by", sa.String(length=80), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality", "pledge", "period"],
            ["follow_up.municipality", "follow_up.pledge", "follow_up.period"],
            name=op.f("fk_follow_up_decision_municipality_pledge_period_follow_up"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up_decision")),
    )
    with op.batch_alter_table("follow_up_decision", schema=None) as batch_op:
        batch_op.create_index("ix_follow_up_decision_of", ["municipality", "pledge", "period"], unique=False)

    op.create_table(
        "follow_up_note",
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("pledge", sa.String(length=80), nullable=False),
        sa.Column("period", sa.String(length=7), nullable=False),
        sa.Column("commitment", sa.String(length=80), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("deviation", sa.Text(), nullable=False),
        sa.Column("assessment", sa.String(length=10), nullable=True),
        sa.Column("because", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "assessment in ('good', 'mixed', 'wanting')", name=op.f("ck_follow_up_note_assessment_is_known")
        ),
        sa.ForeignKeyConstraint(
            ["municipality", "pledge", "period"],
            ["follow_up.municipality", "follow_up.pledge", "follow_up.period"],
            name=op.f("fk_follow_up_note_municipality_pledge_period_follow_up"),
        ),
        sa.PrimaryKeyConstraint(
            "municipality", "pledge", "period", "commitment", name=op.f("pk_follow_up_note")
        ),
    )
    op.create_table(
        "follow_up_proposal",
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("pledge", sa.String(length=80), nullable=False),
        sa.Column("period", sa.String(length=7), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("snapshot", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("proposed_by", sa.String(length=80), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality", "pledge", "period"],
            ["follow_up.municipality", "follow_up.pledge", "follow_up.period"],
            name=op.f("fk_follow_up_proposal_municipality_pledge_period_follow_up"),
        ),
        sa.PrimaryKeyConstraint(
            "municipality", "pledge", "period", "number", name=op.f("pk_follow_up_proposal")
        ),
    )
    op.create_table(
        "follow_up_stand",
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("pledge", sa.String(length=80), nullable=False),
        sa.Column("period", sa.String(length=7), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("party", sa.String(length=12), nullable=False),
        sa.Column("approved", sa.Boolean(), nullable=False),
        sa.Column("said_by", sa.String(length=80), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("why", sa.String(length=400), nullable=False),
        sa.CheckConstraint(
            "party in ('police', 'municipality')", name=op.f("ck_follow_up_stand_party_is_known")
        ),
        sa.ForeignKeyConstraint(
            ["municipality", "pledge", "period", "number"],
            [
                "follow_up_proposal.municipality",
                "follow_up_proposal.pledge",
                "follow_up_proposal.period",
                "follow_up_proposal.number",
            ],
            name="fk_follow_up_stand_proposal",
        ),
        sa.PrimaryKeyConstraint(
            "municipality", "pledge", "period", "number", "party", name=op.f("pk_follow_up_stand")
        ),
        sa.UniqueConstraint(
            "municipality", "pledge", "period", "number", "said_by", name="uq_one_person_one_party"
        ),
    )
    for name in APPEND_ONLY:
        forbid_changes(name)


def downgrade() -> None:
    for name in ("follow_up_stand", "follow_up_proposal", "follow_up_note", "follow_up_decision"):
        op.drop_table(name)
    op.drop_table("indicator")
    op.drop_table("follow_up")
    for name in APPEND_ONLY:
        allow_changes(name)


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
