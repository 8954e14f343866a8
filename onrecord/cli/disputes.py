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
from onrecord.cli.sieve import Sieve
from onrecord.cli.wording import day_or_none, first_told, in_order
from onrecord.model.period import Period
from onrecord.model.records import Dispute

__all__ = ["disputes", "entry_of", "shown"]


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
    found = in_order(_chosen(index, Sieve(index, asked.filters)), lambda dispute: shown(index, dispute))
    if asked.as_json:
        print_records(found)
    else:
        entries = [entry_of(index, dispute) for dispute in found]
        list_entries(printer(), entries, noun="dispute", ledger=index.ledger)
    return 0


def shown(index: Index, dispute: Dispute) -> Period:
    """The days of the first report that shows it."""
    return first_told(index, (mention.report for mention in dispute.mentions))


def _chosen(index: Index, sieve: Sieve) -> list[Dispute]:
    return [
        dispute
        for dispute in index.ledger.disputes
        if _sides(sieve, dispute)
        and sieve.days(*(index.published(mention.report) for mention in dispute.mentions))
        and sieve.about([dispute.claim, *(span.exact for mention in dispute.mentions for span in mention.evidence)])
    ]


def _sides(sieve: Sieve, dispute: Dispute) -> bool:
    sides = (dispute.asserted_by, dispute.denied_by)
    return any(sieve.by(mine) and sieve.to(theirs) for mine, theirs in (sides, sides[::-1]))


def entry_of(index: Index, dispute: Dispute) -> Entry:
    """A dispute as an entry: the claim, then each side with its words."""
    head = (quote(dispute.claim, limit=160),)
    rows = []
    for label, by in (("asserted by ", dispute.asserted_by), ("denied by ", dispute.denied_by)):
        if by:
            rows.append((Piece(label), Piece(index.names(by), "who"), *_words(index, dispute, by)))
    return Entry(dispute.id, day_or_none(shown(index, dispute)), head, tuple(rows))


def _words(index: Index, dispute: Dispute, by: tuple[str, ...]) -> tuple[Piece, ...]:
    """The side's first statement of those that the dispute rests on."""
    for name in dispute.statements:
        statement = index.statements.get(name)
        if statement and statement.content and statement.source and index.speaks_for(statement.source) & set(by):
            return (Piece(": "), said_words(statement, text=index.text(statement.report)))
    return ()
