"""Attributions as brat stand-off files in the form of PolNeAR: a text and an `.ann` file beside it for each report."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.model.attribution import Attribution, Offsets
from onrecord.model.report import Report

__all__ = ["Folder", "standoff"]


class Folder:
    """A folder that takes a text and its stand-off file for each report; two reports of one name get two."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._names: set[str] = set()
        place.mkdir(parents=True, exist_ok=True)

    def write(self, report: Report, attributions: Iterable[Attribution]) -> None:
        """Write one report's two files."""
        name = self._name(report)
        with (self._place / f"{name}.txt").open("w", encoding="utf-8", errors="replace", newline="") as file:
            file.write(report.text)
        (self._place / f"{name}.ann").write_text(standoff(report.text, attributions), "utf-8", "replace")

    def _name(self, report: Report) -> str:
        # Only letters that every file system takes, so that a report's name leads nowhere else.
        stem = re.sub(r"[^\w.-]+", "-", Path(report.name).stem).strip(".-")[:80] or "report"
        name = stem if stem not in self._names else f"{stem}-{report.id}"
        self._names.add(name)
        return name


def standoff(text: str, attributions: Iterable[Attribution]) -> str:
    """The lines of an `.ann` file: `T` lines for source, cue and content, and an `E` line that joins them."""
    return "".join(f"{line}\n" for line in _lines(text, attributions))


def _lines(text: str, attributions: Iterable[Attribution]) -> Iterator[str]:
    number = 0
    for event, found in enumerate(attributions, start=1):
        parts = [("Source", found.source), ("Cue", found.cue), ("Content", found.content)]
        parts = [(role, pieces) for role, pieces in parts if pieces]
        joined = []
        for role, pieces in parts:
            number += 1
            yield f"T{number}\t{role} {_places(pieces)}\t{_words(text, pieces)}"
            joined.append(f"{role}:T{number}")
        # brat wants a trigger: the cue, or the content where no word carries the saying.
        number += 1
        trigger = found.cue or found.content
        yield f"T{number}\tAttribution {_places(trigger)}\t{_words(text, trigger)}"
        yield f"E{event}\tAttribution:T{number} {' '.join(reversed(joined))}"


def _places(pieces: Offsets) -> str:
    return ";".join(f"{start} {end}" for start, end in pieces)


def _words(text: str, pieces: Offsets) -> str:
    return " ".join(" ".join(text[start:end].split()) for start, end in pieces)
