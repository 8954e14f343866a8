"""`onrecord talks`: who talked with whom, and who means to."""

import click

from onrecord.brief.index import Index
from onrecord.brief.quoting import quote
from onrecord.brief.value import Piece
from onrecord.cli.asked import Asked, asking
from onrecord.cli.consoles import printer
from onrecord.cli.entries import Entry, list_entries
from onrecord.cli.opening import look_up
from onrecord.cli.records import print_records
from onrecord.model.records import Talk
from onrecord.queries import chosen
from onrecord.queries.wording import day_or_none, printed_in
from onrecord.text.visible import one_line

__all__ = ["entry_of", "talks"]


@click.command()
@asking("by", "to", "about", "since", "until", "status-of-talk", "ledger", "as-of", "json")
def talks(asked: Asked) -> int:
    """Who talked with whom, and who means to.

    One entry for each meeting, call or round, however many reports tell of it. --by and --to both ask for parties.

    \b
    Examples:
      onrecord talks --status planned --status proposed
      onrecord talks --by Orlavia --to Kestria --since 2019-03-01
    """
    index = look_up(asked)
    found = chosen.talks(index, asked.filters)
    if asked.as_json:
        print_records(found)
    else:
        list_entries(printer(), [entry_of(index, talk) for talk in found], noun="talk", ledger=index.ledger)
    return 0


def entry_of(index: Index, talk: Talk) -> Entry:
    """A talk as an entry: the parties, where, in which form, how long, its status, and the newest report's words."""
    head = [
        Piece(
            " – ".join(dict.fromkeys(index.name(party) for party in index.people(talk.parties))) or "parties not named",
            "who",
        )
    ]
    minutes = f"{talk.minutes:g} minutes" if talk.minutes else ""
    for word in (talk.where, talk.format, minutes):
        head += [Piece(f" · {one_line(word)}")] if word else []
    head += [Piece(" · "), Piece(talk.status, "status")]
    return Entry(talk.id, day_or_none(talk.when), tuple(head), _words(index, talk))


def _words(index: Index, talk: Talk) -> tuple[tuple[Piece, ...], ...]:
    if not talk.mentions:
        return ()
    newest = max(talk.mentions, key=lambda mention: (index.last_day(mention.report), mention.evidence))
    others = len({mention.report for mention in talk.mentions}) - 1
    more = f" and {others} more" if others > 0 else ""
    return ((quote(newest.evidence.exact, limit=160), Piece(f" {printed_in(index, newest.report)}{more}")),)
