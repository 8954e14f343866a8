"""A brief on a terminal: quiet, in the width there is, with colour only where it says something."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.brief.heading import basis, title
from onrecord.brief.quoting import quote, short_id
from onrecord.brief.value import Brief, Evidence, Piece, Section
from onrecord.text.visible import visible

__all__ = ["render", "row_text"]

_STYLES = {"who": "bold", "status": "bold", "day": "cyan", "mark": "dim", "quote": "", "what": "", "plain": ""}
_TITLES = {"overdue": "bold red", "due": "bold yellow", "disputed": "bold magenta"}


def render(brief: Brief, console: Console) -> None:
    """Print the brief; a console that is no terminal gets the same words without colour."""
    console.print(Text(title(brief), style="bold"))
    console.print(Text(visible(basis(brief)), style="dim"))
    for section in brief.sections:
        console.print()
        console.print(Text(section.title, style=_TITLES.get(section.key, "bold")))
        console.print(_section(section))
    if not brief.sections:
        console.print()
        console.print("Nothing is on record by this day.")
    if brief.evidence:
        console.print()
        console.print(Text("EVIDENCE", style="bold"))
        console.print(_evidence(brief.evidence))


def row_text(pieces: Iterable[Piece]) -> Text:
    """Pieces as one styled text; nothing in them is read as markup."""
    text = Text()
    for piece in pieces:
        text.append(visible(piece.text), style=_STYLES[piece.role])
    return text


def _section(section: Section) -> Table:
    grid = _grid(marker=1)
    for line in section.lines:
        grid.add_row(Text("•"), row_text(line.head))
        for row in line.details:
            grid.add_row("", _indented(row))
    if section.more:
        grid.add_row("", Text(f"and {section.more} more: {section.command}", style="dim"))
    return grid


def _indented(row: Iterable[Piece]) -> Table:
    inner = _grid(marker=1)
    inner.add_row("", row_text(row))
    return inner


def _evidence(notes: Iterable[Evidence]) -> Table:
    grid = _grid(marker=5)
    for note in notes:
        head = f"{note.outlet}, {note.day}" if note.outlet else note.day
        text = Text(visible(f"{head} ({note.name}): "), style="dim")
        text.append(visible(quote(note.words, limit=240).text), style="not dim")
        text.append(f" {short_id(note.record)}", style="dim")
        grid.add_row(Text(f"[{note.number}]", style="dim"), text)
    return grid


def _grid(*, marker: int) -> Table:
    grid = Table.grid(padding=(0, 1), expand=True)
    grid.add_column(width=marker, justify="right", no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    return grid
