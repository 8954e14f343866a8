"""`onrecord review`: what the reader was unsure of, and what people decide about it."""

import click
from rich.text import Text

from onrecord.brief.index import Index
from onrecord.brief.quoting import short_id, shorten
from onrecord.brief.value import Piece
from onrecord.cli.asked import Asked, asking
from onrecord.cli.consoles import printer
from onrecord.cli.entries import Entry, list_entries
from onrecord.cli.records import print_lines
from onrecord.cli.review_deciding import accept, add, correct, merge, reject, speaker, split, withdraw
from onrecord.cli.review_export import export
from onrecord.cli.review_list import listing
from onrecord.errors import UsageError
from onrecord.ledger import open_ledger
from onrecord.queries.facts import title
from onrecord.queries.find import find
from onrecord.review import Item, queue, standing
from onrecord.viewing import ledger_as_of

__all__ = ["review"]

KINDS = ("actor", "statement", "talk", "commitment", "figure", "dispute")


@click.group(invoke_without_command=True)
@click.option("--kind", "kinds", type=click.Choice(KINDS), multiple=True, metavar="KIND", help="Only this kind.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, show_default=True, help="At most so many.")
@asking("ledger", "as-of", "json")
def review(asked: Asked, kinds: tuple[str, ...], limit: int) -> int:
    """What the reader was unsure of; put it right, by name.

    By itself it lists what to look at first: what is unsure and much hangs on, and actors that may be one. Look at a
    record with `onrecord show`, then accept it, correct it, reject it, merge or split it. Each decision is a row with
    your name, the time and your reason. It can be withdrawn; it is tied to the words of the report and outlasts a new
    reading; and everything that follows from it is concluded anew.

    \b
    Examples:
      onrecord review --kind statement
      onrecord review speaker s-1a2b "Edvar Holt" --note "he is named before"
      onrecord review correct c-77f0 due=2019-03-27
      onrecord review merge a-12ab a-9c01
    """
    context = click.get_current_context()
    if context.invoked_subcommand is not None:
        _refuse_misplaced(context)
        return 0
    with open_ledger(asked.ledger) as store:
        index = Index(ledger_as_of(store, asked.day))
        lost = sum(one.state != "applies" for one in standing(store))
    found = queue(index.ledger, kinds=kinds)  # type: ignore[arg-type]
    items = found[:limit]
    if asked.as_json:
        print_lines(_fields(item) for item in items)
        return 0
    console = printer()
    list_entries(console, [_entry(index, item) for item in items], noun="item", ledger=index.ledger)
    if len(found) > limit:
        console.print(Text(f"{len(found) - limit:,} more that matter less: --limit {len(found)}", style="dim"))
    if lost:
        console.print(Text(f"{lost:,} made before to look at again: onrecord review list --waiting", style="dim"))
    return 0


for command in (accept, reject, correct, speaker, merge, split, add, withdraw, listing, export):
    review.add_command(command)


def _refuse_misplaced(context: click.Context) -> None:
    """Options before the word for what is to be done would be lost without a word."""
    default = click.core.ParameterSource.DEFAULT
    given = [name for name in context.params if context.get_parameter_source(name) is not default]
    if given:
        what = context.invoked_subcommand
        raise UsageError("options of a decision stand behind it", hint=f"onrecord review {what} … --ledger PLACE")


def _fields(item: Item) -> dict[str, object]:
    return {
        "record": item.record,
        "kind": item.kind,
        "weight": item.weight,
        "reasons": item.reasons,
        "other": item.other,
    }


def _entry(index: Index, item: Item) -> Entry:
    head = [Piece(shorten(title(find(index.ledger, item.record), index), 160), "who")]
    rows = [(Piece("; ".join(item.reasons)),)]
    if item.other is not None:
        head += [Piece(" and "), Piece(index.name(item.other), "who"), Piece(": one, or two?")]
        one, other = short_id(item.record), short_id(item.other)
        rows.append((Piece(f"onrecord review merge {one} {other}, or: onrecord review accept {one} --two {other}"),))
    return Entry(item.record, item.kind, tuple(head), tuple(rows))
