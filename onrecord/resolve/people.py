"""One person over reports: full names first, then surnames alone, where only one person can be meant."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from onrecord.resolve.parties import party_key
from onrecord.resolve.same_person import PersonName, name_of, roles_of_anybody, same_name
from onrecord.resolve.seen import Seen, Sets, reports_of
from onrecord.resolve.spelling import blocks, sound

__all__ = ["Person", "join_people", "outweighs"]

_ENOUGH, _TIMES = 3, 4
"""Who is called by a surname alone in so many reports, and so many times as often as all others, is the one meant."""

Key = tuple[PersonName, str]


@dataclass(slots=True)
class Person:
    """Voices that are one person, and by what they were joined.

    `decided` are the reasons of people who put them together or took them out, and `mark` tells one that was taken out
    of another from that other, whose name it may share.
    """

    seen: list[Seen]
    why: set[str] = field(default_factory=set)
    mark: str = ""
    decided: tuple[str, ...] = ()

    def called(self) -> Counter[str]:
        """In how many reports this person is called by one word alone, by word."""
        words = Counter[str]()
        for one in self.seen:
            forms = {name_of(form).words for form in (one.voice.name, *one.voice.aliases)}
            words.update(form[0] for form in forms if len(form) == 1)
        return words


def outweighs(count: int, others: int) -> bool:
    """Is something seen so much more often than what speaks against it that the rest is a slip of a reading?"""
    return count >= _ENOUGH and count >= _TIMES * others


def join_people(seen: Sequence[Seen]) -> list[Person]:
    """The people of named voices, whatever order they are in; a name that could mean two is left apart."""
    full = [one for one in seen if name_of(one.voice.name).full]
    people = _Names(full).people()
    return _with_surnames(people, [one for one in seen if not name_of(one.voice.name).full])


class _Names:
    """The distinct names with their parties; only these are compared, in blocks, and not voice by voice."""

    def __init__(self, seen: Sequence[Seen]) -> None:
        self.by_key: dict[Key, list[Seen]] = defaultdict(list)
        for one in seen:
            self.by_key[name_of(one.voice.name), party_key(one.voice.party or "")].append(one)
        self.keys = sorted(self.by_key, key=lambda key: (key[0].words, key[0].generation, key[1]))
        self.why: dict[int, set[str]] = defaultdict(set)

    def people(self) -> list[Person]:
        """The names joined: what is certain first, then what has one place to go, or one by far the likeliest."""
        sets = Sets([reports_of(self.by_key[key]) for key in self.keys])
        certain, loose = self._pairs()
        for i, j in certain:
            self._join(sets, i, j, "same full name or a spelling of it, for the same party or in the same office")
        for i in sorted(loose):
            homes = {sets.find(j) for j in loose[i]} - {sets.find(i)}
            for home in _heaviest(sets, homes) if len(homes) > 1 else homes:
                self._join(sets, i, home, "same full name, its party or first name told once")
        return [self._person(group) for group in sets.groups()]

    def _join(self, sets: Sets, i: int, j: int, why: str) -> None:
        if sets.join(i, j, equal=self.keys[i][0] == self.keys[j][0]):
            self.why[i].add(why)

    def _person(self, group: Sequence[int]) -> Person:
        voices = [one for i in group for one in self.by_key[self.keys[i]]]
        why = {reason for i in group for reason in self.why.get(i, ())}
        return Person(sorted(voices, key=lambda one: (one.report, one.number)), why)

    def _pairs(self) -> tuple[list[tuple[int, int]], dict[int, list[int]]]:
        """Pairs that are one, and names not sure of their party or first name, with where they could go."""
        certain: list[tuple[int, int]] = []
        loose: dict[int, list[int]] = defaultdict(list)
        for i, j in sorted(self._blocked()):
            (a, party), (b, other) = self.keys[i], self.keys[j]
            if not same_name(a, b):
                continue
            if party == other and _more_than_initials(a, b):
                certain.append((i, j))
            elif party == other or not (party and other):
                small, big = (i, j) if self._vaguer(i, j) else (j, i)
                loose[small].append(big)
            elif _core(a) == _core(b) and self._offices(i) & self._offices(j):
                certain.append((i, j))
            elif a == b:
                small, big = sorted((i, j), key=self._weight)
                if outweighs(self._weight(big), self._weight(small)):
                    loose[small].append(big)
        return sorted(certain, key=self._closeness), loose

    def _closeness(self, pair: tuple[int, int]) -> tuple[bool, int, int]:
        """Equal names before spellings, so that a report's own two spellings do not take the place of the same name."""
        return self.keys[pair[0]][0] != self.keys[pair[1]][0], *pair

    def _vaguer(self, i: int, j: int) -> bool:
        (a, party), (b, other) = self.keys[i], self.keys[j]
        return not party if bool(party) != bool(other) else len(a.words[0]) < len(b.words[0])

    def _offices(self, i: int) -> frozenset[str]:
        """The last words of the offices held, less those that anybody has: "foreign minister" gives "minister"."""
        held = {office.split()[-1] for one in self.by_key[self.keys[i]] for office in one.voice.offices if office}
        return frozenset(held - roles_of_anybody())

    def _weight(self, i: int) -> int:
        return len(reports_of(self.by_key[self.keys[i]]))

    def _blocked(self) -> set[tuple[int, int]]:
        """Pairs whose surnames may be spellings of one, or that begin with the same two words."""
        found: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for i, (name, _) in enumerate(self.keys):
            for key in blocks(name.last):
                found["last", key].append(i)
            if len(name.words) > 2:
                found["first", *name.words[:2]].append(i)
        return {pair for block in found.values() for pair in combinations(block, 2)}


