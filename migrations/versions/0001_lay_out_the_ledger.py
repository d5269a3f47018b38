"""Lay out the ledger: every table of the first release, the append-only ones guarded by the database itself.

Revision: 0001, the first.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


# A batch migration of these tables on SQLite copies them without their triggers: make them again there.
APPEND_ONLY = ("operation", "audit")


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=80), nullable=False),
        sa.Column("municipality", sa.String(length=4), nullable=True),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("object", sa.String(length=200), nullable=False),
        sa.Column("body_sha256", sa.String(length=64), nullable=False),
        sa.Column("prev", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit")),
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index("ix_audit_municipality", ["municipality", "seq"], unique=False)
        batch_op.create_index("ix_audit_object", ["object"], unique=False)

    op.create_table(
        "counter",
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("epoch", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("server_seq", sa.BigInteger(), nullable=False),
        sa.Column("head", sa.String(length=64), nullable=False),
        sa.Column("durable_through", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("municipality", name=op.f("pk_counter")),
    )
    op.create_table(
        "district",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_district")),
    )
    op.create_table(
        "organisation",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("name_sv", sa.String(length=80), nullable=False),
        sa.Column("name_en", sa.String(length=80), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_organisation")),
    )
    op.create_table(
        "sign_in_failure",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_sign_in_failure")),
    )
    op.create_table(
        "vocabulary",
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("of_type", sa.String(length=40), nullable=False),
        sa.Column("name_sv", sa.String(length=80), nullable=False),
        sa.Column("name_en", sa.String(length=80), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind in ('type', 'focus', 'counter', 'place_kind')", name=op.f("ck_vocabulary_kind_is_known")
        ),
        sa.PrimaryKeyConstraint("kind", "code", "of_type", name=op.f("pk_vocabulary")),
    )
    op.create_table(
        "municipality",
        sa.Column("code", sa.String(length=4), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("district", sa.String(length=40), nullable=False),
        sa.Column("time_zone", sa.String(length=40), nullable=False),
        sa.CheckConstraint("length(code) = 4", name=op.f("ck_municipality_code_is_four")),
        sa.ForeignKeyConstraint(
            ["district"], ["district.id"], name=op.f("fk_municipality_district_district")
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_municipality")),
        sa.UniqueConstraint("slug", name=op.f("uq_municipality_slug")),
    )
    with op.batch_alter_table("municipality", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_municipality_district"), ["district"], unique=False)

    op.create_table(
        "operation",
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("server_seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("op_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("stream_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=True),
        sa.Column("activity_id", sa.Uuid(as_uuid=False), nullable=True),
        sa.Column("base_rev", sa.Integer(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=True),
        sa.Column("author", sa.Uuid(as_uuid=False), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=True),
        sa.Column("facts", sa.JSON(), nullable=True),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("prev", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.CheckConstraint(
            "kind in ('create', 'amend', 'withdraw', 'void', 'correct', 'merge')",
            name=op.f("ck_operation_kind_is_known"),
        ),
        sa.CheckConstraint(
            "status in ('stored', 'rejected', 'conflict', 'held')", name=op.f("ck_operation_status_is_known")
        ),
        sa.ForeignKeyConstraint(
            ["municipality"], ["counter.municipality"], name=op.f("fk_operation_municipality_counter")
        ),
        sa.PrimaryKeyConstraint("municipality", "server_seq", name=op.f("pk_operation")),
        sa.UniqueConstraint(
            "municipality", "activity_id", "rev", name=op.f("uq_operation_municipality_activity_id_rev")
        ),
        sa.UniqueConstraint("op_id", name=op.f("uq_operation_op_id")),
    )
    with op.batch_alter_table("operation", schema=None) as batch_op:
        batch_op.create_index("ix_operation_stream", ["stream_id", "seq"], unique=False)

    op.create_table(
        "activity",
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("type", sa.String(length=40), nullable=False),
        sa.Column("place", sa.String(length=60), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("focus", sa.JSON(), nullable=False),
        sa.Column("organisations", sa.JSON(), nullable=False),
        sa.Column("participants", sa.JSON(), nullable=False),
        sa.Column("others", sa.Integer(), nullable=False),
        sa.Column("targeted", sa.Boolean(), nullable=False),
        sa.Column("outcome", sa.String(length=12), nullable=False),
        sa.Column("counters", sa.JSON(), nullable=False),
        sa.Column("author", sa.Uuid(as_uuid=False), nullable=True),
        sa.Column("author_organisation", sa.String(length=40), nullable=False),
        sa.Column("origin", sa.String(length=10), nullable=False),
        sa.Column("has_note", sa.Boolean(), nullable=False),
        sa.Column("server_seq", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "outcome in ('completed', 'interrupted')", name=op.f("ck_activity_outcome_is_known")
        ),
        sa.CheckConstraint(
            "state in ('current', 'withdrawn', 'voided')", name=op.f("ck_activity_state_is_known")
        ),
        sa.CheckConstraint(
            "ended_at is null or ended_at >= started_at", name=op.f("ck_activity_end_not_before_start")
        ),
        sa.CheckConstraint("others >= 0", name=op.f("ck_activity_others_not_negative")),
        sa.ForeignKeyConstraint(
            ["municipality"], ["municipality.code"], name=op.f("fk_activity_municipality_municipality")
        ),
        sa.PrimaryKeyConstraint("municipality", "id", name=op.f("pk_activity")),
    )
    with op.batch_alter_table("activity", schema=None) as batch_op:
        batch_op.create_index("ix_activity_author", ["author", "started_at"], unique=False)
        batch_op.create_index("ix_activity_ended", ["municipality", "ended_at"], unique=False)
        batch_op.create_index("ix_activity_started", ["municipality", "started_at"], unique=False)

    op.create_table(
        "operation_body",
        sa.Column("op_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("salt", sa.LargeBinary(length=16), nullable=True),
        sa.Column("reduced_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["op_id"], ["operation.op_id"], name=op.f("fk_operation_body_op_id_operation")
        ),
        sa.PrimaryKeyConstraint("op_id", name=op.f("pk_operation_body")),
    )
    op.create_table(
        "place",
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("id", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(
            ["municipality"], ["municipality.code"], name=op.f("fk_place_municipality_municipality")
        ),
        sa.PrimaryKeyConstraint("municipality", "id", name=op.f("pk_place")),
    )
    op.create_table(
        "pledge",
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality"], ["municipality.code"], name=op.f("fk_pledge_municipality_municipality")
        ),
        sa.PrimaryKeyConstraint("municipality", "key", name=op.f("pk_pledge")),
    )
    op.create_table(
        "token",
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["municipality"], ["municipality.code"], name=op.f("fk_token_municipality_municipality")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_token")),
        sa.UniqueConstraint("hash", name=op.f("uq_token_hash")),
    )
    op.create_table(
        "user",
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("organisation", sa.String(length=40), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=True),
        sa.Column("current_municipality", sa.String(length=4), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("disabled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["current_municipality"],
            ["municipality.code"],
            name=op.f("fk_user_current_municipality_municipality"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation"], ["organisation.key"], name=op.f("fk_user_organisation_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user")),
        sa.UniqueConstraint("email", name=op.f("uq_user_email")),
    )
    op.create_table(
        "grant",
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("user_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("municipality", sa.String(length=4), nullable=True),
        sa.Column("district", sa.String(length=40), nullable=True),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "role in ('officer', 'municipal_worker', 'coordinator', 'district_chief', 'administrator')",
            name=op.f("ck_grant_role_is_known"),
        ),
        sa.CheckConstraint("municipality is null or district is null", name=op.f("ck_grant_one_scope")),
        sa.ForeignKeyConstraint(["district"], ["district.id"], name=op.f("fk_grant_district_district")),
        sa.ForeignKeyConstraint(
            ["municipality"], ["municipality.code"], name=op.f("fk_grant_municipality_municipality")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_grant_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grant")),
    )
    with op.batch_alter_table("grant", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_grant_user_id"), ["user_id"], unique=False)

    op.create_table(
        "mark",
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("pledge", sa.String(length=80), nullable=False),
        sa.Column("commitment", sa.String(length=80), nullable=False),
        sa.Column("reached_on", sa.Date(), nullable=False),
        sa.Column("evidence", sa.String(length=400), nullable=True),
        sa.ForeignKeyConstraint(
            ["municipality", "pledge"],
            ["pledge.municipality", "pledge.key"],
            name=op.f("fk_mark_municipality_pledge_pledge"),
        ),
        sa.PrimaryKeyConstraint("municipality", "pledge", "commitment", "reached_on", name=op.f("pk_mark")),
    )
    op.create_table(
        "place_flag",
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("place", sa.String(length=60), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=200), nullable=True),
        sa.CheckConstraint("last is null or last >= first", name=op.f("ck_place_flag_last_not_before_first")),
        sa.ForeignKeyConstraint(
            ["municipality", "place"],
            ["place.municipality", "place.id"],
            name=op.f("fk_place_flag_municipality_place_place"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place_flag")),
    )
    with op.batch_alter_table("place_flag", schema=None) as batch_op:
        batch_op.create_index("ix_place_flag_place", ["municipality", "place"], unique=False)

    op.create_table(
        "pledge_version",
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("pledge", sa.String(length=80), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("written_by", sa.String(length=80), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("why", sa.String(length=400), nullable=True),
        sa.Column("approved_by", sa.String(length=80), nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "status in ('draft', 'approved', 'closed')", name=op.f("ck_pledge_version_status_is_known")
        ),
        sa.ForeignKeyConstraint(
            ["municipality", "pledge"],
            ["pledge.municipality", "pledge.key"],
            name=op.f("fk_pledge_version_municipality_pledge_pledge"),
        ),
        sa.PrimaryKeyConstraint("municipality", "pledge", "number", name=op.f("pk_pledge_version")),
        sa.UniqueConstraint(
            "municipality", "pledge", "sha256", name=op.f("uq_pledge_version_municipality_pledge_sha256")
        ),
    )
    op.create_table(
        "report",
        sa.Column("municipality", sa.String(length=4), nullable=False),
        sa.Column("pledge", sa.String(length=80), nullable=False),
        sa.Column("commitment", sa.String(length=80), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=True),
        sa.CheckConstraint("value >= 0", name=op.f("ck_report_value_not_negative")),
        sa.ForeignKeyConstraint(
            ["municipality", "pledge"],
            ["pledge.municipality", "pledge.key"],
            name=op.f("fk_report_municipality_pledge_pledge"),
        ),
        sa.PrimaryKeyConstraint("municipality", "pledge", "commitment", "month", name=op.f("pk_report")),
    )
    op.create_table(
        "session",
        sa.Column("id_hash", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_session_user_id_user")),
        sa.PrimaryKeyConstraint("id_hash", name=op.f("pk_session")),
    )
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_session_user_id"), ["user_id"], unique=False)

    op.create_table(
        "stream",
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("user_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("label", sa.String(length=120), nullable=False),
        sa.Column("app_build", sa.String(length=40), nullable=False),
        sa.Column("highest_seq", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_stream_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stream")),
    )
    with op.batch_alter_table("stream", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_stream_user_id"), ["user_id"], unique=False)
    for name in APPEND_ONLY:
        forbid_changes(name)


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


def downgrade() -> None:
    with op.batch_alter_table("stream", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_stream_user_id"))

    op.drop_table("stream")
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_session_user_id"))

    op.drop_table("session")
    op.drop_table("report")
    op.drop_table("pledge_version")
    with op.batch_alter_table("place_flag", schema=None) as batch_op:
        batch_op.drop_index("ix_place_flag_place")

    op.drop_table("place_flag")
    op.drop_table("mark")
    with op.batch_alter_table("grant", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_grant_user_id"))

    op.drop_table("grant")
    op.drop_table("user")
    op.drop_table("token")
    op.drop_table("pledge")
    op.drop_table("place")
    op.drop_table("operation_body")
    with op.batch_alter_table("activity", schema=None) as batch_op:
        batch_op.drop_index("ix_activity_started")
        batch_op.drop_index("ix_activity_ended")
        batch_op.drop_index("ix_activity_author")

    op.drop_table("activity")
    with op.batch_alter_table("operation", schema=None) as batch_op:
        batch_op.drop_index("ix_operation_stream")

    op.drop_table("operation")
    with op.batch_alter_table("municipality", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_municipality_district"))

    op.drop_table("municipality")
    op.drop_table("vocabulary")
    op.drop_table("sign_in_failure")
    op.drop_table("organisation")
    op.drop_table("district")
    op.drop_table("counter")
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.drop_index("ix_audit_object")
        batch_op.drop_index("ix_audit_municipality")

    op.drop_table("audit")
    if op.get_bind().dialect.name == "postgresql":
        for name in APPEND_ONLY:
            op.execute(f"drop function {name}_is_append_only()")
