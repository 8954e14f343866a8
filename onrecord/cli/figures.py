"""`onrecord figures`: numbers, by what they count and who counts."""

import click

from onrecord.brief.index import Index
from onrecord.brief.numbers import figure_words
from onrecord.brief.quoting import quote
from onrecord.brief.value import Piece
from onrecord.cli.asked import Asked, asking
from onrecord.cli.consoles import printer
from onrecord.cli.entries import Entry, list_entries
from onrecord.cli.opening import look_up
from onrecord.cli.records import print_records
from onrecord.cli.sieve import Sieve
from onrecord.cli.wording import day_or_none, days_of, in_order, printed_in
from onrecord.model.records import Figure
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
    found = _by_series(index, _chosen(index, Sieve(index, asked.filters)))
    if asked.as_json:
        print_records(found)
    else:
        list_entries(printer(), [entry_of(index, f) for f in found], noun="figure", ledger=index.ledger)
    return 0


def _chosen(index: Index, sieve: Sieve) -> list[Figure]:
    return [
        figure
        for figure in index.ledger.figures
        if sieve.by([figure.by])
        and sieve.days(days_of(index, figure.said, figure.report))
        and sieve.about([figure.of, figure.where, figure.unit, figure.evidence.exact], ids=[figure.series])
    ]


def _by_series(index: Index, found: list[Figure]) -> list[Figure]:
    ordered = in_order(found, lambda figure: days_of(index, figure.said, figure.report))
    series = {figure.series: place for place, figure in reversed(list(enumerate(ordered)))}
    return sorted(ordered, key=lambda figure: series[figure.series])


def entry_of(index: Index, figure: Figure) -> Entry:
    """A figure as an entry: the number, what it counts and where, who gives it, and the words."""
    of = " · ".join(one_line(word) for word in (figure.of, figure.where) if word)
    giver = index.name(figure.by) if figure.by else f"the writer, {printed_in(index, figure.report)}"
    head = (Piece(of, "what"), Piece(": "), Piece(figure_words(figure), "status"), Piece(f" ({giver})"))
    day = day_or_none(days_of(index, figure.said, figure.report))
    return Entry(figure.id, day, head, ((quote(figure.evidence.exact, limit=160),),))
