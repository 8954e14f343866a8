"""The text as the reader reads it: furniture blanked out, every character in its place."""

import re

from onrecord.model.report import Report

__all__ = ["readable"]

INK = re.compile(r"[^\n]")


def readable(report: Report) -> str:
    """The report's text with furniture replaced by spaces; line breaks stay, and so does the length."""
    pieces, at = [], 0
    for start, end in sorted(report.furniture):
        start = max(start, at)
        if start < end:
            pieces += [report.text[at:start], INK.sub(" ", report.text[start:end])]
            at = end
    return "".join([*pieces, report.text[at:]])
