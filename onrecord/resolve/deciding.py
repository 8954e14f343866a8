"""Groups of voices that people put together, took apart or set, each time the rules say otherwise of them."""

from collections.abc import Mapping

from onrecord.model.ties import Decided, Key, Ties
from onrecord.resolve.actor_made import One, made
from onrecord.resolve.decided import Person, as_set, parts
from onrecord.resolve.described import Described
from onrecord.resolve.group import Group, Held
from onrecord.resolve.seen import DESCRIBED, Numbers, Rank, Seen
from onrecord.resolve.tally import Tally

__all__ = ["Base", "Deciding", "base_of"]

Base = Group | Described
"""What the rules hold to be one actor."""


def base_of(held: Held, key: Key) -> Base | None:
    """Where the rules have put a voice, if its report is held."""
    report, number = key
    units = held.units.get(report, ())
    unit = units[number] if number < len(units) else None
    if isinstance(unit, Described) and unit.group is None:
        return unit
    group = None if unit is None else unit.group
    return group if group is None or group.host is None else group.host


class Deciding:
    """The groups that people said something about, in sets of those that they put together, and what came of each.

    `ones` are the actors of the voices of these groups, which go before what the rules make of them.
    """

    def __init__(self, held: Held, decided: Decided) -> None:
        self._held, self._decided = held, decided
        self._fields = [one for one in decided.names if one.field in ("kind", "party")]
        self._tied = {end for tie in (*decided.actors.together, *decided.actors.apart) for end in (tie.one, tie.other)}
        self._keys = self._tied | {one.voice for one in self._fields}
        self._ties = Ties()
        self._reports = {report for report, _ in self._keys}
        self._made: dict[frozenset[Base], list[One]] = {}
        self._bases: set[Base] = set()
        self.ones: dict[Key, One] = {}

    def heeds(self, base: Base) -> bool:
        """Did people say something about a group?"""
        return base in self._bases

    def settle(self, changed: set[Base], reports: set[str]) -> tuple[set[Base], list[One], list[One]]:
        """Decide anew where the rules changed something, in groups or in reports.

        Gives the groups of which people said something only now or no more, the actors that are no more, and new ones.
        """
        if changed.isdisjoint(self._bases) and reports.isdisjoint(self._reports):
            return set(), [], []
        here = {key: base for key in self._keys if (base := base_of(self._held, key)) is not None}
        ties = self._decided.actors.among(here.keys() & self._tied)
        blocks = _blocks(here, ties)
        kept = {
            block: ones
            for block, ones in self._made.items()
            if ties == self._ties and block in blocks and block.isdisjoint(changed)
        }
        gone = [one for block, ones in self._made.items() if block not in kept for one in ones]
        for one in gone:
            for report, numbers in one.at[0].items():
                for number in numbers:
                    self.ones.pop((report, number), None)
        new = {block: self._make(block, ties) for block in blocks if block not in kept}
        before, self._bases = self._bases, set(here.values())
        self._made, self._ties = kept | new, ties
        return before ^ self._bases, gone, [one for ones in new.values() for one in ones]

    def _make(self, block: frozenset[Base], ties: Ties) -> list[One]:
        bases = sorted(block, key=_rank)
        people = as_set(parts([_person(base, self._held) for base in bases], ties), self._fields)
        tied = any(end in self._tied for person in people for end in ((one.report, one.number) for one in person.seen))
        made_of = []
        for number, person in enumerate(people):
            one = self._one(person, (4, _rank(bases[0]), number) if tied else _rank(bases[0]))
            self.ones.update(((seen.report, seen.number), one) for seen in person.seen)
            made_of.append(one)
        return made_of

    def _one(self, person: Person, rank: Rank) -> One:
        tally, at = Tally(), dict[str, Numbers]()
        voices: dict[str, list[Seen]] = {}
        for seen in person.seen:
            voices.setdefault(seen.report, []).append(seen)
        for report, those in voices.items():
            at[report] = tuple(seen.number for seen in those)
            tally.add([seen.voice for seen in those], self._held.published[report])
        first = next((seen for seen in person.seen if seen.voice.named), person.seen[0])
        address = first.report, first.number
        return made(tally, why=person.why, rank=rank, first=address, at=(at,), mark=person.mark, decided=person.decided)


def _blocks(here: Mapping[Key, Base], ties: Ties) -> set[frozenset[Base]]:
    """The groups in sets of those that people put together."""
    home = {base: {base} for base in here.values()}
    for tie in ties.together:
        one, other = home[here[tie.one]], home[here[tie.other]]
        if one is not other:
            one |= other
            home.update(dict.fromkeys(other, one))
    return {frozenset(block) for block in home.values()}


def _rank(base: Base) -> Rank:
    return base.rank


def _person(base: Base, held: Held) -> Person:
    if isinstance(base, Described):
        return Person([Seen(base.report, base.number, held.voices[base.report][base.number])], {DESCRIBED})
    groups = (base, *base.guests)
    seen = sorted((one for group in groups for one in group.seen()), key=lambda one: (one.report, one.number))
    return Person(seen, base.why)
