"""The first ledger: reports, readings, passages with their search index, kept views, judgements."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    meta = op.create_table(
        "meta",
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("value", sa.String(), nullable=False),
    )
    op.bulk_insert(meta, [{"key": "format", "value": "onrecord ledger"}])
    _reports()
    _passages()
    op.create_table(
        "kept_view",
        sa.Column("day", sa.String(10), primary_key=True),
        sa.Column("state", sa.String(), primary_key=True),
        sa.Column("code", sa.String(), primary_key=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "judgement",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("about", sa.String(), nullable=False, index=True),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("note", sa.Text()),
        sa.Column("withdrawn_at", sa.String()),
    )


def _reports() -> None:
    op.create_table(
        "report",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False, index=True),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("entered_at", sa.String(), nullable=False),
    )
    op.create_table(
        "reading",
        sa.Column("report_id", sa.String(), sa.ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
    )


def _passages() -> None:
    op.create_table(
        "passage",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("report_id", sa.String(), sa.ForeignKey("report.id", ondelete="CASCADE"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
    )
    op.create_index("passage_report_id", "passage", ["report_id"])
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE search USING fts5"
            "(words, content='', tokenize='porter unicode61 remove_diacritics 2', columnsize=1)"
        )
