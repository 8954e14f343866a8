"""Addresses and fingerprints of reports, and what a watch remembers between its rounds."""

import sqlalchemy as sa
from alembic import op

from onrecord.ledger.forms import as_report
from onrecord.ledger.places import remember

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, and note the addresses of the reports that are held."""
    op.create_table(
        "address",
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("report_id", sa.String(), sa.ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
    )
    op.create_table(
        "fingerprint",
        sa.Column("value", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("report_id", sa.String(), sa.ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
        sa.Index("fingerprint_report_id", "report_id"),
    )
    op.create_table(
        "watched",
        sa.Column("source", sa.String(), primary_key=True),
        sa.Column("state", sa.Text(), nullable=False),
    )
    op.create_table(
        "outgoing",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("due", sa.Float(), nullable=False),
    )
    connection = op.get_bind()
    for row in connection.execute(sa.text("SELECT fields, text FROM report ORDER BY id")):
        remember(connection, as_report(row.fields, row.text))
