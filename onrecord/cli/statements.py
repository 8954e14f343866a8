"""`onrecord statements`: who is on record saying what."""

import click

from onrecord.brief.index import Index
from onrecord.brief.quoting import said_words
from onrecord.brief.value import Piece
from onrecord.cli.asked import Asked, asking
from onrecord.cli.consoles import printer
from onrecord.cli.entries import Entry, list_entries
from onrecord.cli.opening import look_up
from onrecord.cli.records import print_records
from onrecord.model.records import Statement
from onrecord.queries import chosen
from onrecord.queries.wording import day_or_none, days_of, printed_in

__all__ = ["entry_of", "statements"]


@click.command()
@asking("by", "to", "about", "since", "until", "act", "ledger", "as-of", "json")
def statements(asked: Asked) -> int:
    """Who said what, with the chain of voices.

    Each entry says when, who (and through whom it is told), to whom, what was done by saying it, and the exact words.

    \b
    Examples:
      onrecord statements --by Orlavia --act demand
      onrecord statements --about "sluice gates" --since 2019-03-20
      onrecord statements --by dravec --json | jq .content
    """
    index = look_up(asked)
    found = chosen.statements(index, asked.filters)
    if asked.as_json:
        print_records(found)
    else:
        entries = [entry_of(index, statement) for statement in found]
        list_entries(printer(), entries, noun="statement", ledger=index.ledger)
    return 0


def entry_of(index: Index, statement: Statement) -> Entry:
    """A statement as an entry: who, told by whom, to whom, the act, the words and where they stand."""
    outer = [actor for actor in statement.chain if actor != statement.source]
    head = [Piece(index.names([statement.source]) if statement.source else "somebody unnamed", "who")]
    if outer:
        head += [Piece(", as told by "), Piece(index.names(reversed(outer)), "who")]
    if statement.addressee:
        head += [Piece(" to "), Piece(index.name(statement.addressee), "who")]
    head += [Piece(" · "), Piece(statement.act, "status"), Piece(f" · {printed_in(index, statement.report)}")]
    day = day_or_none(days_of(index, statement.said, statement.report))
    return Entry(
        statement.id,
        day,
        tuple(head),
        ((said_words(statement, text=index.text(statement.report), limit=220),),) if statement.content else (),
    )
