"""Marking furniture: by rules for single lines first, then by where the lines stand."""

from collections.abc import Iterable
from dataclasses import replace

from onrecord.clean.blocks import link_blocks, tail_blocks, teaser_block
from onrecord.clean.glued import glued_end
from onrecord.clean.lines import Line, lines_of
from onrecord.clean.rules import first_match
from onrecord.model.report import Report

__all__ = ["clean"]


def clean(report: Report) -> Report:
    """The same report with its furniture marked; ranges that it came with stay, and cleaning again changes nothing."""
    given = _joined(report.furniture)
    lines = tuple(line for line in lines_of(report.text) if not _inside(line, given))
    whole = {n for n, line in enumerate(lines) if not _kept(line) and first_match("lines", line)}
    whole |= link_blocks(lines)
    whole |= tail_blocks(lines)
    whole |= teaser_block(lines, whole)
    ends = [end for n, line in enumerate(lines) if n not in whole and (end := glued_end(line))]
    return replace(report, furniture=_joined([*given, *((lines[n].start, lines[n].end) for n in whole), *ends]))


def _kept(line: Line) -> bool:
    return first_match("kept", line) is not None


def _inside(line: Line, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(start <= line.start and line.end <= end for start, end in ranges)


def _joined(ranges: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The same characters as few, ordered, non-empty ranges."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return tuple(joined)
