"""`onrecord figures`: numbers, by what they count and who counts."""

import click

from onrecord.brief.index import Index
from onrecord.brief.numbers import counted_words, figure_words
from onrecord.brief.quoting import quote
from onrecord.brief.value import Piece
from onrecord.cli.asked import Asked, asking
from onrecord.cli.consoles import printer
from onrecord.cli.entries import Entry, list_entries
from onrecord.cli.opening import look_up
from onrecord.cli.records import print_records
from onrecord.model.records import Figure
from onrecord.queries import chosen
from onrecord.queries.wording import day_or_none, days_of, printed_in
from onrecord.text.visible import one_line

__all__ = ["entry_of", "figures"]


@click.command()
@asking("by", "about", "since", "until", "ledger", "as-of", "json")
def figures(asked: Asked) -> int:
    """Numbers, by what they count and who counts.

    Those that count the same thing stand together, oldest first.

    \b
    Examples:
      onrecord figures --about families
      onrecord figures --by "river commission" --json
    """
    index = look_up(asked)
    found = chosen.figures(index, asked.filters)
    if asked.as_json:
        print_records(found)
    else:
        list_entries(printer(), [entry_of(index, f) for f in found], noun="figure", ledger=index.ledger)
    return 0


def entry_of(index: Index, figure: Figure) -> Entry:
    """A figure as an entry: the number, what it counts and where, who gives it, and the words."""
    of = " · ".join(word for word in (counted_words(figure), one_line(figure.where or "")) if word)
    giver = index.name(figure.by) if figure.by else f"the writer, {printed_in(index, figure.report)}"
    head = (Piece(of, "what"), Piece(": "), Piece(figure_words(figure), "status"), Piece(f" ({giver})"))
    day = day_or_none(days_of(index, figure.said, figure.report))
    return Entry(figure.id, day, head, ((quote(figure.evidence.exact, limit=160),),))
