"""Full-text search, the one thing that each database does in its own way.

For SQLite an FTS5 table without content of its own stands beside `passage`: it holds an index only, so that a report's
text is on the disk once. Such a table forgets a row only when it is given the row's words again (sqlite.org/fts5.html,
section 4.4.3).
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from sqlalchemy import Connection, delete, func, insert, select, text

from onrecord.ledger import tables
from onrecord.ledger.store import Hit
from onrecord.model.reading import Reading
from onrecord.model.report import Report
from onrecord.model.span import Span

__all__ = ["asked_for", "find", "forget", "remember"]

MOST_TERMS = 64
"""A query is cut after so many words: nobody means more, and FTS5's cost grows with each."""


class Passage(NamedTuple):
    kind: str
    start: int
    end: int
    words: str


def remember(connection: Connection, report: Report, reading: Reading) -> None:
    """Make a report and the contents of its statements findable; the transaction must be one that writes."""
    last = connection.scalar(select(func.max(tables.passage.c.number))) or 0
    passages = list(enumerate(_passages(report, reading), start=last + 1))
    connection.execute(
        insert(tables.passage),
        [{"number": n, "report_id": report.id, "kind": p.kind, "start": p.start, "end": p.end} for n, p in passages],
    )
    words = [{"number": number, "words": passage.words} for number, passage in passages]
    connection.execute(text("INSERT INTO search(rowid, words) VALUES (:number, :words)"), words)


def forget(connection: Connection, report: Report, reading: Reading) -> None:
    """Make what `remember` was given of this report and this reading not findable any more."""
    mine = tables.passage.c.report_id == report.id
    numbers = connection.scalars(select(tables.passage.c.number).where(mine).order_by(tables.passage.c.number)).all()
    passages = zip(numbers, _passages(report, reading), strict=True)
    words = [{"number": number, "words": passage.words} for number, passage in passages]
    connection.execute(text("INSERT INTO search(search, rowid, words) VALUES ('delete', :number, :words)"), words)
    connection.execute(delete(tables.passage).where(mine))


def find(connection: Connection, query: str, *, limit: int) -> tuple[Hit, ...]:
    """The passages that hold all terms of a query, best first; where none does, those that hold any of them."""
    terms = _terms(query)
    if not terms or limit < 1:
        return ()
    quoted = asked_for(query)
    rows = _ask(connection, " AND ".join(quoted), limit) or _ask(connection, " OR ".join(quoted), limit)
    return tuple(_hit(row, terms) for row in rows)


def asked_for(query: str) -> list[str]:
    """The terms of a query as FTS5 wants them, each in quotation marks."""
    return ['"{}"'.format(term.replace('"', '""')) for term in _terms(query)]


class _Row(NamedTuple):
    kind: str
    report: str
    start: int
    end: int
    text: str
    score: float


def _ask(connection: Connection, match: str, limit: int) -> Sequence[_Row]:
    # The texts are fetched for what is given only: a common word stands in thousands of reports.
    statement = text(
        'SELECT h.kind, h.report_id, h.start, h."end", r.text, h.score FROM ('
        'SELECT p.kind, p.report_id, p.start, p."end", -bm25(search) AS score FROM search '
        "JOIN passage AS p ON p.number = search.rowid WHERE search MATCH :match "
        'ORDER BY score DESC, p.report_id, p.start, p."end", p.kind LIMIT :limit'
        ") AS h JOIN report AS r ON r.id = h.report_id "
        'ORDER BY h.score DESC, h.report_id, h.start, h."end", h.kind'
    )
    return [_Row(*row) for row in connection.execute(statement, {"match": match, "limit": limit})]


def _passages(report: Report, reading: Reading) -> Iterator[Passage]:
    """The report as a whole without its furniture, and each statement's content.

    What this yields must never change without a migration that fills the index anew: `forget` relies on it.
    """
    yield Passage("report", 0, len(report.text), f"{report.title or ''}\n{_story(report)}")
    for statement in reading.statements:
        if statement.content:
            words = " ".join(span.exact for span in statement.content)
            yield Passage("statement", statement.content[0].start, statement.content[-1].end, words)


def _story(report: Report) -> str:
    pieces, at = [], 0
    for start, end in report.furniture:
        pieces.append(report.text[at:start])
        at = end
    return "\n".join([*pieces, report.text[at:]])


def _terms(query: str) -> list[str]:
    """The words of a query, and its quoted phrases whole; what holds no letter or digit is no term."""
    query = re.sub("[\0\ud800-\udfff]", " ", query)  # what SQLite cannot be told
    found = [phrase or word for phrase, word in re.findall(r'"([^"]*)"|([^\s"]+)', query)]
    return [term for term in found if any(character.isalnum() for character in term)][:MOST_TERMS]


def _hit(row: _Row, terms: Sequence[str]) -> Hit:
    start, end = (row.start, row.end) if row.kind == "statement" else _best_line(row.text, terms)
    kind: Literal["report", "statement"] = "statement" if row.kind == "statement" else "report"
    return Hit(kind, Span.of(row.report, row.text, start, end), row.score)


def _best_line(body: str, terms: Sequence[str]) -> tuple[int, int]:
    """The line of a text that holds most of the terms, the first of several."""
    wanted = [word.casefold() for term in terms for word in re.findall(r"\w+", term)]
    lines = list(re.finditer(r"[^\n]*\S[^\n]*", body))
    if not lines:
        return 0, len(body)
    best = max(lines, key=lambda line: sum(word in line[0].casefold() for word in wanted))
    return best.span()
