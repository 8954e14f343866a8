"""A surname alone, or another single word: whom it means in its report, where only one person can be meant."""

from collections.abc import Iterable, Mapping

from onrecord.model.reading import Voice
from onrecord.resolve.group import Group, Held
from onrecord.resolve.parties import party_key
from onrecord.resolve.people import Name, Names, outweighs
from onrecord.resolve.same_person import name_of
from onrecord.resolve.seen import Unit, enter, leave
from onrecord.resolve.spelling import sound

__all__ = ["Surnames"]

_LONELY = frozenset({"same surname for the same party, no full name known"})

Kind = tuple[str, str, str | None, bool]
"""The word, the generation after it, the party if one is told, and whether there is an office."""

Here = frozenset[Group]


class Single(Unit):
    """One word of one kind, in reports that name the same of its bearers."""

    __slots__ = ("here", "kind")

    def __init__(self, kind: Kind, here: Here) -> None:
        super().__init__()
        self.kind, self.here = kind, here


class _Word:
    """All voices of a word alone, by kind and by who of its bearers is in the report.

    `new` are those not told apart, with the group that each had; `borne` tells who the bearers were.
    """

    __slots__ = ("borne", "new", "units")

    def __init__(self) -> None:
        self.units: dict[tuple[Kind, Here], Single] = {}
        self.new: list[tuple[str, int, Kind, Group | None]] = []
        self.borne: frozenset[tuple[Group, int]] | None = None


class Surnames:
    """All single words that stand for people, and whom each means."""

    def __init__(self, held: Held, names: Names) -> None:
        self._held, self._names = held, names
        self._words: dict[str, _Word] = {}
        self._heard: dict[str, tuple[str, ...]] = {}
        self._lonely: dict[tuple[str, str], Group] = {}
        self._touched: set[str] = set()

    def see(self, report: str, number: int, voice: Voice) -> None:
        """One more voice."""
        name = name_of(voice.name)
        party = None if voice.party is None else party_key(voice.party)
        kind = name.last, name.generation, party, bool(voice.offices)
        if name.last not in self._words:
            self._words[name.last] = _Word()
            enter(self._heard, sound(name.last), name.last)
        self._words[name.last].new.append((report, number, kind, None))
        self._touched.add(name.last)

    def lose(self, report: str, number: int, single: Single) -> None:
        """One voice less."""
        single.lose(report, number)
        self._touched.add(single.kind[0])
        if not single.at:
            del self._words[single.kind[0]].units[single.kind, single.here]
            self._send(single, None)

    def settle(self) -> set[str]:
        """Decide anew on words that were touched, or whose bearers were; the reports whose groups may change."""
        words = self._touched | {word for word in self._names.words if word in self._words}
        for changed in self._names.words:
            alike = self._heard.get(sound(changed), ())
            words.update(word for word in alike if word not in self._names.bearing)
        moved: set[str] = set()
        for word in words:
            moved |= self._decide(word)
        self._touched, self._names.words = set(), set()
        return moved

    def forget(self, group: Group) -> None:
        """A group without voices is no more."""
        if group.key is not None and self._lonely.get(group.key) is group:
            del self._lonely[group.key]

    def _decide(self, word: str) -> set[str]:
        here, bearers = self._words[word], self._bearers(word)
        borne = frozenset((group, group.version) for group in bearers)
        moved: set[str] = set()
        if borne != here.borne:
            self._open(here)
            here.borne = borne
        told = [
            (report, self._tell_apart(here, report, number, kind, bearers), old)
            for report, number, kind, old in here.new
        ]
        here.new = []
        for single in here.units.values():
            group = _meant(single, bearers) or self._alone(single.kind)
            if group is not single.group:
                if single.group is not None:
                    moved.update(single.at)
                self._send(single, group)
        moved.update(report for report, single, old in told if single.group is not old)
        if not here.units:
            del self._words[word]
            leave(self._heard, sound(word), word)
        return moved

    def _open(self, word: _Word) -> None:
        """Take all voices of a word apart again, since others bear it now."""
        for single in word.units.values():
            kind, group = single.kind, single.group
            word.new += [(report, number, kind, group) for report, those in single.at.items() for number in those]
            self._send(single, None)
        word.units = {}

    def _tell_apart(self, word: _Word, report: str, number: int, kind: Kind, bearers: Mapping[Group, int]) -> Single:
        units = self._held.units[report]
        named = {unit.group for unit in units if isinstance(unit, Name)}
        here = frozenset(group for group in bearers if group in named)
        if (kind, here) not in word.units:
            word.units[kind, here] = Single(kind, here)
        units[number] = single = word.units[kind, here]
        single.see(report, number)
        return single

    def _send(self, single: Single, group: Group | None) -> None:
        if single.group is not None:
            single.group.singles -= 1
        if group is not None:
            group.singles += 1
        single.group = group

    def _alone(self, kind: Kind) -> Group:
        key = f"{kind[0]} {kind[1]}", kind[2] or ""
        if key not in self._lonely:
            self._lonely[key] = Group(self._held, key=key)
            self._lonely[key].ground = _LONELY
        return self._lonely[key]

    def _bearers(self, word: str) -> Mapping[Group, int]:
        """Who is called by a word, or by one that sounds like it, and how many voices call each so."""
        if word in self._names.bearing:
            return _counted(word, self._names.bearing[word])
        found: dict[Group, int] = {}
        for other in sorted(self._names.heard.get(sound(word), ())):
            found |= _counted(other, self._names.bearing[other])
        return found


def _counted(word: str, names: Iterable[Name]) -> dict[Group, int]:
    counts: dict[Group, int] = {}
    for name in names:
        if name.group is not None:  # names are settled before surnames
            counts[name.group] = counts.get(name.group, 0) + name.called.get(word, 0)
    return counts


def _meant(single: Single, bearers: Mapping[Group, int]) -> Group | None:
    """The only person whom a surname can mean in its reports, if there is one."""
    _, generation, party, office = single.kind
    same_side = party is None and not office  # nothing tells this voice from the person of that surname in the report
    free = {
        group: count
        for group, count in bearers.items()
        if (same_side or group not in single.here) and _same_generation(generation, group)
    }
    agreeing = {group: count for group, count in free.items() if party is None or _speaks_for(group, party)}
    if len(agreeing) == 1 and (len(free) == 1 or party):
        return next(iter(agreeing))
    return _chief(agreeing) if agreeing else _chief(free)


def _chief(bearers: Mapping[Group, int]) -> Group | None:
    """The bearer who is called so far more often than all others together."""
    best = max(bearers, key=bearers.__getitem__, default=None)
    if best is None or not outweighs(bearers[best], sum(bearers.values()) - bearers[best]):
        return None
    return best


def _names(group: Group) -> list[Name]:
    return [unit for unit in group.units if isinstance(unit, Name)]


def _same_generation(generation: str, group: Group) -> bool:
    """ "Vint Jr." is not Vint."""
    return any(name.key[0].generation == generation for name in _names(group))


def _speaks_for(group: Group, party: str) -> bool:
    return any(name.key[1] in (party, "") for name in _names(group))
