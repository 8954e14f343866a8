"""Marking furniture: by rules for single lines first, then by where the lines stand."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.clean.blocks import (
    box_heads,
    capital_links,
    closing_block,
    link_blocks,
    menu_blocks,
    tail_block,
    teaser_block,
)
from onrecord.clean.dated import dated_block
from onrecord.clean.glued import glued_end
from onrecord.clean.inserted import inserted
from onrecord.clean.lines import Line, lines_of
from onrecord.clean.rules import first_match
from onrecord.model.report import Report

__all__ = ["clean"]

LINES = 40_000  # a text of more lines, empty ones counted, is a table or a log, and each costs 30 microseconds


def clean(report: Report) -> Report:
    """The same report with its furniture marked; ranges that it came with stay, and cleaning again changes nothing."""
    return replace(report, furniture=_joined([*report.furniture, *_furniture(report.text)]))


def _furniture(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of a text that are the page, from the text alone, so that they are the same every time."""
    if text.count("\n") > LINES:
        return
    lines = lines_of(text)
    ends = {n: end for n, line in enumerate(lines) if (end := glued_end(line))}
    story = next((n for n, line in enumerate(lines) if line.running), len(lines))
    whole = {n for n, line in enumerate(lines) if n not in ends and _of_the_page(line, inside=n > story)}
    whole = whole.union(*(find(lines) for find in (link_blocks, capital_links, tail_block, closing_block)))
    whole |= dated_block(lines[: min(closing_block(lines), default=len(lines))], whole)
    whole |= teaser_block(lines, whole)
    whole |= box_heads(lines, whole)
    whole |= menu_blocks(lines, whole)
    yield from (end for n, end in ends.items() if n not in whole)
    yield from ((lines[n].start, lines[n].end) for n in whole)
    yield from inserted(text)


def _of_the_page(line: Line, *, inside: bool) -> bool:
    rule = first_match("lines", line)
    return rule is not None and (inside or not rule.inside) and first_match("kept", line) is None


def _joined(ranges: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The same characters as few, ordered, non-empty ranges."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return tuple(joined)
