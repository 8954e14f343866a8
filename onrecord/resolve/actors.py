"""One actor over many reports: decided by names, parties and kinds, whatever order the reports came in."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model.reading import Reading, Voice
from onrecord.model.records import Actor
from onrecord.resolve.parties import actor_of_party, party_key
from onrecord.resolve.same_person import given_agree, parts, surname_agrees
from onrecord.text.ids import content_id
from onrecord.text.stem import fold

__all__ = ["resolve_actors"]


@dataclass(frozen=True, slots=True)
class _Seen:
    """One report's voice and its address."""

    report: str
    number: int
    voice: Voice


def resolve_actors(readings: Sequence[Reading]) -> tuple[tuple[Actor, ...], Mapping[tuple[str, int], str]]:
    """The actors of many readings, sorted by id, and the actor of each (report id, voice number).

    An unnamed source stays its own report's; a name that could be two people's is left apart rather than guessed.
    """
    seen = [
        _Seen(reading.report, number, voice)
        for reading in sorted(readings, key=lambda reading: reading.report)
        for number, voice in enumerate(reading.voices)
    ]
    groups = _groups(seen)
    actors: dict[str, Actor] = {}
    home: dict[tuple[str, int], str] = {}
    parties: dict[str, str | None] = {}
    for why, group in groups:
        actor = _actor(group, why)
        actors[actor.id] = _merged(actors[actor.id], actor) if actor.id in actors else actor
        parties[actor.id] = _party(group)
        home.update({(one.report, one.number): actor.id for one in group})
    return tuple(sorted(_with_parties(actors, parties).values(), key=lambda actor: actor.id)), home


def _groups(seen: Sequence[_Seen]) -> list[tuple[str, list[_Seen]]]:
    people = [one for one in seen if one.voice.named and one.voice.kind == "person"]
    others = [one for one in seen if one.voice.named and one.voice.kind != "person"]
    unnamed = [one for one in seen if not one.voice.named]
    return [
        *(("described, not named, in one report", [one]) for one in unnamed),
        *_institutions(others),
        *_people(people),
    ]


def _institutions(seen: Sequence[_Seen]) -> list[tuple[str, list[_Seen]]]:
    """Everything but people: the same when a name or a distinctive alias is shared, for the same party."""
    union = _Union(len(seen))
    first: dict[tuple[str, ...], int] = {}
    for i, one in enumerate(seen):
        for key in _institution_keys(one.voice):
            union.join(i, first.setdefault(key, i))
    return [("same name or alias for the same party", [seen[i] for i in group]) for group in union.groups()]


def _institution_keys(voice: Voice) -> Iterable[tuple[str, ...]]:
    if voice.kind == "country":
        yield ("country", party_key(voice.party or voice.name))
        return
    family = "press" if voice.kind in ("outlet", "agency") else voice.kind
    for name in {voice.name, *(alias for alias in voice.aliases if _distinctive(alias))}:
        yield (family, _bare(name), party_key(voice.party or "") if family in ("office", "group") else "")


def _distinctive(alias: str) -> bool:
    """Capitalised beyond its article: "the ministry" is anybody's, "the Defence Ministry" of one party is one."""
    return any(
        word[:1].isupper()
        for word in alias.split()
        if word.lower() not in ("the", "a", "an", "its", "his", "her", "their")
    )


def _bare(name: str) -> str:
    return fold(name).removeprefix("the ").removeprefix("a ").removeprefix("an ")


def _people(seen: Sequence[_Seen]) -> list[tuple[str, list[_Seen]]]:
    """Full names first, block by the start of the surname; then surnames alone, where only one person can be meant."""
    full = [one for one in seen if len(parts(one.voice.name)) > 1]
    union = _Union(len(full))
    blocks: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(full):
        blocks[parts(one.voice.name)[-1][:3]].append(i)
    for block in blocks.values():
        distinct: dict[tuple[tuple[str, ...], str], int] = {}
        for i in block:  # equal names of one party are one at once, so that only distinct names are compared in pairs
            key = (parts(full[i].voice.name), party_key(full[i].voice.party or ""))
            union.join(i, distinct.setdefault(key, i))
        chosen = sorted(distinct.values())
        for at, i in enumerate(chosen):
            for j in chosen[at + 1 :]:
                if _same_person(full[i].voice, full[j].voice):
                    union.join(i, j)
    groups = [[full[i] for i in group] for group in union.groups()]
    return _with_surnames(groups, [one for one in seen if len(parts(one.voice.name)) <= 1])


