"""Actors that may be one and were left apart: pairs for a person to look at, each with the reason."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.model.records import Actor
from onrecord.resolve.office_names import distinctive
from onrecord.resolve.same_person import PersonName, name_of, same_name
from onrecord.resolve.seen import DESCRIBED
from onrecord.resolve.spelling import sound
from onrecord.text.stem import fold

__all__ = ["Unsure", "unsure"]

_MOST = 12  # bearers of one surname above which a surname alone says nothing, and a list of all its pairs neither


@dataclass(frozen=True, slots=True, order=True)
class Unsure:
    """Two actors, by id, that were not joined, and why they could be one; `one` sorts before `other`."""

    one: str
    other: str
    reason: str


def unsure(actors: Sequence[Actor]) -> tuple[Unsure, ...]:
    """Pairs of named actors that may be one: the surname alone of another, one name for two parties, a name shared.

    Each pair is given once, with its strongest reason, in order of ids; the order of the actors makes no difference.
    """
    named = [actor for actor in sorted(actors, key=lambda actor: actor.id) if DESCRIBED not in actor.why]
    found: dict[tuple[str, str], str] = {}
    for one, other, reason in (*_full_names(named), *_surnames(named), *_shared_names(named)):
        found.setdefault((min(one, other), max(one, other)), reason)
    return tuple(sorted(Unsure(one, other, reason) for (one, other), reason in found.items()))


def _full_names(actors: Sequence[Actor]) -> Iterator[tuple[str, str, str]]:
    """People of one full name, or of spellings of one, that were told to speak for different parties."""
    blocks: dict[str, list[tuple[Actor, PersonName]]] = defaultdict(list)
    for actor in actors:
        name = name_of(actor.name)
        if actor.kind == "person" and name.full:
            blocks[sound(name.last)].append((actor, name))
    for block in blocks.values():
        for (one, a), (other, b) in combinations(block, 2):
            if a.words == b.words and a.generation == b.generation:
                yield one.id, other.id, "the same full name, for another party"
            elif same_name(a, b):
                yield one.id, other.id, "a spelling, short form or initial of the same name"


def _surnames(actors: Sequence[Actor]) -> Iterator[tuple[str, str, str]]:
    """A surname alone beside everybody who has it as the last word of a full name."""
    bearers: dict[str, list[str]] = defaultdict(list)
    alone: dict[str, list[str]] = defaultdict(list)
    for actor in actors:
        name = name_of(actor.name)
        if actor.kind == "person" and name.words:
            (bearers if name.full else alone)[name.last].append(actor.id)
    for word, ids in alone.items():
        if len(bearers[word]) <= _MOST:
            yield from (
                (one, other, "a surname alone that could be this person's") for one in ids for other in bearers[word]
            )
            yield from (
                (one, other, "the same surname alone, for another party") for one, other in combinations(ids, 2)
            )


def _shared_names(actors: Sequence[Actor]) -> Iterator[tuple[str, str, str]]:
    """Institutions with a name in common, but for those of two states: every state has a foreign ministry."""
    called: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        if actor.kind not in ("person", "country"):
            for name in {fold(form).removeprefix("the ") for form in (actor.name, *actor.aliases) if distinctive(form)}:
                called[name].append(actor)
    for sharing in called.values():
        for one, other in combinations(sharing if len(sharing) <= _MOST else (), 2):
            if not (one.party and other.party) or one.party == other.party:
                yield one.id, other.id, "a name that both are called by"
