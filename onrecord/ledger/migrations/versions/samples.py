"""Samples of the words of reports, by which copies are found: taken once and not whenever somebody asks."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; it fills when somebody asks."""
    op.create_table(
        "sample",
        sa.Column("report_id", sa.String(), sa.ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
    )
