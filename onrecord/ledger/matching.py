"""The same search in words that no ledger has filed: what a person added is found as what was read is."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing

from onrecord.ledger.search import asked_for

__all__ = ["matching"]

_TABLE = "CREATE VIRTUAL TABLE said USING fts5(words, tokenize='porter unicode61 remove_diacritics 2')"


def matching(texts: Sequence[str], query: str) -> tuple[int, ...]:
    """The numbers of the texts that hold all terms of a query, best first."""
    terms = asked_for(query)
    if not terms or not texts:
        return ()
    with closing(sqlite3.connect(":memory:")) as room:
        room.execute(_TABLE)
        room.executemany("INSERT INTO said(rowid, words) VALUES (?, ?)", enumerate(texts))
        match = "SELECT rowid FROM said WHERE said MATCH ? ORDER BY bm25(said), rowid"
        return tuple(number for (number,) in room.execute(match, [" AND ".join(terms)]))
