"""Texts that are printed again, days later: their "on Tuesday" is still that of the first printing."""

import re
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.model.period import Published
from onrecord.model.reading import Reading
from onrecord.model.report import Report

__all__ = ["Printed", "Printings", "counted_from", "printings"]

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
    held = Printings()
    held.renew({page.name: page for page in texts})
    return held.first


class Printings:
    """Texts by their sentences with a time; `first` is as `counted_from` gives it, however they came in."""

    def __init__(self) -> None:
        self.first: dict[tuple[str, int], date] = {}
        self._held: dict[str, _Sentences] = {}
        self._holders: dict[int, list[str]] = {}
        self._again: dict[str, dict[int, date]] = {}

    def renew(self, arrived: Mapping[str, Printed], gone: Collection[str] = ()) -> frozenset[str]:
        """Take texts in, in place of those of their names, and let others go; the names of those counted otherwise."""
        touched = {*arrived, *gone}
        words: set[int] = set()
        for name in touched:
            words |= self._drop(name)
        for name, page in arrived.items():
            words |= self._file(name, page)
        most = _MOST + len(touched)  # what was a notice while these were there, or has become one with them
        near = {name for key in words if len(those := self._holders.get(key, ())) <= most for name in those}
        return frozenset(name for name in touched | near if self._count(name))

    def _drop(self, name: str) -> set[int]:
        one = self._held.pop(name, None)
        words = set() if one is None else set(one.words)
        for key in words:
            self._holders[key].remove(name)
            if not self._holders[key]:
                del self._holders[key]
        return words

    def _file(self, name: str, page: Printed) -> set[int]:
        one = self._held[name] = _Sentences(page)
        words = set(one.words)
        for key in words:
            self._holders.setdefault(key, []).append(name)
        return words

    def _count(self, name: str) -> bool:
        """Look again from which days the times of a text are counted; is it otherwise than before?"""
        one = self._held.get(name)
        found = {} if one is None else dict(self._counted(name, one))
        before = self._again.pop(name, {})
        if found:
            self._again[name] = found
        for at in before:
            del self.first[name, at]
        self.first.update({(name, at): day for at, day in found.items()})
        return found != before

    def _counted(self, name: str, one: "_Sentences") -> Iterator[tuple[int, date]]:
        before = self._before(name, one)
        for words, at in zip(one.words, one.starts, strict=True) if before else ():
            earlier = [self._held[other].day for other in self._printing(words) if other in before]
            if earlier:
                yield at, min(earlier)

    def _before(self, name: str, one: "_Sentences") -> frozenset[str]:
        """The texts of shortly before that hold at least half of the sentences of one."""
        sentences = set(one.words)
        shared = Counter(
            other
            for words in sentences
            for other in self._printing(words)
            if other != name and one.day - _REACH <= self._held[other].day < one.day
        )
        return frozenset(name for name, count in shared.items() if 2 * count >= len(sentences))

    def _printing(self, words: int) -> Sequence[str]:
        """The texts that print a sentence, where they are not so many that it is a notice."""
        holders = self._holders[words]
        return holders if 1 < len(holders) <= _MOST else ()


class _Sentences:
    """The sentences of a text around its times, by their words, which are kept as one number each."""

    def __init__(self, page: Printed) -> None:
        found = list(_sentences(page))
        self.name, self.day = page.name, page.day
        self.words = array("q", (words for words, _ in found))
        self.starts = array("q", (at for _, at in found))


def _sentences(page: Printed) -> Iterator[tuple[int, int]]:
    """The words of the sentence around each time, with the time's first character."""
    for start, end in page.times:
        before = page.text[max(0, start - _WINDOW) : start]
        *_, low = [0, *(match.end() for match in _END.finditer(before))]
        after = page.text[end : end + _WINDOW]
        stop = _END.search(after)
        words = _WORD.findall(
            f"{before[low:]}{page.text[start:end]}{after[: stop.start() if stop else None]}".casefold()
        )
        if len(words) >= _FEWEST:
            yield hash(tuple(words)), start
