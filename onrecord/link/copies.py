"""Which report copies which: long runs of the same words, whole or cut, whoever printed them.

Three kinds of words are no sign of a copy. What stands in quotation marks is the speaker's, and many reports quote one
speech. What an outlet prints in three reports of its own is its furniture: boxes, galleries, the writer's card. And one
unbroken stretch that two reports of an outlet share, with nothing else in common, is such a box in two of them.
"""

import hashlib
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from onrecord.link.scene import Scene
from onrecord.model.report import Report
from onrecord.text.stem import fold, words

__all__ = ["NONE", "Copied", "Copies", "find_copies", "sampled"]

SHINGLE = 6  # words; shorter runs are shared by reports that merely quote the same speech
SAMPLE = 4  # one shingle in so many is kept, chosen by its hash, so that two copies keep the same ones
CONTAINED = 0.3  # share of the shorter report's sampled shingles that stand in the longer one
FEWEST = 8  # sampled shingles in common; below that it is a set phrase
WHOLE = 0.9  # from this share on it is a copy however the shared words lie
UNBROKEN = 0.8  # share of the shared shingles that lie in one stretch; an edited copy is broken in many places
OWN = 3  # reports of one outlet that print the same words: then they are the outlet's furniture
_QUOTED = re.compile(r"“[^“”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)", re.MULTILINE)
Samples = Mapping[str, Sequence[int]]
NONE: Samples = MappingProxyType({})
COMMONEST = 50  # a shingle in more reports than this is boilerplate


Place = tuple[date, int, str]
"""Where a report stands among those that could be the first: by day, of one day the longest first, then by id."""


class Copied(NamedTuple):
    """For each report that is a copy the report it copies, and the reports for which this has just changed."""

    of: Mapping[str, str]
    changed: Collection[str]


def find_copies(scene: Scene, samples: Mapping[str, Sequence[int]] = NONE) -> Mapping[str, str]:
    """For each report that is a whole or cut copy, the report it copies: the earliest, and of one day the longest.

    `samples` are those that were taken before (`sampled`), by report.
    """
    copies = Copies()
    copies.renew(scene, scene.reports, samples)
    return copies.of


@dataclass(frozen=True, slots=True)
class _Printed:
    """A report as it is compared; one without an outlet is an outlet of its own."""

    report: Report
    place: Place
    shingles: Sequence[int]

    @property
    def outlet(self) -> str:
        return self.report.outlet or self.report.id


