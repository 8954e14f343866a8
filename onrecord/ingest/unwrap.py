"""From the lines of printed pages to paragraphs: lines that run on are joined, heads and feet of pages left out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

__all__ = ["unwrapped"]

ENDS = re.compile(r"[.!?:][\"”’')\]]*$")
HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad]$")
BULLET = re.compile(r"^\s*(?:[•·▪*–-]|\d{1,2}[.)])\s")
FULL = 0.75  # of the common length of a line: a shorter one ends its paragraph
EDGE = 2  # lines at the top and the foot of a page that may be its running head or its number
FEW = 3  # pages: fewer show no pattern


def unwrapped(pages: Sequence[str]) -> str:
    """The text of pages as paragraphs with an empty line between them."""
    lines = [line for page in _without_edges(pages) for line in page]
    lengths = sorted(len(line) for line in lines if line)
    usual = lengths[int(0.8 * (len(lengths) - 1))] if lengths else 0
    return "\n\n".join(_paragraphs(lines, FULL * usual))


def _paragraphs(lines: Sequence[str], full: float) -> Iterator[str]:
    paragraph = last = ""
    for line in lines:
        if paragraph and (not line or BULLET.match(line) or not _goes_on(last, line, full)):
            yield paragraph
            paragraph = ""
        if line:
            paragraph = _joined(paragraph, line)
            last = line
    if paragraph:
        yield paragraph


def _goes_on(line: str, following: str, full: float) -> bool:
    """Does the next line go on with this one? It does after a full line, and where it begins small."""
    if following[0].islower():
        return True
    return len(line) >= full and not (ENDS.search(line) and len(line) < 1.1 * full)


def _joined(paragraph: str, line: str) -> str:
    if not paragraph:
        return line
    return HYPHEN.sub("", paragraph) + line if HYPHEN.search(paragraph) and line[0].islower() else f"{paragraph} {line}"


def _without_edges(pages: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each page but for those that stand at the edge of most pages, whatever number they carry."""
    split = [[line.strip() for line in page.replace("\0", "").splitlines()] for page in pages]
    edges = Counter(mark for page in split for mark in {_mark(line) for line in _edge(page)})
    for page in split:
        edge = set(_edge(page)) if len(pages) >= FEW else set()
        yield [line for line in page if not (line in edge and 2 * edges[_mark(line)] > len(pages))]


def _edge(page: Sequence[str]) -> list[str]:
    full = [line for line in page if line]
    return [*full[:EDGE], *full[-EDGE:]]


def _mark(line: str) -> str:
    return re.sub(r"\d+", "0", line)
