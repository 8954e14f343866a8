"""The text as the reader reads it: furniture and datelines blanked out, every character in its place."""

import re

from onrecord.model.report import Report
from onrecord.text.dateline import datelines

__all__ = ["readable"]

INK = re.compile(r"[^\n]")


def readable(report: Report) -> str:
    """The report's text with furniture and datelines replaced by spaces; line breaks stay, and so does the length.

    A dateline is no furniture, but read as words it is a second subject of the first sentence.
    """
    pieces, at = [], 0
    for start, end in sorted((*report.furniture, *datelines(report.text))):
        start = max(start, at)
        if start < end:
            pieces += [report.text[at:start], INK.sub(" ", report.text[start:end])]
            at = end
    return "".join([*pieces, report.text[at:]])
