"""`onrecord search`: words in statements and reports."""

import click

from onrecord.brief.index import Index
from onrecord.brief.quoting import quote
from onrecord.brief.value import Piece
from onrecord.cli.asked import Asked, asking
from onrecord.cli.consoles import printer
from onrecord.cli.entries import Entry, list_entries
from onrecord.cli.records import print_records
from onrecord.cli.statements import entry_of
from onrecord.ledger import open_ledger
from onrecord.model.records import Statement
from onrecord.queries.found import Found, found_in
from onrecord.queries.wording import day_or_none
from onrecord.viewing import ledger_as_of

__all__ = ["search"]


@click.command()
@click.argument("query")
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, show_default=True, help="At most so many results.")
@asking("by", "to", "about", "since", "until", "act", "ledger", "as-of", "json")
def search(asked: Asked, query: str, limit: int) -> int:
    """Find words in statements and reports.

    The best results come first, those that hold all the words; where none does, those that hold some. "Quoted words"
    must stand together. The filters are those of `onrecord statements`; with --by, --to or --act only statements are
    found.

    \b
    Examples:
      onrecord search "sluice gates"
      onrecord search withdraw --by Kestria --since 2019-03-20
    """
    with open_ledger(asked.ledger) as store:
        index = Index(ledger_as_of(store, asked.day))
        found = found_in(index, store, query, asked.filters, limit=limit)
    if asked.as_json:
        print_records(one.record for one in found)
    else:
        list_entries(printer(), [_entry(index, one) for one in found], noun="result", ledger=index.ledger)
    return 0


def _entry(index: Index, found: Found) -> Entry:
    record = found.record
    if isinstance(record, Statement):
        return entry_of(index, record)
    head = (
        Piece("report "),
        Piece(index.outlet(record.id), "who"),
        Piece(f" · {record.title}" if record.title else ""),
    )
    words = (quote(found.hit.span.exact, limit=200),)
    return Entry(record.id, day_or_none(record.published.period), head, (words,))
