"""One person over reports by full names, joined where they can be one person's; what is likelier goes before a slip."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import cast

from onrecord.model.reading import Voice
from onrecord.resolve.group import Held, Joined, Moves
from onrecord.resolve.parties import party_key
from onrecord.resolve.same_person import PersonName, name_of, roles_of_anybody, same_name
from onrecord.resolve.seen import Rank, Sets, Unit, enter, leave
from onrecord.resolve.spelling import blocks, sound

__all__ = ["Name", "Names", "join_names", "outweighs"]

_ENOUGH, _TIMES = 3, 4
"""Who is called by a surname alone in so many reports, and so many times as often as all others, is the one meant."""

_SAME = "same full name or a spelling of it, for the same party or in the same office"
_ONCE = "same full name, its party or first name told once"

Key = tuple[PersonName, str]

_NO_REASONS: frozenset[str] = frozenset()


def outweighs(count: int, others: int) -> bool:
    """Is something seen so much more often than what speaks against it that the rest is a slip of a reading?"""
    return count >= _ENOUGH and count >= _TIMES * others


class Name(Unit):
    """A full name for one party.

    `called` counts the words that its voices are called by alone, `roles` the last words of their offices, less those
    that anybody has ("foreign minister" gives "minister"); `near` are the names that could be the same person's.
    """

    __slots__ = ("called", "key", "near", "roles")

    def __init__(self, key: Key) -> None:
        super().__init__()
        self.key = key
        self.called: dict[str, int] = {}
        self.roles: dict[str, int] = {}
        self.near = _NOBODY

    @property
    def rank(self) -> Rank:
        """In the order of names."""
        (name, party) = self.key
        return 2, name.words, name.generation, party

    @property
    def words(self) -> set[str]:
        """The words that can stand for it alone."""
        return {self.key[0].last, *self.called}

    def count(self, voice: Voice, step: int) -> None:
        """One voice more or less."""
        for word in _alone(voice):
            _step(self.called, word, step)
        if voice.offices:
            for role in {office.split()[-1] for office in voice.offices if office} - roles_of_anybody():
                _step(self.roles, role, step)


_NOBODY: frozenset[Name] = frozenset()


class Names:
    """All full names, which of them stand near each other, and which word each is called by.

    `bearing` gives the names of which a word is the last or the only one, `heard` these words by their sound; `words`
    are those of which that changed, or the person who is called so.
    """

    def __init__(self, held: Held) -> None:
        self._held = held
        self._known: dict[Key, Name] = {}
        self._blocks: dict[str, tuple[Name, ...]] = {}
        self._touched: set[Name] = set()
        self.bearing: dict[str, tuple[Name, ...]] = {}
        self.heard: dict[str, tuple[str, ...]] = {}
        self.words: set[str] = set()

    def see(self, report: str, number: int, voice: Voice) -> Name:
        """One more voice of a full name."""
        key = name_of(voice.name), party_key(voice.party or "")
        name = self._known.get(key) or self._new(key)
        name.see(report, number)
        name.count(voice, 1)
        self._touch(name)
        return name

    def lose(self, report: str, number: int, voice: Voice, name: Name) -> None:
        """One voice less."""
        self._touch(name)
        words = name.words
        name.lose(report, number)
        name.count(voice, -1)
        for word in words - name.words if name.at else words:
            leave(self.bearing, word, name)
            if word not in self.bearing:
                leave(self.heard, sound(word), word)
        if not name.at:
            self._gone(name)

    def _touch(self, name: Name) -> None:
        self._touched.add(name)
        words = name.words
        self.words |= words
        for word in words:
            if word not in self.bearing:
                enter(self.heard, sound(word), word)
            enter(self.bearing, word, name)

    def _new(self, key: Key) -> Name:
        name = self._known[key] = Name(key)
        near: set[Name] = set()
        for block in _blocks(key[0]):
            near.update(other for other in self._blocks.get(block, ()) if same_name(key[0], other.key[0]))
            enter(self._blocks, block, name)
        if near:
            name.near = frozenset(near)
        for other in near:
            other.near |= {name}
        return name

    def _gone(self, name: Name) -> None:
        del self._known[name.key]
        for block in _blocks(name.key[0]):
            leave(self._blocks, block, name)
        for other in name.near:
            other.near = other.near - {name} or _NOBODY
        self._touched.discard(name)
        self._touched |= name.near
        if name.group is not None:
            name.group.version += 1

    def settle(self) -> Moves:
        """Join anew what was touched."""
        moves = Moves()
        done: set[Name] = set()
        for name in self._touched:
            if name not in done and (name.near or name.group is None or name.group.units != (name,)):
                component = _component(name)
                done |= component
                moves.share_out(join_names(sorted(component, key=_rank)), self._held)
        for group in moves.groups:
            for unit in group.units:
                self.words |= cast(Name, unit).words
        self._touched = set()
        return moves


def join_names(names: Sequence[Name]) -> list[Joined]:
    """The people of some names in order: certain pairs first, then what has one place to go, or a likeliest."""
    if len(names) == 1:
        return [(names, _NO_REASONS)]
    sets = Sets([name.at for name in names])
    why: dict[int, set[str]] = defaultdict(set)
    certain, loose = _pairs(names)
    for i, j in certain:
        if sets.join(i, j, equal=names[i].key[0] == names[j].key[0]):
            why[i].add(_SAME)
    for i in sorted(loose):
        homes = {sets.find(j) for j in loose[i]} - {sets.find(i)}
        for home in _heaviest(sets, homes) if len(homes) > 1 else homes:
            if sets.join(i, home, equal=names[i].key[0] == names[home].key[0]):
                why[i].add(_ONCE)
    return [
        ([names[i] for i in group], frozenset(reason for i in group for reason in why.get(i, ())))
        for group in sets.groups()
    ]


def _pairs(names: Sequence[Name]) -> tuple[list[tuple[int, int]], Mapping[int, list[int]]]:
    """Pairs that are one, and names not sure of their party or first name, with where they could go."""
    certain: list[tuple[int, int]] = []
    loose: dict[int, list[int]] = defaultdict(list)
    place = {name: at for at, name in enumerate(names)}
    for i, one in enumerate(names):
        for j in sorted(place[other] for other in one.near if place[other] > i):
            other = names[j]
            (a, party), (b, theirs) = one.key, other.key
            if party == theirs and _more_than_initials(a, b):
                certain.append((i, j))
            elif party == theirs or not (party and theirs):
                small, big = (i, j) if _vaguer(one, other) else (j, i)
                loose[small].append(big)
            elif _core(a) == _core(b) and not one.roles.keys().isdisjoint(other.roles):
                certain.append((i, j))
            elif a == b:
                (small, lighter), (big, heavier) = sorted(((i, one), (j, other)), key=lambda each: len(each[1].at))
                if outweighs(len(heavier.at), len(lighter.at)):
                    loose[small].append(big)
    # Equal names before spellings, so that a report's own two spellings do not take the place of the same name.
    return sorted(certain, key=lambda pair: (names[pair[0]].key[0] != names[pair[1]].key[0], *pair)), loose


def _vaguer(one: Name, other: Name) -> bool:
    (a, party), (b, theirs) = one.key, other.key
    return not party if bool(party) != bool(theirs) else len(a.words[0]) < len(b.words[0])


def _heaviest(sets: Sets, homes: set[int]) -> set[int]:
    """The one of several people of one name that is seen at least twice as often as the others together."""
    ranked = sorted(homes, key=lambda home: (-sets.weight(home), home))
    return set(ranked[:1]) if sets.weight(ranked[0]) >= 2 * sum(map(sets.weight, ranked[1:])) else set()


def _core(name: PersonName) -> tuple[str, str, str]:
    return name.words[0], name.last, name.generation


def _more_than_initials(one: PersonName, other: PersonName) -> bool:
    """Is this more than an initial that happens to fit?"""
    return one == other or min(len(one.words[0]), len(other.words[0])) > 1


def _component(name: Name) -> set[Name]:
    """All names that can be reached from one over names that could be one person's."""
    found, open_ends = {name}, [name]
    while open_ends:
        new = open_ends.pop().near - found
        found |= new
        open_ends += new
    return found


def _rank(name: Name) -> Rank:
    return name.rank


def _blocks(name: PersonName) -> set[str]:
    """What two names share where their surnames may be spellings of one, or their first two words are the same."""
    first = {f"= {name.words[0]} {name.words[1]}"} if len(name.words) > 2 else set()
    return {*blocks(name.last), *first}


def _alone(voice: Voice) -> set[str]:
    """The words by which a voice is called alone."""
    forms = {name_of(form).words for form in (voice.name, *voice.aliases)}
    return {form[0] for form in forms if len(form) == 1}


def _step(counts: dict[str, int], key: str, step: int) -> None:
    counts[key] = counts.get(key, 0) + step
    if not counts[key]:
        del counts[key]
