"""Which report copies which: long runs of the same words, whole or cut, whoever printed them.

Three kinds of words are no sign of a copy. What stands in quotation marks is the speaker's, and many reports quote one
speech. What an outlet prints in three reports of its own is its furniture: boxes, galleries, the writer's card. And one
unbroken stretch that two reports of an outlet share, with nothing else in common, is such a box in two of them.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from onrecord.link.scene import Scene
from onrecord.model.report import Report
from onrecord.text.stem import fold, words

__all__ = ["NONE", "find_copies", "sampled"]

SHINGLE = 6  # words; shorter runs are shared by reports that merely quote the same speech
SAMPLE = 4  # one shingle in so many is kept, chosen by its hash, so that two copies keep the same ones
CONTAINED = 0.3  # share of the shorter report's sampled shingles that stand in the longer one
FEWEST = 8  # sampled shingles in common; below that it is a set phrase
WHOLE = 0.9  # from this share on it is a copy however the shared words lie
UNBROKEN = 0.8  # share of the shared shingles that lie in one stretch; an edited copy is broken in many places
OWN = 3  # reports of one outlet that print the same words: then they are the outlet's furniture
_QUOTED = re.compile(r"“[^“”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)", re.MULTILINE)
NONE: Mapping[str, Sequence[int]] = MappingProxyType({})
COMMONEST = 50  # a shingle in more reports than this is boilerplate


def find_copies(scene: Scene, samples: Mapping[str, Sequence[int]] = NONE) -> Mapping[str, str]:
    """For each report that is a whole or cut copy, the report it copies: the earliest, and of one day the longest.

    `samples` are those that were taken before (`sampled`), by report.
    """
    ordered = sorted(
        scene.reports.values(), key=lambda report: (scene.order(report.id)[0], -len(report.text), report.id)
    )
    shingles = {report.id: samples.get(report.id) or sampled(report) for report in ordered}
    place = {report.id: n for n, report in enumerate(ordered)}
    shared = _shared(ordered, shingles)
    outlets = {report.id: report.outlet or report.id for report in ordered}
    copies: dict[str, str] = {}
    for report in ordered:
        before = [(count, other) for other, count in shared[report.id].items() if place[other] < place[report.id]]
        close = [
            (count, -place[other], other)
            for count, other in before
            if _contained(count, shingles[report.id], shingles[other])
            and not (outlets[report.id] == outlets[other] and _boxed(shingles[report.id], shingles[other]))
        ]
        if close:
            origin = max(close)[2]
            copies[report.id] = copies.get(origin, origin)
    return copies


def _contained(count: int, one: Sequence[int], other: Sequence[int]) -> bool:
    return count >= FEWEST and count >= CONTAINED * min(len(one), len(other))


def _boxed(one: Sequence[int], other: Sequence[int]) -> bool:
    """Is all that the two share one unbroken stretch of the shorter, and not the shorter itself?"""
    shorter, longer = sorted((one, other), key=len)
    held = frozenset(longer)
    runs = [sum(1 for _ in run) for shared, run in groupby(shorter, lambda shingle: shingle in held) if shared]
    return sum(runs) < WHOLE * len(shorter) and max(runs, default=0) >= UNBROKEN * sum(runs)


def _shared(reports: Sequence[Report], shingles: Mapping[str, Sequence[int]]) -> Mapping[str, Mapping[str, int]]:
    holders: dict[int, list[str]] = defaultdict(list)
    outlets = {report.id: report.outlet or report.id for report in reports}
    for report in reports:
        for shingle in shingles[report.id]:
            holders[shingle].append(report.id)
    shared: dict[str, dict[str, int]] = {report.id: defaultdict(int) for report in reports}
    for held_by in holders.values():
        if 1 < len(held_by) <= COMMONEST and max(Counter(outlets[one] for one in held_by).values()) < OWN:
            for one in held_by:
                for other in held_by:
                    if one != other:
                        shared[one][other] += 1
    return shared


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
