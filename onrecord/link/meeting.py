"""Which statements are compared with each other: those that meet under keys that both are filed under."""

import hashlib
from array import array
from base64 import b64decode
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import combinations
from typing import Final, NamedTuple

from onrecord.link.concepts import sequence
from onrecord.link.deeds import sorts
from onrecord.link.opposites import axes
from onrecord.link.said import Said

__all__ = ["Keys", "Meeting", "Met", "Place", "blocks", "candidates", "keys_of", "traces"]

ANCHORS: Final = 3  # names by which a statement can be found
TELLING: Final = 6  # other words, the longest, that are looked up beside a name
ALONE: Final = 4  # of these, how many are looked up beside each other
TWICE: Final = 2  # blocks in which two statements must meet to be compared
OFTEN: Final = 4  # traces in which they must: word beside word, and stretches of their meanings
STRETCH: Final = 8  # numbers of a meaning whose signs make one trace
NEAREST: Final = 40  # under each key, a statement is compared with so many of those that follow it in time
SIXTY: Final = (1 << 60) - 1  # a key is a number of sixty bits, half as large as its words, and held a million times
ODD: Final = 0x9E3779B97F4A7C15  # any odd number spreads bits
SIGNS: Final = bytes(ord("+") if 0 < number < 128 else ord("-") for number in range(256))

Key = int
Pair = tuple[int, int]
Place = tuple[tuple[date, str], int]
"""Where a statement stands in time: where its report does, and its number there."""


class Met(NamedTuple):
    """Two statements by their numbers; `near` where they share blocks, and not only words in a row, meaning or deed.

    What is only not near may be the same; that it contradicts would be a guess, for it is hardly ever of one matter.
    """

    one: int
    other: int
    near: bool


class Keys(NamedTuple):
    """All that a statement is filed under: what it is about, how it is said, and what is done to what; each once."""

    blocks: Sequence[Key]
    traces: Sequence[Key]
    done: Sequence[Key]


def keys_of(said: Said) -> Keys:
    """The keys of a statement, of each kind in order."""
    one, other, third = (array("Q", sorted(kind(said))) for kind in (blocks, traces, done))
    return Keys(one, other, third)


def blocks(said: Said) -> frozenset[Key]:
    """The keys of what a statement is about: a name with a telling word, two such words, a deed with its thing."""
    names = sorted(said.names | said.own & said.words)[:ANCHORS]
    rest = sorted(said.words - said.names - said.own, key=lambda word: (-len(word), word))[:TELLING]
    pairs = [*((name, word) for name in names for word in rest), *combinations(sorted(rest[:ALONE]), 2)]
    things = sorted(said.thing, key=lambda word: (-len(word), word))[:ALONE]
    pairs += [(f"to {deed}", thing) for verb, _ in said.deeds[-1:] for deed in sorts(verb) for thing in things]
    return frozenset(_key(one, other) for one, other in pairs)


def done(said: Said) -> frozenset[Key]:
    """The keys of what is done to what, whatever the verb: "released three prisoners", "freed three prisoners"."""
    return frozenset(_key(end, thing) for verb, _ in said.deeds[-1:] for end in axes(verb) for thing in said.thing)


def traces(said: Said) -> frozenset[Key]:
    """The keys of how it is said: each word with the next ones, which a cut quotation keeps, and where it points to.

    Of 32 pairs in 102 reports that say the same and share no two blocks, 19 meet under four of these.
    """
    told = sequence(said.text)
    runs = (_key(one, other) for step in (1, 2) for one, other in zip(told, told[step:], strict=False))
    return frozenset((*runs, *_stretches(said.meaning)))


def _key(one: str, other: str) -> Key:
    return _number(one) * ODD + _number(other) & SIXTY


@lru_cache(maxsize=65536)
def _number(word: str) -> int:
    """A number for a word, the same in every run."""
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "replace"), digest_size=8).digest(), "big")


def _stretches(meaning: str | None) -> Iterator[Key]:
    signs = b"" if meaning is None else b64decode(meaning).translate(SIGNS)
    for at in range(0, len(signs), STRETCH):
        yield (int.from_bytes(signs[at : at + STRETCH], "big") + at) * ODD & SIXTY


def candidates(said: Sequence[Said], nodes: Sequence[int]) -> Iterator[Met]:
    """Every pair of the numbered statements that is worth comparing, once."""
    held = {i: keys_of(said[i]) for i in nodes}
    meeting = Meeting(lambda number: ((date.min, ""), number))
    meeting.fill(held)
    for i in nodes:
        yield from meeting.later(i, held[i])


