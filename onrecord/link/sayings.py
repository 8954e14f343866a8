"""Statements as claims hold them: one row each, and rows that say the very same in the same words in one line."""

from bisect import bisect_left, insort
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from onrecord.link.claim_features import enough
from onrecord.link.meeting import Place, keys_of
from onrecord.link.said import Calling, Packed, Said, packed, said_by, unpacked
from onrecord.link.scene import Scene
from onrecord.model.records import Statement
from onrecord.model.ties import Key

__all__ = ["Changed", "Face", "Row", "Sayings"]

Face = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A statement with its place in time: that of its report, and its number there."""

    place: Place
    statement: Statement
    held: Packed

    @property
    def key(self) -> Key:
        """How people's decisions name it."""
        return self.place[0][1], self.place[1]

    @property
    def face(self) -> Face:
        """All by which two statements say the very same."""
        held = self.held
        return held.words, held.names, held.doers, held.deeds, held.sign, held.open, self.statement.act


@dataclass(slots=True)
class Changed:
    """What became of lines, each named by the number of its first row.

    `gone` are no more, with what they said; `new` are new; the first of `other` says something else, which is found as
    before; behind the first of `longer` these rows came, and of those behind the first of `thinner` some left or say
    something else. `put` are all rows that came.
    """

    gone: dict[int, Said] = field(default_factory=dict)
    new: set[int] = field(default_factory=set)
    other: set[int] = field(default_factory=set)
    longer: dict[int, list[int]] = field(default_factory=dict)
    thinner: set[int] = field(default_factory=set)
    put: set[int] = field(default_factory=set)


class Sayings:
    """The rows of all statements that are held, by numbers that are never given twice, in lines of the same words.

    A row that people decided about (`alone`) is a line of its own, and so is one that says too little.
    """

    def __init__(self, alone: Collection[Key] = ()) -> None:
        self.rows: dict[int, Row] = {}
        self._alone = alone
        self._numbers = count()
        self._of: dict[str, dict[int, int]] = {}
        self._lines: dict[Face, int | list[int]] = {}
        self._open: dict[int, Said] = {}
        self._leaving: list[int] = []

    def renew(self, scene: Scene, reports: Collection[str], statements: Mapping[str, Sequence[Statement]]) -> Changed:
        """Take the statements of these reports as they are now; those that are equal to what is held stay."""
        calling, changed = Calling(scene), Changed()
        new: list[tuple[Row, Said]] = []
        old: list[int] = []
        for report in reports:
            here = dict(self._of.get(report, {}))
            for row, said in _rows(scene, calling, report, statements):
                number = here.get(row.place[1])
                if number is not None and self._stays(number, row, said, changed):
                    del here[row.place[1]]
                else:
                    new.append((row, said))
            old += here.values()
        for number in old:
            self._take(number, changed)
        for row, said in new:
            self._put(row, said, changed)
        changed.longer = {first: rows for first, rows in changed.longer.items() if first not in changed.new}
        changed.thinner -= changed.new
        return changed

    def place(self, number: int) -> Place:
        """Where a row stands in time."""
        return self.rows[number].place

    def said(self, number: int) -> Said:
        """A row as it is compared."""
        if number not in self._open:
            row = self.rows[number]
            self._open[number] = unpacked(row.held, row.statement)
        return self._open[number]

    def close(self) -> None:
        """Let go of what was unpacked to be compared, and of the places of rows that are no more."""
        for number in self._leaving:
            del self.rows[number]
        self._leaving.clear()
        self._open.clear()

    def line(self, first: int) -> Sequence[int]:
        """The rows of a line, in order of time."""
        found = self._lines.get(self.rows[first].face)
        return found if isinstance(found, list) and found[0] == first else (first,)

    def number(self, key: Key) -> int | None:
        """The row of a statement by the name that decisions have for it."""
        return self._of.get(key[0], {}).get(key[1])

    def of(self, report: str) -> Collection[int]:
        """The rows of a report."""
        return self._of.get(report, {}).values()

    def first(self, number: int) -> int:
        """The first row of the line that a row is in."""
        row = self.rows[number]
        found = self._lines[row.face] if self._joins(row) else number
        return found[0] if isinstance(found, list) else found

    def _joins(self, row: Row) -> bool:
        return row.key not in self._alone and enough(row.held)

    def _stays(self, number: int, row: Row, said: Said, changed: Changed) -> bool:
        """Is a row held as it is, or found where it was? Then it needs no other number."""
        before = self.rows[number]
        if before == row:
            return True
        if (before.place, before.face) != (row.place, row.face) or keys_of(said) != keys_of(self.said(number)):
            return False
        first = self.first(number)
        (changed.other if number == first else changed.thinner).add(first)
        self.rows[number], self._open[number] = row, said
        return True

    def _put(self, row: Row, said: Said, changed: Changed) -> None:
        number = next(self._numbers)
        changed.put.add(number)
        self.rows[number], self._open[number] = row, said
        self._of.setdefault(row.key[0], {})[row.key[1]] = number
        line = self._lines.setdefault(row.face, number) if self._joins(row) else number
        if line == number:
            changed.new.add(number)
            return
        if not isinstance(line, list):
            line = self._lines[row.face] = [line]
        first = line[0]
        insort(line, number, key=self.place)
        if line[0] == number:
            self._end(first, changed)
            changed.new.add(number)
        else:
            changed.longer.setdefault(first, []).append(number)

    def _take(self, number: int, changed: Changed) -> None:
        row, first = self.rows[number], self.first(number)
        here = self._of[row.key[0]]
        del here[row.key[1]]
        if not here:
            del self._of[row.key[0]]
        if number == first:
            self._end(number, changed)
        else:
            changed.thinner.add(first)
        if self._joins(row):
            after = self._shortened(row.face, number)
            if number == first and after is not None:
                changed.new.add(after)
        self._leaving.append(number)

    def _end(self, first: int, changed: Changed) -> None:
        """A line begins with this row no more."""
        if first in changed.new:
            changed.new.discard(first)
        else:
            changed.gone[first] = self.said(first)
        changed.other.discard(first)
        changed.longer.pop(first, None)
        changed.thinner.discard(first)

    def _shortened(self, face: Face, number: int) -> int | None:
        """Take a row out of its line; the first of what is left."""
        line = self._lines[face]
        if not isinstance(line, list):
            del self._lines[face]
            return None
        del line[bisect_left(line, self.place(number), key=self.place)]
        if len(line) == 1:
            self._lines[face] = line[0]
        return line[0]


def _rows(
    scene: Scene, calling: Calling, report: str, statements: Mapping[str, Sequence[Statement]]
) -> Iterator[tuple[Row, Said]]:
    reading = scene.readings.get(report)
    if reading is None:
        return
    order, seen = scene.order(report), set[str]()
    for number, said in enumerate(said_by(scene, calling, reading, statements[report])):
        if said.statement.id not in seen:  # one that was read twice says nothing twice
            seen.add(said.statement.id)
            yield Row((order, number), said.statement, packed(said)), said
