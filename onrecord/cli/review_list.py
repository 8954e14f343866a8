"""`onrecord review list`: the decisions that stand, those that wait for their words, and those that were taken back."""

from collections.abc import Iterator, Sequence

import click

from onrecord.brief.index import Index
from onrecord.brief.quoting import short_id
from onrecord.brief.value import Piece
from onrecord.cli.asked import Asked, asking
from onrecord.cli.consoles import printer
from onrecord.cli.entries import Entry, list_entries
from onrecord.cli.records import print_lines
from onrecord.export import row
from onrecord.ledger import Store, open_ledger
from onrecord.model.judgement import Judgement, Withdrawal
from onrecord.model.ledger import Ledger
from onrecord.queries.find import find
from onrecord.review import Standing, decided, in_words, standing
from onrecord.viewing import ledger_as_of

__all__ = ["listing"]

_STATES = {
    "near": "the reader marks the words otherwise now: look again",
    "waits": "waits for its words: the reader finds nothing there now",
}


@click.command("list")
@click.argument("ident", metavar="[ID]", required=False)
@click.option("--waiting", is_flag=True, help="Only those whose words the reader marks otherwise now, or not at all.")
@click.option("--withdrawn", is_flag=True, help="Those that were taken back instead.")
@asking("ledger", "as-of", "json")
def listing(asked: Asked, ident: str | None, waiting: bool, withdrawn: bool) -> int:
    """The decisions that stand, oldest first.

    With an ID those about one record. One whose words the reader no longer marks is kept, and says that it waits.

    \b
    Examples:
      onrecord review list
      onrecord review list s-1a2b
      onrecord review list --waiting
    """
    with open_ledger(asked.ledger) as store:
        ledger = ledger_as_of(store, asked.day)
        gone = store.withdrawn() if withdrawn else ()
        found = () if withdrawn else _chosen(store, ledger, ident, waiting=waiting)
    if asked.as_json:
        print_lines([*map(_fields, found), *map(_gone, gone)])
        return 0
    entries = [*(_entry(one.judgement, _STATES.get(one.state)) for one in found), *map(_gone_entry, gone)]
    list_entries(printer(), entries, noun="decision", ledger=Index(ledger).ledger)
    return 0


def _chosen(store: Store, ledger: Ledger, ident: str | None, *, waiting: bool) -> Sequence[Standing]:
    found: Iterator[Standing] = iter(standing(store))
    if ident is not None:
        about = {judgement.id for judgement in decided(ledger, find(ledger, ident).id)}
        found = (one for one in found if one.judgement.id in about)
    return [one for one in found if not waiting or one.state != "applies"]


def _fields(one: Standing) -> dict[str, object]:
    return {**row(one.judgement), "state": one.state}


def _gone(one: Withdrawal) -> dict[str, object]:
    back = {"at": one.at, "by": one.by, "note": one.note}
    return {**row(one.judgement), "state": "withdrawn", "withdrawn": back}


def _entry(judgement: Judgement, *below: str | None) -> Entry:
    head = (Piece(in_words(judgement)), Piece(f" · {short_id(judgement.about)} · "), Piece(judgement.by, "who"))
    rows = [(Piece(line),) for line in (judgement.note, *below) if line]
    return Entry(judgement.id, judgement.at[:10], head, tuple(rows))


def _gone_entry(one: Withdrawal) -> Entry:
    why = f", because {one.note}" if one.note else ""
    return _entry(one.judgement, f"withdrawn by {one.by or 'somebody'} on {one.at[:10]}{why}")
