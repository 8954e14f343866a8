"""Which reports came or changed since somebody last looked, so that what stays in memory need not compare all."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; what is held already has come, in the order of ids."""
    op.create_table(
        "change",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("report_id", sa.String(), sa.ForeignKey("report.id", ondelete="CASCADE"), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("change_report_id", "change", ["report_id"], unique=True)
    op.execute("INSERT INTO change (report_id) SELECT id FROM report ORDER BY id")