def _heaviest(sets: Sets, homes: set[int]) -> set[int]:
    """The one of several people of one name that is seen at least twice as often as the others together."""
    ranked = sorted(homes, key=lambda home: (-sets.weight(home), home))
    return set(ranked[:1]) if sets.weight(ranked[0]) >= 2 * sum(map(sets.weight, ranked[1:])) else set()


def _core(name: PersonName) -> tuple[str, str, str]:
    return name.words[0], name.last, name.generation


def _more_than_initials(one: PersonName, other: PersonName) -> bool:
    """Is this more than an initial that happens to fit?"""
    return one == other or min(len(one.words[0]), len(other.words[0])) > 1


class _Surnames:
    """Who is called by which word alone, and in how many reports."""

    def __init__(self, people: Sequence[Person]) -> None:
        self.people = people
        self.bearers: dict[str, dict[int, int]] = defaultdict(dict)
        for number, person in enumerate(people):
            for one in person.seen:
                self.bearers[name_of(one.voice.name).last].setdefault(number, 0)
            for word, count in person.called().items():
                self.bearers[word][number] = count

    @cached_property
    def heard(self) -> dict[str, list[str]]:
        """Surnames by their sound."""
        heard: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self.bearers):
            heard[sound(word)].append(word)
        return heard

    def meant(self, one: Seen) -> int | None:
        """The only person whom a surname can mean in this report, if there is one."""
        word = name_of(one.voice.name).last
        bearers = self.bearers.get(word) or self._heard_as(word)
        here = {n for n in bearers if any(x.report == one.report for x in self.people[n].seen)}
        free = {n: count for n, count in bearers.items() if n not in here or _same_side(one, self.people[n])}
        free = {n: count for n, count in free.items() if _same_generation(one, self.people[n])}
        agreeing = {n: count for n, count in free.items() if _parties_agree(one, self.people[n])}
        if len(agreeing) == 1 and (len(free) == 1 or one.voice.party):
            return next(iter(agreeing))
        return _chief(agreeing) if agreeing else _chief(free)

    def _heard_as(self, word: str) -> dict[int, int]:
        return {n: count for other in self.heard.get(sound(word), ()) for n, count in self.bearers[other].items()}


def _chief(bearers: dict[int, int]) -> int | None:
    """The bearer who is called so far more often than all others together."""
    best = max(bearers, key=lambda n: (bearers[n], -n), default=None)
    if best is None or not outweighs(bearers[best], sum(bearers.values()) - bearers[best]):
        return None
    return best


def _same_side(one: Seen, person: Person) -> bool:
    """Nothing tells this voice from the person of that surname in the same report."""
    return one.voice.party is None and not one.voice.offices and bool(person.seen)


def _same_generation(one: Seen, person: Person) -> bool:
    """ "Vint Jr." is not Vint."""
    generation = name_of(one.voice.name).generation
    return any(name_of(other.voice.name).generation == generation for other in person.seen)


def _parties_agree(one: Seen, person: Person) -> bool:
    party = one.voice.party
    return party is None or any(
        other.voice.party is None or party_key(other.voice.party) == party_key(party) for other in person.seen
    )


def _with_surnames(people: list[Person], single: Sequence[Seen]) -> list[Person]:
    surnames = _Surnames(people)
    joined = [Person(list(person.seen), set(person.why)) for person in people]
    alone: dict[tuple[str, str], list[Seen]] = defaultdict(list)
    for one in single:
        meant = surnames.meant(one)
        if meant is None:
            name = name_of(one.voice.name)
            alone[f"{name.last} {name.generation}", party_key(one.voice.party or "")].append(one)
        else:
            joined[meant].seen.append(one)
            joined[meant].why.add("a surname alone that nobody else is called by")
    lonely = [Person(group, {"same surname for the same party, no full name known"}) for group in alone.values()]
    return [*joined, *lonely]
