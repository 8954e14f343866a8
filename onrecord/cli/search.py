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
from onrecord.ledger import Hit, open_ledger
from onrecord.model.records import ReportRecord, Statement
from onrecord.queries.chosen import passes
from onrecord.queries.sieve import Sieve
from onrecord.queries.wording import day_or_none
from onrecord.viewing import ledger_as_of

__all__ = ["search"]

# Filters are applied to what was found, so more is asked for than is shown.
_SPARE = 20


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
        hits = store.search(query, limit=limit * _SPARE)
    sieve = Sieve(index, asked.filters)
    found = list(dict.fromkeys(found for hit in hits if (found := _record(index, sieve, asked, hit)) is not None))[
        :limit
    ]
    if asked.as_json:
        print_records(found)
    else:
        lines = {hit.span.report: hit for hit in hits if hit.kind == "report"}
        entries = [_entry(index, record, lines) for record in found]
        list_entries(printer(), entries, noun="result", ledger=index.ledger)
    return 0


def _record(index: Index, sieve: Sieve, asked: Asked, hit: Hit) -> Statement | ReportRecord | None:
    if hit.kind == "statement":
        said = _statement(index, hit)
        return said if said is not None and passes(index, sieve, said) else None
    report = index.reports.get(hit.span.report)
    narrowed = asked.filters.by or asked.filters.to or asked.filters.act
    if report is None or narrowed or not sieve.days(report.published.period) or not sieve.about([report.text]):
        return None
    return report


def _statement(index: Index, hit: Hit) -> Statement | None:
    """The statement whose content begins where the hit does."""
    found = index.said_in(hit.span)
    return found if found is not None and found.content and found.content[0].start == hit.span.start else None


def _entry(index: Index, record: Statement | ReportRecord, lines: dict[str, Hit]) -> Entry:
    if isinstance(record, Statement):
        return entry_of(index, record)
    head = (
        Piece("report "),
        Piece(index.outlet(record.id), "who"),
        Piece(f" · {record.title}" if record.title else ""),
    )
    words = (quote(lines[record.id].span.exact, limit=200),) if record.id in lines else ()
    return Entry(record.id, day_or_none(record.published.period), head, (words,) if words else ())
