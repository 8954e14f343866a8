"""The tables of a ledger, as SQLAlchemy Core knows them; the migrations make them, and a test holds the two together.

Nothing here is particular to one database. Values of the model are kept as JSON, because they are taken out whole and
never queried by their parts: what is asked about reports is answered from a derived ledger.
"""

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

__all__ = [
    "HEAD", "address", "change", "fingerprint", "judgement", "kept_view", "meta", "metadata", "outgoing", "passage",
    "reading", "report", "sample", "watched",
]  # fmt: skip

HEAD = "0005"
"""The revision of the newest migration: a ledger that stands at it is opened without starting Alembic (0.2 s)."""

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)

report = Table(
    "report",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False, index=True),
    Column("fields", Text, nullable=False),  # the Report as JSON, its text left empty
    Column("text", Text, nullable=False),
    Column("entered_at", String, nullable=False),  # UTC, ISO 8601: tells a person, decides nothing
)

reading = Table(
    "reading",
    metadata,
    Column("report_id", String, ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
    Column("reader", String, nullable=False),
    Column("data", LargeBinary, nullable=False),  # the Reading as JSON
)

passage = Table(
    "passage",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("report_id", String, ForeignKey("report.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String, nullable=False),  # report or statement
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("passage_report_id", "report_id"),
)

kept_view = Table(
    "kept_view",
    metadata,
    Column("day", String(10), primary_key=True),
    Column("state", String, primary_key=True),  # digest of the readings and judgements it was made from
    Column("code", String, primary_key=True),  # edition of the code that made it
    Column("number", Integer, nullable=False),  # counts up: the oldest views go first
    Column("data", LargeBinary, nullable=False),  # the Ledger as packed JSON, without the reports' texts
)

judgement = Table(
    "judgement",
    metadata,
    Column("id", String, primary_key=True),
    Column("about", String, nullable=False, index=True),
    Column("decision", String, nullable=False),
    Column("by", String, nullable=False),
    Column("at", String, nullable=False),
    Column("note", Text),
    Column("details", Text),  # JSON: kind, changes, anchors, others, seen; none for a grade
    Column("withdrawn_at", String),
    Column("withdrawn_by", String),
    Column("withdrawn_note", Text),
)

address = Table(
    "address",
    metadata,
    Column("key", String, primary_key=True),  # an address in the one form that all links to its page have
    Column("report_id", String, ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
)

fingerprint = Table(
    "fingerprint",
    metadata,
    Column("value", BigInteger, primary_key=True, autoincrement=False),  # hash of a run of words
    Column("report_id", String, ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
    Index("fingerprint_report_id", "report_id"),
)

sample = Table(
    "sample",
    metadata,
    Column("report_id", String, ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
    Column("code", String, nullable=False),  # edition of the code that took it
    Column("data", LargeBinary, nullable=False),  # hashes of runs of words, eight bytes each
)

change = Table(
    "change",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),  # of its newest change: never given twice
    Column("report_id", String, ForeignKey("report.id", ondelete="CASCADE"), nullable=False),
    Index("change_report_id", "report_id", unique=True),
    sqlite_autoincrement=True,
)

watched = Table(
    "watched",
    metadata,
    Column("source", String, primary_key=True),  # a feed's address, a folder, or a page that a feed named
    Column("state", Text, nullable=False),  # JSON: what its server last said of it, when it is due
)

outgoing = Table(
    "outgoing",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("target", String, nullable=False),
    Column("body", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("due", Float, nullable=False),  # seconds since 1970: tells when to try again
)
