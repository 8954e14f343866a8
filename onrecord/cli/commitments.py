"""`onrecord commitments`: who undertook what, by when, and what became of it."""

import click

from onrecord.brief.days import period_words
from onrecord.brief.index import Index
from onrecord.brief.quoting import deed, quote, shorten
from onrecord.brief.value import Piece
from onrecord.cli.asked import Asked, asking
from onrecord.cli.consoles import printer
from onrecord.cli.entries import Entry, list_entries
from onrecord.cli.opening import look_up
from onrecord.cli.records import print_records
from onrecord.model.records import Commitment
from onrecord.queries import chosen
from onrecord.queries.wording import day_or_none, printed_in

__all__ = ["commitments", "entry_of"]


@click.command()
@asking("by", "to", "about", "since", "until", "status-of-commitment", "ledger", "as-of", "json")
def commitments(asked: Asked) -> int:
    """Who undertook what, by when, and what became of it.

    The day on the left is the day it was first reported; the words are those of the newest report. --since and
    --until ask for what was reported or falls due in those days. A commitment is never kept or broken by onrecord's
    own verdict, only reported so, by somebody; without such a report it goes from due to overdue.

    \b
    Examples:
      onrecord commitments --status overdue --status due
      onrecord commitments --by Kestria --as-of 2019-03-31
      onrecord commitments --about gates --json
    """
    index = look_up(asked)
    found = chosen.commitments(index, asked.filters)
    if asked.as_json:
        print_records(found)
    else:
        entries = [entry_of(index, commitment) for commitment in found]
        list_entries(printer(), entries, noun="commitment", ledger=index.ledger)
    return 0


def entry_of(index: Index, commitment: Commitment) -> Entry:
    """A commitment as an entry: by whom, to whom, what, when due, on what condition, its status, its newest words."""
    head = [Piece(index.names(index.sides(commitment.by)) or "somebody unnamed", "who")]
    others = [actor for actor in index.sides(commitment.to) if actor not in commitment.by]
    if others:
        head += [Piece(" to "), Piece(index.names(others), "who")]
    head += [Piece(": "), Piece(shorten(deed(commitment.action), 120))]
    if commitment.due.known:
        head += [Piece(" · due "), Piece(period_words(commitment.due), "day")]
    if commitment.condition:
        head += [Piece(" · "), Piece(shorten(commitment.condition, 80))]
    head += [Piece(" · "), Piece(commitment.status, "status")]
    return Entry(commitment.id, day_or_none(chosen.made(index, commitment)), tuple(head), _words(index, commitment))


def _words(index: Index, commitment: Commitment) -> tuple[tuple[Piece, ...], ...]:
    if not commitment.mentions:
        return ()
    newest = max(commitment.mentions, key=lambda mention: (index.last_day(mention.report), mention.evidence))
    others = len({mention.report for mention in commitment.mentions}) - 1
    more = f" and {others} more" if others > 0 else ""
    return ((quote(newest.evidence.exact, limit=160), Piece(f" {printed_in(index, newest.report)}{more}")),)
