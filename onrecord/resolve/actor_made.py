"""From the counts of a group to the actor: its id, its name, whatever it is called, its offices and why it is one."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from onrecord.model.acts import ActorKind
from onrecord.model.reading import Voice
from onrecord.model.records import Actor
from onrecord.resolve.office_names import nameless
from onrecord.resolve.offices import both_held
from onrecord.resolve.parties import party_key
from onrecord.resolve.same_person import parts
from onrecord.resolve.seen import Numbers, Rank
from onrecord.resolve.tally import Look, Tally
from onrecord.text.ids import content_id
from onrecord.text.stem import fold

__all__ = ["One", "bare", "made", "merged"]

_ONCE = ("found in one report",)


@dataclass(frozen=True, slots=True, eq=False)
class One:
    """A group as an actor, but for the actor of its party: in what order it comes, and in which reports it is seen."""

    actor: Actor
    party: str | None
    rank: Rank
    at: tuple[Mapping[str, Numbers], ...]


def made(
    tally: Tally,
    *,
    why: Collection[str],
    rank: Rank,
    first: tuple[str, int],
    at: tuple[Mapping[str, Numbers], ...],
    mark: str = "",
    decided: tuple[str, ...] = (),
) -> One:
    """The actor of some voices, of which `first` is the first; `mark` tells one that people took out of another."""
    looks = [(look, count) for look, count in tally.looks.items() if look[0]]
    named = bool(looks)  # a description tells who somebody is, not the name
    looks = looks or list(tally.looks.items())
    party, name = _party(tally), _best_name(looks)
    kind = _most_common(looks)
    content = {"kind": kind, "name": _first_name(looks), "party": party_key(party or "")}
    if kind == "country":
        name = party or name
        content = {"kind": kind, "name": party_key(name), "party": ""}
    if not named or all(_nameless(look) for look, _ in looks):
        content |= {"report": first[0], "number": str(first[1])}
    if mark:
        content |= {"apart": mark}
    many = len(at[0]) > 1 or len(set[str]().union(*at)) > 1
    actor = Actor(
        content_id("a", content),
        name,
        kind,
        aliases=tuple(sorted(tally.forms.keys() - {name})),
        offices=tuple(sorted(tally.offices)),
        why=(*decided, *(sorted(why) if many or not named else _ONCE)),
        held=tally.held(),
    )
    return One(actor, party, rank, at)


def merged(ones: Collection[One]) -> tuple[Actor, str | None]:
    """The actor and party of groups that come to the same id, for they are alike in all that an id is made of."""
    first, *others = sorted(ones, key=lambda one: one.rank)
    actor, party = first.actor, first.party
    for one in others:
        actor, party = _both(actor, one.actor), one.party
    return actor, party


def _both(one: Actor, other: Actor) -> Actor:
    names = tuple(sorted({*one.aliases, *other.aliases, other.name} - {one.name}))
    offices, why = sorted({*one.offices, *other.offices}), sorted({*one.why, *other.why})
    return replace(one, aliases=names, offices=tuple(offices), why=tuple(why), held=both_held(one.held, other.held))


def bare(name: str) -> str:
    """A folded name without its article."""
    return fold(name).removeprefix("the ").removeprefix("a ").removeprefix("an ")


def _most_common(looks: Collection[tuple[Look, int]]) -> ActorKind:
    counts = Counter[ActorKind]()
    for look, count in looks:
        counts[look[1]] += count
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _first_name(looks: Collection[tuple[Look, int]]) -> str:
    """The name that the id is made of: the first in the alphabet of the full ones, which is the same in any order."""
    return min((_nameless(look), len(parts(look[2])) < 2, bare(look[2])) for look, _ in looks)[2]


def _nameless(look: Look) -> bool:
    return look[1] == "office" and nameless(Voice(look[2], look[1], look[3]))


def _best_name(looks: Collection[tuple[Look, int]]) -> str:
    counts = Counter[str]()
    for look, count in looks:
        counts[look[2]] += count
    return min(counts, key=lambda name: (-(len(parts(name)) > 1), -counts[name], -len(name), name))


def _party(tally: Tally) -> str | None:
    counts = Counter[str]()
    for look, count in tally.looks.items():
        if look[3]:
            counts[look[3]] += count
    return min(counts, key=lambda party: (-counts[party], party)) if counts else None
