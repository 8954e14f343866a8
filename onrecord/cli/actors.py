"""`onrecord actors`: who speaks, and for whom."""

from collections import Counter
from collections.abc import Collection

import click

from onrecord.brief.index import Index
from onrecord.brief.quoting import short_id
from onrecord.cli.asked import Asked, asking
from onrecord.cli.consoles import printer
from onrecord.cli.entries import Column, table
from onrecord.cli.opening import look_up
from onrecord.cli.records import print_lines, print_records
from onrecord.model.records import Actor
from onrecord.queries import chosen

__all__ = ["actors"]

_COLUMNS = (
    Column("Id", 10, whole=True),
    Column("Name", 26),
    Column("Kind", 12),
    Column("Speaks for", 16),
    Column("Said", 5, whole=True),
    Column("Also", rest=True),
)


_PAIRS = (
    Column("Id", 10, whole=True),
    Column("Name", 26),
    Column("Id", 10, whole=True),
    Column("Name", 26),
    Column("Why they may be one", rest=True),
)


@click.command()
@asking("by", "about", "kind", "ledger", "as-of", "json")
@click.option(
    "--unsure", "pairs", is_flag=True, help="List pairs that may be one and were left apart, with the reason."
)
def actors(asked: Asked, pairs: bool) -> int:
    """Who speaks, and for whom.

    Those who said most come first. --by asks for an actor and all who speak for it, --about for words of a name or
    an office. --unsure lists pairs of actors instead, of which one is such an actor.

    \b
    Examples:
      onrecord actors --by Orlavia
      onrecord actors --kind person
      onrecord actors --unsure
    """
    index = look_up(asked)
    them = chosen.actors(index, asked.filters)
    if pairs:
        return _list_unsure(index, {actor.id for actor in them}, as_json=asked.as_json)
    said = Counter(statement.source for statement in index.ledger.statements)
    found = sorted(them, key=lambda actor: (-said[actor.id], actor.name, actor.id))
    if asked.as_json:
        print_records(found)
    else:
        rows = [_row(index, actor, said[actor.id]) for actor in found]
        table(printer(), _COLUMNS, rows, noun="actor", ledger=index.ledger)
    return 0


def _list_unsure(index: Index, chosen: Collection[str], *, as_json: bool) -> int:
    """Pairs of which one is among the chosen."""
    from onrecord.resolve import unsure

    found = [pair for pair in unsure(index.ledger.actors) if pair.one in chosen or pair.other in chosen]
    if as_json:
        print_lines({"one": pair.one, "other": pair.other, "reason": pair.reason} for pair in found)
        return 0
    rows = [
        (short_id(pair.one), index.name(pair.one), short_id(pair.other), index.name(pair.other), pair.reason)
        for pair in found
    ]
    table(printer(), _PAIRS, rows, noun="pair", ledger=index.ledger)
    return 0


def _row(index: Index, actor: Actor, said: int) -> tuple[str, ...]:
    party = index.name(actor.party) if actor.party else ""
    others = [*actor.offices, *(alias for alias in actor.aliases if alias != actor.name)]
    also = ", ".join(dict.fromkeys(others))
    return short_id(actor.id), actor.name, actor.kind, party, str(said) if said else "", also
