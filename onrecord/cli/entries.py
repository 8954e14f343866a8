"""How lists look: an entry a record, its day on the left, its id on the right, and between them what it says."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.brief.days import day_words
from onrecord.brief.quoting import short_id
from onrecord.brief.terminal import row_text
from onrecord.brief.value import Piece
from onrecord.model.ledger import Ledger
from onrecord.text.visible import one_line

__all__ = ["Column", "Entry", "list_entries", "table"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A record in a list: the day it belongs to in words, what it says on one line, and the words below."""

    id: str
    day: str
    head: tuple[Piece, ...]
    rows: tuple[tuple[Piece, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its title, its width at most, whether it takes the rest, and is never cut."""

    title: str
    width: int | None = None
    rest: bool = False
    whole: bool = False


def list_entries(console: Console, entries: Sequence[Entry], *, noun: str, ledger: Ledger) -> None:
    """Print entries one below the other, and how many there are."""
    width = max((len(entry.day) for entry in entries), default=0)
    grid = Table.grid(padding=(0, 2), expand=True)
    grid.add_column(width=min(width, 16), overflow="fold")
    grid.add_column(ratio=1, overflow="fold")
    grid.add_column(no_wrap=True, justify="right")
    for entry in entries:
        body = Text("\n").join([row_text(entry.head), *(row_text(row) for row in entry.rows)])
        grid.add_row(Text(entry.day, style="cyan"), body, Text(short_id(entry.id), style="dim"))
    if entries:
        console.print(grid)
    _count(console, len(entries), noun, ledger)


def table(
    console: Console, columns: Sequence[Column], rows: Sequence[Sequence[str]], *, noun: str, ledger: Ledger
) -> None:
    """Print rows under titles in the width there is; empty columns are left out, long cells cut with `…`."""
    shown = [place for place in range(len(columns)) if any(row[place] for row in rows)]
    grid = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold", expand=True)
    for column in (columns[place] for place in shown):
        least = column.width if column.whole else len(column.title)
        ratio = 1 if column.rest else None
        grid.add_column(
            column.title,
            min_width=least,
            max_width=column.width,
            ratio=ratio,
            no_wrap=True,
            overflow="ellipsis",
        )
    for row in rows:
        grid.add_row(*(Text(one_line(row[place])) for place in shown))
    if rows:
        console.print(grid)
    _count(console, len(rows), noun, ledger)


def _count(console: Console, number: int, noun: str, ledger: Ledger) -> None:
    name = noun if number == 1 else f"{noun}s"
    words = f"{f'{number:,} {name}' if number else f'No {noun}'} · as of {day_words(ledger.day)}"
    if ledger.later:
        words += f" · {ledger.later:,} later report{'s' if ledger.later > 1 else ''} not counted"
    console.print(Text(words, style="dim"))
