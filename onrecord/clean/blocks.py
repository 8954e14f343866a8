"""Furniture that shows in where lines stand: titles under a link's label, other stories after the end of this one."""

from collections.abc import Collection, Sequence

from onrecord.clean.lines import Line
from onrecord.clean.rules import first_match

__all__ = ["link_blocks", "tail_blocks", "teaser_block"]

TITLE = 22  # words: a title of another story is shorter
STORY = 40  # words: a whole sentence or more of this length is the story going on, not a teaser
PAIRS = 2  # so many titles with a cut-off teaser each make a list of other stories beyond doubt
LONGEST_CUT = 60  # words of a teaser


def link_blocks(lines: Sequence[Line]) -> set[int]:
    """Labels such as `Previous story` with the titles that stand under them."""
    found: set[int] = set()
    for n, line in enumerate(lines):
        rule = first_match("links", line)
        if rule:
            titles = _titles(lines, n + 1, rule.follows)
            found |= {n, *titles} if titles or rule.follows > 1 else set()
    return found


def tail_blocks(lines: Sequence[Line]) -> set[int]:
    """All from a heading such as `Latest from` to the end, where nothing after it is story."""
    for n, line in enumerate(lines):
        if n and first_match("tails", line) and not any(_story(later) for later in lines[n:]):
            return set(range(n, len(lines)))
    return set()


def teaser_block(lines: Sequence[Line], known: Collection[int]) -> set[int]:
    """Titles with cut-off teasers after the end of the story, though no heading says so."""
    first = len(lines)
    while first and (first - 1 in known or not lines[first - 1].sentence):
        first -= 1
    rest = [n for n in range(first, len(lines)) if n not in known]
    pairs = [n for n in rest if _cut(lines[n]) and n - 1 in rest and _title(lines[n - 1])]
    return set(range(min(pairs) - 1, len(lines))) if len(pairs) >= PAIRS and min(pairs) > 1 else set()


def _titles(lines: Sequence[Line], first: int, most: int) -> list[int]:
    found: list[int] = []
    for n in range(first, min(first + most, len(lines))):
        if not _title(lines[n]):
            break
        found.append(n)
    return found


def _title(line: Line) -> bool:
    """Could this line be the title of a story? Short, and it does not end as a sentence."""
    return (
        line.count <= TITLE
        and not line.words.endswith((".", ":", ",", ";", ".”", '."'))
        and not first_match("kept", line)
    )


def _cut(line: Line) -> bool:
    """Is it a teaser that breaks off: running words without an end?"""
    return (8 <= line.count <= LONGEST_CUT and not line.sentence and line.words[-1].islower()) or line.words.endswith(
        ("…", "...")
    )


def _story(line: Line) -> bool:
    return line.sentence and line.count >= STORY
