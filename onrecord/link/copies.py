"""Which report copies which: long runs of the same words, whole or cut, whoever printed them."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence

from onrecord.link.scene import Scene
from onrecord.model.report import Report
from onrecord.text.stem import fold, words

__all__ = ["find_copies"]

SHINGLE = 6  # words; shorter runs are shared by reports that merely quote the same speech
SAMPLE = 4  # one shingle in so many is kept, chosen by its hash, so that two copies keep the same ones
CONTAINED = 0.6  # share of the shorter report's sampled shingles that stand in the longer one
FEWEST = 8  # sampled shingles in common; below that it is a shared quotation
COMMONEST = 50  # a shingle in more reports than this is boilerplate


def find_copies(scene: Scene) -> Mapping[str, str]:
    """For each report that is a whole or cut copy, the report it copies: the earliest, and of one day the longest."""
    ordered = sorted(scene.reports, key=lambda report: (scene.order(report.id)[0], -len(report.text), report.id))
    shingles = {report.id: _sample(report) for report in ordered}
    place = {report.id: n for n, report in enumerate(ordered)}
    shared = _shared(ordered, shingles)
    copies: dict[str, str] = {}
    for report in ordered:
        before = [(count, other) for other, count in shared[report.id].items() if place[other] < place[report.id]]
        close = [
            (count, -place[other], other)
            for count, other in before
            if _contained(count, shingles[report.id], shingles[other])
        ]
        if close:
            origin = max(close)[2]
            copies[report.id] = copies.get(origin, origin)
    return copies


def _contained(count: int, one: frozenset[int], other: frozenset[int]) -> bool:
    return count >= FEWEST and count >= CONTAINED * min(len(one), len(other))


def _shared(reports: Sequence[Report], shingles: Mapping[str, frozenset[int]]) -> Mapping[str, Mapping[str, int]]:
    holders: dict[int, list[str]] = defaultdict(list)
    for report in reports:
        for shingle in shingles[report.id]:
            holders[shingle].append(report.id)
    shared: dict[str, dict[str, int]] = {report.id: defaultdict(int) for report in reports}
    for held_by in holders.values():
        if 1 < len(held_by) <= COMMONEST:
            for one in held_by:
                for other in held_by:
                    if one != other:
                        shared[one][other] += 1
    return shared


def _sample(report: Report) -> frozenset[int]:
    text, at = [], 0
    for start, end in report.furniture:
        text.append(report.text[at:start])
        at = end
    tokens = words(fold("".join([*text, report.text[at:]])))
    hashes = (_hash(tokens[i : i + SHINGLE]) for i in range(len(tokens) - SHINGLE + 1))
    return frozenset(value for value in hashes if value % SAMPLE == 0)


def _hash(tokens: Sequence[str]) -> int:
    return int.from_bytes(hashlib.blake2b(" ".join(tokens).encode("utf-8", "replace"), digest_size=8).digest(), "big")
