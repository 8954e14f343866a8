"""`onrecord disputes`: what one side says and the other denies."""

import click

from onrecord.brief.index import Index
from onrecord.brief.quoting import quote, said_words
from onrecord.brief.value import Piece
from onrecord.cli.asked import Asked, asking
from onrecord.cli.consoles import printer
from onrecord.cli.entries import Entry, list_entries
from onrecord.cli.opening import look_up
from onrecord.cli.records import print_records
from onrecord.model.records import Dispute
from onrecord.queries import chosen
from onrecord.queries.wording import day_or_none

__all__ = ["disputes", "entry_of"]


@click.command()
@asking("by", "to", "about", "since", "until", "ledger", "as-of", "json")
def disputes(asked: Asked) -> int:
    """What one side says and the other denies.

    The claim is words of a report; below it stand those who assert it and those who deny it, in words of the reports.
    --by asks for a side, and --to for the other side.

    \b
    Examples:
      onrecord disputes --by Kestria
      onrecord disputes --about gates --as-of 2019-03-15
    """
    index = look_up(asked)
    found = chosen.disputes(index, asked.filters)
    if asked.as_json:
        print_records(found)
    else:
        entries = [entry_of(index, dispute) for dispute in found]
        list_entries(printer(), entries, noun="dispute", ledger=index.ledger)
    return 0


def entry_of(index: Index, dispute: Dispute) -> Entry:
    """A dispute as an entry: the claim, then each side with its words."""
    head = (quote(dispute.claim, limit=160),)
    rows = []
    for label, by in (("asserted by ", dispute.asserted_by), ("denied by ", dispute.denied_by)):
        if by:
            rows.append((Piece(label), Piece(index.names(by), "who"), *_words(index, dispute, by)))
    return Entry(dispute.id, day_or_none(chosen.shown(index, dispute)), head, tuple(rows))


def _words(index: Index, dispute: Dispute, by: tuple[str, ...]) -> tuple[Piece, ...]:
    """The side's first statement of those that the dispute rests on."""
    for name in dispute.statements:
        statement = index.statements.get(name)
        if statement and statement.content and statement.source and index.speaks_for(statement.source) & set(by):
            return (Piece(": "), said_words(statement, text=index.text(statement.report)))
    return ()