def _same_person(one: Voice, other: Voice) -> bool:
    a, b = parts(one.name), parts(other.name)
    if a == b:
        return _parties_agree(one, other)
    same_order = surname_agrees(a[-1], b[-1]) and given_agree(a[:-1], b[:-1])
    return same_order and _parties_agree(one, other) and (a[-1] == b[-1] or one.party is not None)


def _parties_agree(one: Voice, other: Voice) -> bool:
    return one.party is None or other.party is None or party_key(one.party) == party_key(other.party)


def _with_surnames(groups: list[list[_Seen]], single: Sequence[_Seen]) -> list[tuple[str, list[_Seen]]]:
    by_word: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for one in group:
            for name in (one.voice.name.split()[-1], *one.voice.aliases):
                if len(parts(name)) == 1:
                    by_word[parts(name)[0]].add(number)
    alone: dict[tuple[str, str], list[_Seen]] = defaultdict(list)
    joined = [list(group) for group in groups]
    for one in single:
        word = (parts(one.voice.name) or ("",))[0]
        fits = [n for n in sorted(by_word.get(word, ())) if any(_parties_agree(one.voice, x.voice) for x in groups[n])]
        if len(fits) == 1:
            joined[fits[0]].append(one)
        else:
            alone[word, party_key(one.voice.party or "")].append(one)
    return [
        *(("same full name, spelling or surname, for the same party", group) for group in joined),
        *(("same surname for the same party, no full name known", group) for group in alone.values()),
    ]


def _actor(group: Sequence[_Seen], why: str) -> Actor:
    first = group[0].voice
    name = _best_name(group)
    party = party_key(_party(group) or "")
    content: dict[str, str] = {"kind": first.kind, "name": min(_bare(one.voice.name) for one in group), "party": party}
    if first.kind == "country":
        name, content = (first.party or name), {"kind": "country", "name": party_key(first.party or name), "party": ""}
    if not first.named:
        content["report"], content["number"] = group[0].report, str(group[0].number)
    forms = {form for one in group for form in (one.voice.name, *one.voice.aliases)} - {name}
    offices = {office for one in group for office in one.voice.offices}
    reasons = (why,) if len({one.report for one in group}) > 1 or not first.named else ("found in one report",)
    return Actor(
        content_id("a", content), name, first.kind, None, tuple(sorted(forms)), None, tuple(sorted(offices)), reasons
    )


def _best_name(group: Sequence[_Seen]) -> str:
    counts = Counter(one.voice.name for one in group)
    return min(counts, key=lambda name: (-(len(parts(name)) > 1), -counts[name], -len(name), name))


def _party(group: Sequence[_Seen]) -> str | None:
    counts = Counter(one.voice.party for one in group if one.voice.party)
    return min(counts, key=lambda party: (-counts[party], party)) if counts else None


def _with_parties(actors: Mapping[str, Actor], parties: Mapping[str, str | None]) -> dict[str, Actor]:
    """Point each actor at the actor of its party, making that one where no report speaks of it by itself."""
    by_name = {
        _bare(form): actor.id
        for actor in sorted(actors.values(), key=lambda a: a.id)
        if actor.kind == "organisation"
        for form in (actor.name, *actor.aliases)
    }
    by_name |= {
        party_key(actor.name): actor.id
        for actor in sorted(actors.values(), key=lambda a: a.id)
        if actor.kind == "country"
    }
    known = dict(actors)
    for identity, party in sorted(parties.items()):
        if party is None:
            continue
        home = by_name.get(party_key(party))
        if home is None:
            made = actor_of_party(party)
            home = by_name[party_key(party)] = made.id
            known[home] = made
        actor = known[identity]
        known[identity] = Actor(
            actor.id, actor.name, actor.kind, home, actor.aliases, actor.wikidata, actor.offices, actor.why
        )
    return known


def _merged(one: Actor, other: Actor) -> Actor:
    names = tuple(sorted({*one.aliases, *other.aliases, other.name} - {one.name}))
    return Actor(one.id, one.name, one.kind, None, names, None, tuple(sorted({*one.offices, *other.offices})), one.why)


class _Union:
    """Sets of numbers that have been joined; the smallest member stands for its set."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def find(self, i: int) -> int:
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def join(self, i: int, j: int) -> None:
        a, b = sorted((self.find(i), self.find(j)))
        self._parent[b] = a

    def groups(self) -> list[list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for i in range(len(self._parent)):
            found[self.find(i)].append(i)
        return list(found.values())
