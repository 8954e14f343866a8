"""Decisions hold what they change and the words they are tied to, and who took them back."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; the decisions that are held have none of this."""
    op.add_column("judgement", sa.Column("details", sa.Text()))
    op.add_column("judgement", sa.Column("withdrawn_by", sa.String()))
    op.add_column("judgement", sa.Column("withdrawn_note", sa.Text()))
