"""Texts that are printed again, days later: their "on Tuesday" is still that of the first printing."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.model.period import Published
from onrecord.model.reading import Reading
from onrecord.model.report import Report

__all__ = ["Printed", "counted_from", "printings"]

_REACH = timedelta(days=21)  # what was printed longer ago is another edition of a yearly text
_FEWEST = 8  # words: a shorter sentence is a set phrase
_MOST = 8  # printings of one sentence; what more reports print is a notice
_WINDOW = 250  # characters on either side
_END = re.compile(r"[.!?][\"”’']*\s|\n\s*\n")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Printed:
    """A text with the day it was printed on and the first and last character of each of its times."""

    name: str
    text: str
    day: date
    times: tuple[tuple[int, int], ...]


def printings(
    reports: Sequence[Report], readings: Sequence[Reading], published: Mapping[str, Published]
) -> Iterator[Printed]:
    """The reports whose single day came with them or stands on their page."""
    by_report = {reading.report: reading.times for reading in readings}
    for report in reports:
        told = published.get(report.id, Published())
        if told.basis in {"given", "page"} and told.period.exact and told.start is not None:
            spans = tuple((time.span.start, time.span.end) for time in by_report.get(report.id, ()))
            yield Printed(report.id, report.text, told.start, spans)


def counted_from(texts: Iterable[Printed]) -> Mapping[tuple[str, int], date]:
    """The day of the first printing, by the text's name and the first character of a time, where it is an earlier one.

    The earlier text must hold half of the sentences with a time of the later one, so that a notice which an outlet
    prints every week ("on Sunday at nine") counts anew each time.
    """
    pages = list(texts)
    held: dict[str, list[tuple[str, int]]] = {page.name: list(_sentences(page)) for page in pages}
    days = {page.name: page.day for page in pages}
    holders: dict[str, dict[str, date]] = defaultdict(dict)
    for name, sentences in held.items():
        for words, _ in sentences:
            holders[words][name] = days[name]
    first: dict[tuple[str, int], date] = {}
    for name, sentences in held.items():
        before = _before(name, [words for words, _ in sentences], holders, days[name])
        for words, at in sentences:
            earlier = [day for other, day in holders[words].items() if other in before]
            if earlier:
                first[name, at] = min(earlier)
    return first


def _before(name: str, sentences: Sequence[str], holders: Mapping[str, Mapping[str, date]], day: date) -> set[str]:
    """The texts of shortly before that hold at least half of these sentences."""
    shared = Counter(
        other
        for words in set(sentences)
        if len(holders[words]) <= _MOST
        for other, theirs in holders[words].items()
        if other != name and day - _REACH <= theirs < day
    )
    return {other for other, count in shared.items() if 2 * count >= len(set(sentences))}


def _sentences(page: Printed) -> Iterator[tuple[str, int]]:
    """The words of the sentence around each time, with the time's first character."""
    for start, end in page.times:
        before = _END.split(page.text[max(0, start - _WINDOW) : start])[-1]
        after = _END.split(page.text[end : end + _WINDOW])[0]
        words = _WORD.findall(f"{before}{page.text[start:end]}{after}".casefold())
        if len(words) >= _FEWEST:
            yield " ".join(words), start
