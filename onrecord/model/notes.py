"""What has to be said about how a report was taken in, kept with it under a key of its own."""

import json

from onrecord.model.report import Report

__all__ = ["NOTES", "notes_of"]

NOTES = "onrecord:notes"
"""The key in a report's `extra`."""


def notes_of(report: Report) -> tuple[str, ...]:
    """The notes of a report, for instance that its day cannot be one."""
    found = json.loads(report.extra).get(NOTES, [])
    return tuple(str(note) for note in found) if isinstance(found, list) else ()
