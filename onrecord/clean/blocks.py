"""Furniture that shows in where lines stand: titles under a link's label, other stories after the end of this one."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from onrecord.clean.lines import Line
from onrecord.clean.rules import first_match
from onrecord.model.kinds import load

__all__ = [
    "box_heads",
    "capital_links",
    "closing_block",
    "link_blocks",
    "menu_blocks",
    "tail_block",
    "teaser_block",
]

# Words; looked at over ten thousand news reports by eye (docs/decisions/ingest-furniture.md).
STORY = 60  # a sentence line as long as this is a story and no teaser
CAPITALS = 8  # a subhead in capitals is shorter ("NO WORD FROM THE PALACE"), a linked title is not
FEW = 3  # links in capitals in one report
TEASER = range(8, 60)  # a teaser that is cut off
MENU, FOOT, TELLING = 5, 3, 2  # lines of a menu, of a page's foot, and of those that give it away
ENTRY = 5  # words: an entry of a menu has fewer than a headline
PAIRS = 2  # so many titles with a teaser each make a list of other stories beyond doubt


def menu_blocks(lines: Sequence[Line], known: Collection[int]) -> set[int]:
    """The page's menu above the story and its foot below: many short lines in a row, some of which give it away.

    Above, names of sections do (`Home`, `World`, `Sport`); below, lines that are furniture by themselves. Between the
    paragraphs of a story a list stays, whatever it looks like.
    """
    running = [n for n, line in enumerate(lines) if line.running and n not in known]
    first, last = (running[0], running[-1]) if running else (len(lines), -1)
    found: set[int] = set()
    for run in _short_runs(lines, range(first), known):
        telling = [n for n in run if _section(lines[n])]
        if len(run) >= MENU and len(telling) >= TELLING:
            found |= set(range(telling[0], telling[-1] + 1))
    for run in _short_runs(lines, range(last + 1, len(lines)), known):
        telling = [n for n in run if n in known or _section(lines[n])]
        if len(run) >= FOOT and sum(n in known for n in run) >= TELLING:
            found |= set(range(telling[0], run[-1] + 1))
    return found


def _short_runs(lines: Sequence[Line], among: range, known: Collection[int]) -> Iterator[list[int]]:
    """Lines in a row that are furniture already, or as short as the entries of a menu."""
    run: list[int] = []
    for n in among:
        if n in known or (lines[n].count <= ENTRY and not lines[n].sentence and not first_match("kept", lines[n])):
            run.append(n)
        else:
            yield run
            run = []
    yield run


def _section(line: Line) -> bool:
    words = line.core.casefold().split()
    return 0 < len(words) <= 3 and set(words) <= _sections()


@cache
def _sections() -> frozenset[str]:
    return frozenset(str(load("mastheads")["section"]).split()) | frozenset(str(load("mastheads")["menu"]).split())


def link_blocks(lines: Sequence[Line]) -> set[int]:
    """Labels such as `Previous story` with the titles that stand under them."""
    found: set[int] = set()
    for n, line in enumerate(lines):
        rule = first_match("links", line)
        if rule:
            titles = _titles(lines, n + 1, rule.follows)
            found |= {n, *titles} if titles or rule.alone else set()
    return found


def capital_links(lines: Sequence[Line]) -> set[int]:
    """Whole titles in capitals between paragraphs: links to other stories; many are the headings of a round-up."""
    paragraphs = [n for n, line in enumerate(lines) if line.running]
    inside = range(paragraphs[0] + 1, paragraphs[-1]) if paragraphs else range(0)
    found = {n for n in inside if lines[n].count >= CAPITALS and lines[n].words.isupper() and _title(lines[n])}
    return found if len(found) <= FEW else set()


def tail_block(lines: Sequence[Line]) -> set[int]:
    """All from a heading such as `Latest from` to the end, where what stands under it is titles and teasers only."""
    story = [n for n, line in enumerate(lines) if line.running]
    for n, line in enumerate(lines):
        if story and story[0] < n and first_match("tails", line) and _list_of_stories(lines, n + 1):
            return set(range(n, len(lines)))
    return set()


def box_heads(lines: Sequence[Line], known: Collection[int]) -> set[int]:
    """Short headings of boxes: what they stand over is furniture by itself, two lines of it or more."""
    first = next((n for n, line in enumerate(lines) if line.running), len(lines))  # above it stands the outlet's name
    over = (n for n in range(first + 1, len(lines) - 2) if {n + 1, n + 2} <= set(known))
    return {n for n in over if lines[n].count <= ENTRY and lines[n].core[:1].isalpha() and _title(lines[n])}


def closing_block(lines: Sequence[Line]) -> set[int]:
    """All from `Leave a reply` or `About the author` to the end, where that stands in the second half of the page."""
    for n in range((len(lines) + 1) // 2, len(lines)):
        if first_match("closing", lines[n]):
            return set(range(n, len(lines)))
    return set()


def teaser_block(lines: Sequence[Line], known: Collection[int]) -> set[int]:
    """Titles with cut-off teasers after the end of the story, though no heading says so."""
    first = len(lines)
    while first and (first - 1 in known or not lines[first - 1].sentence):
        first -= 1
    rest = {n for n in range(max(first, 1), len(lines)) if n not in known}
    pairs = sorted(n for n in rest if n - 1 in rest and _cut(lines[n]) and _title(lines[n - 1]))
    if len(pairs) < PAIRS or 2 * len(pairs) < len(rest) - 1:
        return set()
    return {n for n in range(pairs[0] - 1, len(lines)) if not first_match("kept", lines[n])}


def _list_of_stories(lines: Sequence[Line], first: int) -> bool:
    """Are these lines titles, alone or each with a teaser? A paragraph below another is the story going on."""
    running = [n for n in range(first, len(lines)) if lines[n].running]
    teasers = [n for n in running if n > first and not lines[n - 1].running and lines[n].count < STORY]
    return not running or (teasers == running and len(teasers) >= PAIRS)


def _titles(lines: Sequence[Line], first: int, most: int) -> list[int]:
    found: list[int] = []
    for n in range(first, min(first + most, len(lines))):
        if not _title(lines[n]):
            break
        found.append(n)
    return found


def _title(line: Line) -> bool:
    """Could this line be the title of a story, and is it nothing that belongs to the report?"""
    return line.title and not first_match("kept", line)


def _cut(line: Line) -> bool:
    """Is it a teaser that breaks off: running words without an end?"""
    if line.count not in TEASER or line.words[0] in "“\"'‘•":
        return False
    return line.broken_off or (not line.sentence and line.words.split()[-1].islower())
