"""One actor over many reports: decided by names, parties and kinds, whatever order the reports came in."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from onrecord.model.acts import ActorKind
from onrecord.model.period import Published
from onrecord.model.reading import Reading
from onrecord.model.records import Actor
from onrecord.model.ties import UNDECIDED, Decided
from onrecord.resolve.decided import as_decided, with_names
from onrecord.resolve.described import join_described
from onrecord.resolve.institutions import join_institutions
from onrecord.resolve.office_names import nameless
from onrecord.resolve.offices import both_held, offices_held
from onrecord.resolve.parties import actor_of_party, party_key
from onrecord.resolve.people import Person, join_people
from onrecord.resolve.same_person import parts
from onrecord.resolve.seen import DESCRIBED, Seen, reports_of, seen_in
from onrecord.resolve.strays import join_strays
from onrecord.text.ids import content_id
from onrecord.text.stem import fold

__all__ = ["resolve_actors"]


_UNDATED: Mapping[str, Published] = MappingProxyType({})


def resolve_actors(
    readings: Sequence[Reading], *, published: Mapping[str, Published] = _UNDATED, decided: Decided = UNDECIDED
) -> tuple[tuple[Actor, ...], Mapping[tuple[str, int], str]]:
    """The actors of many readings, sorted by id, and the actor of each (report id, voice number).

    An unnamed source stays its own report's; a name that could be two people's is left apart rather than guessed.
    `published` gives the days of the reports, from which it is told when an office was held; `decided` is what people
    said of who is one and who is not, and goes before every rule.
    """
    seen = seen_in(readings)
    actors: dict[str, Actor] = {}
    home: dict[tuple[str, int], str] = {}
    parties: dict[str, str | None] = {}
    for person in as_decided(_groups(seen), decided):
        group = person.seen
        actor = replace(_actor(group, person.why, person.mark), held=offices_held(group, published))
        actor = replace(actor, why=(*person.decided, *actor.why))
        actors[actor.id] = _merged(actors[actor.id], actor) if actor.id in actors else actor
        parties[actor.id] = _party(group)
        home.update({(one.report, one.number): actor.id for one in group})
    whole = with_names(_with_parties(actors, parties), home, decided.names)
    return tuple(sorted(whole.values(), key=lambda actor: actor.id)), home


def _groups(seen: Sequence[Seen]) -> list[Person]:
    people = [one for one in seen if one.voice.named and one.voice.kind == "person"]
    others = [one for one in seen if one.voice.named and one.voice.kind != "person"]
    unnamed = [one for one in seen if not one.voice.named]
    left, named = join_described(unnamed, join_people(people))
    return [*(Person([one], {DESCRIBED}) for one in left), *join_strays(join_institutions(others), named)]


def _actor(group: Sequence[Seen], why: Collection[str], mark: str) -> Actor:
    named = [one for one in group if one.voice.named] or group  # a description tells who somebody is, not the name
    first, kind, name = named[0], _most_common([one.voice.kind for one in named]), _best_name(named)
    content = {"kind": kind, "name": _first_name(named), "party": party_key(_party(group) or "")}
    if kind == "country":
        name = _party(group) or name
        content = {"kind": kind, "name": party_key(name), "party": ""}
    if not first.voice.named or all(nameless(one.voice) for one in named):
        content |= {"report": first.report, "number": str(first.number)}
    if mark:
        content |= {"apart": mark}
    forms = {form for one in group for form in (one.voice.name, *one.voice.aliases)} - {name}
    offices = {office for one in group for office in one.voice.offices}
    reasons = tuple(sorted(why)) if len(reports_of(group)) > 1 or not first.voice.named else ("found in one report",)
    return Actor(
        content_id("a", content), name, kind, None, tuple(sorted(forms)), None, tuple(sorted(offices)), reasons
    )


def _most_common(kinds: Sequence[ActorKind]) -> ActorKind:
    counts = Counter(kinds)
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _first_name(group: Sequence[Seen]) -> str:
    """The name that the id is made of: the first in the alphabet of the full ones, which is the same in any order."""
    called = {(one.voice.kind, one.voice.name, one.voice.party): one.voice for one in group}.values()
    return min((nameless(voice), len(parts(voice.name)) < 2, _bare(voice.name)) for voice in called)[2]


def _bare(name: str) -> str:
    return fold(name).removeprefix("the ").removeprefix("a ").removeprefix("an ")


def _best_name(group: Sequence[Seen]) -> str:
    counts = Counter(one.voice.name for one in group)
    return min(counts, key=lambda name: (-(len(parts(name)) > 1), -counts[name], -len(name), name))


def _party(group: Sequence[Seen]) -> str | None:
    counts = Counter(one.voice.party for one in group if one.voice.party)
    return min(counts, key=lambda party: (-counts[party], party)) if counts else None


def _with_parties(actors: Mapping[str, Actor], parties: Mapping[str, str | None]) -> dict[str, Actor]:
    """Point each actor at the actor of its party, making that one where no report speaks of it by itself."""
    by_name = {
        _bare(form): actor.id
        for actor in sorted(actors.values(), key=lambda a: a.id)
        if actor.kind == "organisation" or (actor.kind == "group" and _is_bloc(actor, parties[actor.id]))
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
        known[identity] = replace(actor, party=home)
    return known


def _is_bloc(actor: Actor, party: str | None) -> bool:
    """Does a group speak for itself, as the West does, and not for a state?"""
    return party is not None and _bare(actor.name) == party_key(party)


def _merged(one: Actor, other: Actor) -> Actor:
    """Two groups that come to the same id, for they are alike in all that an id is made of."""
    names = tuple(sorted({*one.aliases, *other.aliases, other.name} - {one.name}))
    offices, why = sorted({*one.offices, *other.offices}), sorted({*one.why, *other.why})
    return replace(one, aliases=names, offices=tuple(offices), why=tuple(why), held=both_held(one.held, other.held))