class Copies:
    """Which of the reports that are held copies which; `of` has the first report for every copy, and copy of a copy.

    A report that comes or goes touches those behind it that share its words, those it was the origin of, and the
    holders of a shingle that through it begins or ceases to tell a copy.
    """

    def __init__(self) -> None:
        self.of: dict[str, str] = {}
        self._held: dict[str, _Printed] = {}
        self._holders: dict[int, str | list[str]] = {}  # most shingles have one, for whom no list is kept
        self._nearest: dict[str, str] = {}  # for each copy the earlier report with which it has most in common
        self._followers: dict[str, set[str]] = defaultdict(set)
        self._telling: dict[int, bool] = {}  # while one renewal lasts

    def renew(
        self, scene: Scene, reports: Collection[str], samples: Mapping[str, Sequence[int]] = NONE
    ) -> frozenset[str]:
        """Take these reports as the scene has them now, or has them no more; the reports whose origin changed."""
        new = {name: self._printed(scene, name, samples) for name in reports}
        other = {name: printed for name, printed in new.items() if printed != self._held.get(name)}
        touched = {*other, *(follower for name in other for follower in self._followers.get(name, ()))}
        touched |= self._exchange(other)
        if not self._held.keys() <= touched:
            touched |= {later for name in self._held.keys() & other.keys() for later in self._behind(name)}
        for name in touched:
            self._follow(name, self._origin(name) if name in self._held else None)
        self._telling.clear()
        return self._traced(touched)

    def _printed(self, scene: Scene, name: str, samples: Mapping[str, Sequence[int]]) -> _Printed | None:
        report, before = scene.reports.get(name), self._held.get(name)
        if report is None:
            return None
        place = (scene.order(name)[0], -len(report.text), name)
        if before is not None and before.report == report:
            return before if before.place == place else _Printed(report, place, before.shingles)
        return _Printed(report, place, array("Q", samples.get(name) or sampled(report)))

    def _exchange(self, other: Mapping[str, _Printed | None]) -> set[str]:
        """Put reports in and out; all who hold a shingle that tells a copy now and did not, or the other way round."""
        olds = [before for name in other if (before := self._held.get(name)) is not None]
        news = [printed for printed in other.values() if printed is not None]
        shingles = {shingle for printed in (*olds, *news) for shingle in printed.shingles} if self._held else ()
        told = {shingle: self._tells(shingle) for shingle in shingles}
        self._telling.clear()
        for printed in olds:
            self._drop(printed)
        for printed in news:
            self._add(printed)
        return {name for shingle in shingles if self._tells(shingle) != told[shingle] for name in self._who(shingle)}

    def _add(self, printed: _Printed) -> None:
        name = printed.report.id
        self._held[name] = printed
        for shingle in printed.shingles:
            holders = self._holders.setdefault(shingle, name)
            if isinstance(holders, list):
                holders.append(name)
            elif holders is not name:
                self._holders[shingle] = [holders, name]

    def _drop(self, printed: _Printed) -> None:
        name = printed.report.id
        del self._held[name]
        for shingle in printed.shingles:
            holders = self._holders[shingle]
            if isinstance(holders, str):
                del self._holders[shingle]
            else:
                holders.remove(name)
                if len(holders) == 1:
                    self._holders[shingle] = holders[0]

    def _who(self, shingle: int) -> Sequence[str]:
        holders = self._holders.get(shingle, ())
        return (holders,) if isinstance(holders, str) else holders

    def _tells(self, shingle: int) -> bool:
        """Is it the words of a few, and no outlet's furniture?"""
        if shingle not in self._telling:
            names = self._who(shingle)
            self._telling[shingle] = (
                1 < len(names) <= COMMONEST and max(Counter(self._held[name].outlet for name in names).values()) < OWN
            )
        return self._telling[shingle]

    def _origin(self, name: str) -> str | None:
        """The report that one copies, or copies most of: of several with as much in common the first."""
        mine = self._held[name].place
        close = [(-count, self._held[other].place, other) for count, other in self._close(name)]
        return min((row for row in close if row[1] < mine), default=(0, mine, None))[2]

    def _behind(self, name: str) -> set[str]:
        """The later reports that could be copies of one."""
        mine = self._held[name].place
        return {other for _, other in self._close(name) if self._held[other].place > mine}

    def _close(self, name: str) -> Iterator[tuple[int, str]]:
        """The reports with enough of the same words, and how many shingles they have in common with this one."""
        one = self._held[name]
        shared: Counter[str] = Counter()
        for shingle in one.shingles:
            holders = self._holders[shingle]
            if isinstance(holders, list) and self._tells(shingle):
                shared.update(holders)
        for other, count in shared.items():
            two = self._held[other]
            if other == name or not _contained(count, one.shingles, two.shingles):
                continue
            if one.outlet != two.outlet or not _boxed(one.shingles, two.shingles):
                yield count, other

    def _follow(self, name: str, origin: str | None) -> None:
        before = self._nearest.pop(name, None)
        if before is not None:
            self._followers[before].discard(name)
            if not self._followers[before]:
                del self._followers[before]
        if origin is not None:
            self._nearest[name] = origin
            self._followers[origin].add(name)

    def _traced(self, touched: Collection[str]) -> frozenset[str]:
        """Look again for the first report behind these and all that copy them; those that have another one now."""
        ahead, found, changed = [*touched], {*touched}, set()
        while ahead:
            name = ahead.pop()
            before, first = self.of.pop(name, None), self._first(name)
            if first != name:
                self.of[name] = first
            if before != self.of.get(name):
                changed.add(name)
            ahead += self._followers.get(name, frozenset()) - found
            found |= self._followers.get(name, frozenset())
        return frozenset(changed)

    def _first(self, name: str) -> str:
        while name in self._nearest:
            name = self._nearest[name]
        return name


def _contained(count: int, one: Sequence[int], other: Sequence[int]) -> bool:
    return count >= FEWEST and count >= CONTAINED * min(len(one), len(other))


def _boxed(one: Sequence[int], other: Sequence[int]) -> bool:
    """Is all that the two share one unbroken stretch of the shorter, and not the shorter itself?"""
    shorter, longer = sorted((one, other), key=len)
    held = frozenset(longer)
    runs = [sum(1 for _ in run) for shared, run in groupby(shorter, lambda shingle: shingle in held) if shared]
    return sum(runs) < WHOLE * len(shorter) and max(runs, default=0) >= UNBROKEN * sum(runs)


def sampled(report: Report) -> tuple[int, ...]:
    """The shingles kept of a report, in the order of its words and once each."""
    text, at = [], 0
    for start, end in report.furniture:
        text.append(report.text[at:start])
        at = end
    prose = _QUOTED.sub(" ", "".join([*text, report.text[at:]]))
    tokens = words(fold(prose))
    hashes = (_hash(tokens[i : i + SHINGLE]) for i in range(len(tokens) - SHINGLE + 1))
    return tuple(dict.fromkeys(value for value in hashes if value % SAMPLE == 0))


def _hash(tokens: Sequence[str]) -> int:
    return int.from_bytes(hashlib.blake2b(" ".join(tokens).encode("utf-8", "replace"), digest_size=8).digest(), "big")
