"""`onrecord timeline`: what happened, day by day."""

import click

from onrecord.cli.asked import Asked, asking
from onrecord.cli.consoles import printer
from onrecord.cli.entries import Entry, list_entries
from onrecord.cli.opening import look_up
from onrecord.cli.records import print_lines
from onrecord.queries import chosen
from onrecord.queries.wording import day_or_none

__all__ = ["timeline"]


@click.command()
@asking("by", "about", "since", "until", "ledger", "as-of", "json")
def timeline(asked: Asked) -> int:
    """Day by day: talks, promises, what fell due, disputes.

    Each event is the beginning of something or a change in what became of it, with the words behind it. With --json
    each line names the day, what happened, the record (`about`) and its evidence.

    \b
    Examples:
      onrecord timeline --since 2019-03-20 --until 2019-03-31
      onrecord timeline --by Kestria
    """
    index = look_up(asked)
    found = chosen.happenings(index, asked.filters)
    if asked.as_json:
        print_lines(event.line() for event in found)
    else:
        entries = [Entry(event.about, day_or_none(event.when), event.head, event.rows) for event in found]
        list_entries(printer(), entries, noun="event", ledger=index.ledger)
    return 0