class Meeting:
    """Statements under all their keys, in order of their places in time."""

    def __init__(self, place: Callable[[int], Place]) -> None:
        self._blocks, self._traces, self._done = Files(place), Files(place), Files(place)

    def fill(self, keys: Mapping[int, Keys]) -> None:
        """Take many statements in; so little is held yet that what they part does not matter."""
        for files, kind in ((self._blocks, 0), (self._traces, 1), (self._done, 2)):
            files.fill((number, held[kind]) for number, held in keys.items())

    def put(self, number: int, keys: Keys) -> set[Pair]:
        """Take one statement in; the pairs that it comes between, so that they meet under one key less."""
        return {
            *self._blocks.put(number, keys.blocks),
            *self._traces.put(number, keys.traces),
            *self._done.put(number, keys.done),
        }

    def take(self, number: int, keys: Keys) -> set[Pair]:
        """Take one statement out; the pairs that it stood between, so that they meet under one key more."""
        return {
            *self._blocks.take(number, keys.blocks),
            *self._traces.take(number, keys.traces),
            *self._done.take(number, keys.done),
        }

    def later(self, number: int, keys: Keys) -> list[Met]:
        """The statements behind one in time that it is to be compared with."""
        return self._met(number, keys, (0, 1))

    def around(self, number: int, keys: Keys) -> list[Met]:
        """All statements that one is to be compared with."""
        return self._met(number, keys, (1, 1))

    def between(self, one: tuple[int, Keys], other: tuple[int, Keys]) -> Met | None:
        """Whether two are to be compared."""
        (mine, left), (theirs, right) = one, other
        near = self._blocks.together(mine, theirs, _both(left.blocks, right.blocks)) >= TWICE
        far = near or (
            self._traces.together(mine, theirs, _both(left.traces, right.traces)) >= OFTEN
            or self._done.together(mine, theirs, _both(left.done, right.done)) >= 1
        )
        return Met(mine, theirs, near) if far else None

    def _met(self, number: int, keys: Keys, sides: tuple[int, int]) -> list[Met]:
        near = self._blocks.met(number, keys.blocks, TWICE, sides)
        far = self._traces.met(number, keys.traces, OFTEN, sides) | self._done.met(number, keys.done, 1, sides)
        return [Met(number, other, other in near) for other in sorted(near | far)]


class Files:
    """Statements under keys of one kind, in order of their places; of most keys there is one, without a list."""

    def __init__(self, place: Callable[[int], Place]) -> None:
        self._place = place
        self._files: dict[Key, int | list[int]] = {}

    def fill(self, things: Iterable[tuple[int, Collection[Key]]]) -> None:
        """Take in many at once."""
        files = self._files
        several: dict[Key, list[int]] = {}
        for number, keys in things:
            for key in keys:
                file = files.setdefault(key, number)
                if isinstance(file, list):
                    file.append(number)
                elif file != number:
                    several[key] = files[key] = [file, number]
        for line in several.values():
            line.sort(key=self._place)

    def put(self, number: int, keys: Collection[Key]) -> Iterator[Pair]:
        """Take one in; the pairs across it that are too far apart now."""
        for key in keys:
            file = self._files.setdefault(key, number)
            if isinstance(file, list):
                insort(file, number, key=self._place)
                if len(file) > NEAREST + 1:
                    yield from _across(file, self._at(file, number))
            elif file != number:
                self._files[key] = sorted((file, number), key=self._place)

    def take(self, number: int, keys: Collection[Key]) -> Iterator[Pair]:
        """Take one out; the pairs across it that are neighbours now."""
        for key in keys:
            file = self._files[key]
            if not isinstance(file, list):
                del self._files[key]
                continue
            at = self._at(file, number)
            yield from _across(file, at)
            del file[at]
            if len(file) == 1:
                self._files[key] = file[0]

    def met(self, number: int, keys: Collection[Key], often: int, sides: tuple[int, int]) -> set[int]:
        """The neighbours of one under so many keys, on the sides that are asked for."""
        counted: Counter[int] = Counter()
        before, after = NEAREST * sides[0], NEAREST * sides[1]
        for key in keys:
            file = self._files[key]
            if isinstance(file, list):
                at = self._at(file, number)
                if before and at:
                    counted.update(file[max(0, at - before) : at])
                counted.update(file[at + 1 : at + 1 + after])
        return {other for other, times in counted.items() if times >= often}

    def together(self, one: int, other: int, keys: Iterable[Key]) -> int:
        """Under how many of the keys that both have they are neighbours."""
        files = (self._files[key] for key in keys)
        return sum(
            isinstance(file, list) and abs(self._at(file, one) - self._at(file, other)) <= NEAREST for file in files
        )

    def _at(self, file: list[int], number: int) -> int:
        return bisect_left(file, self._place(number), key=self._place)


def _both(some: Sequence[Key], others: Sequence[Key]) -> frozenset[Key]:
    return frozenset(some).intersection(others)


def _across(file: Sequence[int], at: int) -> Iterable[Pair]:
    """The pairs across a place that are neighbours only while nothing stands there."""
    first = max(0, at - NEAREST)
    return zip(file[first:at], file[first + NEAREST + 1 :], strict=False)
