"""A brief as Markdown, to paste into a note or a mail; words of reports are escaped, so they are never markup."""

from collections.abc import Iterable, Iterator

from onrecord.brief.heading import basis, title
from onrecord.brief.quoting import quote, short_id
from onrecord.brief.value import Brief, Evidence, Piece, Section
from onrecord.text.visible import one_line

__all__ = ["escape", "render"]

_SPECIAL = str.maketrans({letter: f"\\{letter}" for letter in "\\`*_[]<>#|~&"})
_BOLD = frozenset({"status"})


def render(brief: Brief) -> str:
    """The whole brief as one Markdown text that ends with a line break."""
    return "\n".join(_lines(brief)) + "\n"


def escape(text: str) -> str:
    """Text on one line in which nothing is Markdown or HTML."""
    return one_line(text).translate(_SPECIAL)


def _lines(brief: Brief) -> Iterator[str]:
    yield f"# {escape(title(brief))}"
    yield ""
    yield escape(basis(brief))
    for section in brief.sections:
        yield from _section(section)
    if not brief.sections:
        yield "\nNothing is on record by this day."
    if brief.evidence:
        yield "\n## EVIDENCE\n"
        yield from (_note(note) for note in brief.evidence)


def _section(section: Section) -> Iterator[str]:
    yield f"\n## {escape(section.title)}\n"
    for line in section.lines:
        yield f"- {_head(line.head)}"
        yield from (f"  - {_row(row)}" for row in line.details)
    if section.more:
        yield f"- and {section.more} more: `{section.command}`"


def _head(pieces: tuple[Piece, ...]) -> str:
    """The head with who and what in bold as one stretch."""
    return _row(pieces, bold=_BOLD | {"who", "what"}).replace("**: **", ": ").replace("** to **", " to ")


def _row(pieces: Iterable[Piece], *, bold: frozenset[str] = _BOLD) -> str:
    return "".join(_piece(piece, bold) for piece in pieces)


def _piece(piece: Piece, bold: frozenset[str]) -> str:
    if piece.role == "mark":  # ours, and no link: links to the list below would not survive being pasted
        return piece.text
    text = _escape_inside(piece.text)
    core = text.strip()
    if piece.role not in bold or not core:
        return text
    return text.replace(core, f"**{core}**", 1)


def _escape_inside(text: str) -> str:
    """Escaped, with the spaces at either end that keep pieces apart."""
    start = text[: len(text) - len(text.lstrip())]
    end = text[len(text.rstrip()) :] if text.strip() else ""
    return start + escape(text) + end


def _note(note: Evidence) -> str:
    outlet = f"{escape(note.outlet)}, " if note.outlet else ""
    words = escape(quote(note.words, limit=400).text)
    return f"{note.number}. {outlet}{escape(note.day)} ({escape(note.name)}): {words} · `{short_id(note.record)}`"
