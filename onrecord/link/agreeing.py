"""Which statements say the same, and which speak against each other: pairs that are kept as statements come and go."""

from collections.abc import Collection
from typing import Final, NamedTuple, TypeVar

from onrecord.link.claim_features import FROM_AFAR, JOINS, STAYS, compare
from onrecord.link.meeting import Keys, Meeting, Pair, keys_of
from onrecord.link.objections import against
from onrecord.link.sayings import Changed, Sayings
from onrecord.model.records import Objection

__all__ = ["Agreeing", "Touched"]


T = TypeVar("T")


class Touched(NamedTuple):
    """Lines that say the same as others than before, and those that others speak against."""

    same: set[int]
    against: set[int]


class _Link(NamedTuple):
    """What two statements, the earlier first, have to do with each other: how much they say the same, or objections."""

    score: float = 0.0
    earlier: Objection | None = None
    later: Objection | None = None


NOTHING: Final = _Link()
KEPT: Final = (
    4096  # lines whose keys are kept for the next renewal, for the neighbours of one report are those of another
)


class Agreeing:
    """The pairs among lines of statements, each line by its first row.

    `same` gives for each line those that say the same, with the score; `against` those that speak against it, or that
    it speaks against (then without an objection).
    """

    def __init__(self, sayings: Sayings) -> None:
        self.same: dict[int, dict[int, float]] = {}
        self.against: dict[int, dict[int, Objection | None]] = {}
        self._sayings = sayings
        self._meeting = Meeting(sayings.place)
        self._keys: dict[int, Keys] = {}
        self._empty = True

    def renew(self, changed: Changed) -> Touched:
        """Compare what is new with what it meets, and again what no longer meets, or does only now."""
        touched = Touched(set(), set())
        again = self._exchange(changed, touched)
        fresh = changed.new | changed.other
        for one in fresh:
            self._compare(one, fresh, touched)
        for one, other in again:
            if one not in fresh and other not in fresh:
                met = self._meeting.between((one, self._key(one)), (other, self._key(other)))
                self._link(one, other, self._weighed(one, other, near=met.near) if met else NOTHING, touched)
        self._empty = False
        if len(self._keys) > KEPT:
            self._keys.clear()
        touched.same.difference_update(changed.gone)
        touched.against.difference_update(changed.gone)
        return touched

    def agree(self, one: int, other: int) -> bool:
        """May two lines be of one claim?"""
        if other in self.same.get(one, {}):
            return True
        verdict = compare(self._sayings.said(one), self._sayings.said(other))
        return not verdict.vetoed and verdict.score >= STAYS

    def why(self, one: int, other: int) -> tuple[str, ...]:
        """By what two lines say the same, the earlier first."""
        return compare(self._sayings.said(one), self._sayings.said(other)).reasons

    def _exchange(self, changed: Changed, touched: Touched) -> set[Pair]:
        """Take lines out and in; the pairs of which each must be looked at again."""
        again: set[Pair] = set()
        for one in changed.gone.keys() | changed.other:
            self._part(one, touched)
        for one, said in changed.gone.items():
            keys = self._keys.pop(one, None)
            again |= self._meeting.take(one, keys or keys_of(said))
        self._keys |= {one: keys_of(self._sayings.said(one)) for one in changed.new}
        if self._empty:
            self._meeting.fill({one: self._keys[one] for one in changed.new})
            return again
        for one in changed.new:
            again |= {pair for pair in self._meeting.put(one, self._keys[one]) if self._linked(*pair)}
        return {pair for pair in again if changed.gone.keys().isdisjoint(pair)}

    def _compare(self, one: int, fresh: Collection[int], touched: Touched) -> None:
        """Compare a line with all that it meets; of two that are both new, the later with the earlier only."""
        touched.same.add(one)
        touched.against.add(one)
        place = self._sayings.place
        meet = self._meeting.later if self._empty else self._meeting.around
        for met in meet(one, self._key(one)):
            if met.other not in fresh or place(one) < place(met.other):
                self._link(one, met.other, self._weighed(one, met.other, near=met.near), touched)

    def _weighed(self, one: int, other: int, *, near: bool) -> _Link:
        place = self._sayings.place
        first, second = (one, other) if place(one) < place(other) else (other, one)
        earlier, later = self._sayings.said(first), self._sayings.said(second)
        verdict = compare(earlier, later)
        if not verdict.vetoed and verdict.score >= (JOINS if near else FROM_AFAR):
            return _Link(verdict.score)
        return _Link(0.0, against(earlier, later), against(later, earlier)) if near else NOTHING

    def _linked(self, one: int, other: int) -> bool:
        return other in self.same.get(one, ()) or other in self.against.get(one, ())

    def _link(self, one: int, other: int, link: _Link, touched: Touched) -> None:
        """Keep what two lines have to do with each other now."""
        place = self._sayings.place
        first, second = (one, other) if place(one) < place(other) else (other, one)
        if link.score != self.same.get(first, {}).get(second, 0.0):
            touched.same.update((first, second))
            self._join(first, second, link.score)
        earlier, later = (self.against.get(a, {}).get(b) for a, b in ((first, second), (second, first)))
        if (link.earlier, link.later) != (earlier, later):
            touched.against.update((first, second))
            self._oppose(first, second, link)

    def _join(self, one: int, other: int, score: float) -> None:
        for a, b in ((one, other), (other, one)):
            if score:
                self.same.setdefault(a, {})[b] = score
            else:
                _without(self.same, a, b)

    def _oppose(self, one: int, other: int, link: _Link) -> None:
        for a, b, objection in ((one, other, link.earlier), (other, one, link.later)):
            if link.earlier or link.later:
                self.against.setdefault(a, {})[b] = objection
            else:
                _without(self.against, a, b)

    def _part(self, one: int, touched: Touched) -> None:
        """Forget all that a line has to do with others."""
        for other in self.same.pop(one, ()):
            touched.same.add(other)
            _without(self.same, other, one)
        for other in self.against.pop(one, ()):
            touched.against.add(other)
            _without(self.against, other, one)

    def _key(self, one: int) -> Keys:
        if one not in self._keys:
            self._keys[one] = keys_of(self._sayings.said(one))
        return self._keys[one]


def _without(links: dict[int, dict[int, T]], one: int, other: int) -> None:
    del links[one][other]
    if not links[one]:
        del links[one]
