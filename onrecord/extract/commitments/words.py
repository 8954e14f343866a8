"""The vocabulary of commitments, as the rules use it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from onrecord.model.kinds import load

__all__ = ["Binding", "Words", "words"]


@dataclass(frozen=True, slots=True)
class Binding:
    """A word by which somebody binds itself: how firmly, and whether a clause or a thing may say to what."""

    name: str
    kind: str
    that: bool = False
    thing: bool = False
    prepositions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Words:
    """All of commitments.yaml, ready to be asked."""

    verbs: Mapping[str, Binding]
    adjectives: Mapping[str, Binding]
    nouns: Mapping[str, Binding]
    unbinding: frozenset[str]
    binding_objects: frozenset[str]
    own: frozenset[str]
    events: frozenset[str]
    taking_place: frozenset[str]
    hostile: frozenset[str]
    unsure: frozenset[str]
    showing: frozenset[str]
    undergone: frozenset[str]
    befalling: frozenset[str]
    things: frozenset[str]
    words_only: frozenset[str]
    settled: frozenset[str]
    steps: frozenset[str]
    leavings: frozenset[str]
    refrained: frozenset[str]
    forces: frozenset[str]
    decrees: frozenset[str]
    ordering: frozenset[str]
    making_known: frozenset[str]
    moving: frozenset[str]
    conditions: frozenset[str]
    conditional_phrases: tuple[str, ...]
    requiring: frozenset[str]
    binding_texts: frozenset[str]
    drafts: frozenset[str]
    pacts: frozenset[str]
    pact_verbs: Mapping[str, str]


@cache
def words() -> Words:
    """commitments.yaml, read once."""
    data = cast("dict[str, dict[str, dict[str, object]]]", load("commitments"))
    lists = cast("dict[str, list[str]]", load("commitments"))
    verbs, adjectives, nouns = (
        {word: _binding(word, entry) for word, entry in data[name].items()} for name in ("verbs", "adjectives", "nouns")
    )
    return Words(
        verbs=verbs,
        adjectives=adjectives,
        nouns=nouns,
        unbinding=frozenset(lists["unbinding"]),
        binding_objects=frozenset(lists["binding_objects"]),
        own=frozenset(lists["own"]),
        events=frozenset(lists["events"]),
        taking_place=frozenset(lists["taking_place"]),
        hostile=frozenset(lists["hostile"]),
        unsure=frozenset(lists["unsure"]),
        showing=frozenset(lists["showing"]),
        undergone=frozenset(lists["undergone"]),
        befalling=frozenset(lists["befalling"]),
        things=frozenset(lists["things"]),
        words_only=frozenset(lists["words_only"]),
        settled=frozenset(lists["settled"]),
        steps=frozenset(lists["steps"]),
        leavings=frozenset(lists["leavings"]),
        refrained=frozenset(lists["refrained"]),
        forces=frozenset(lists["forces"]),
        decrees=frozenset(lists["decrees"]),
        ordering=frozenset(lists["ordering"]),
        making_known=frozenset(lists["making_known"]),
        moving=frozenset(lists["moving"]),
        conditions=frozenset(lists["conditions"]),
        conditional_phrases=tuple(lists["conditional_phrases"]),
        requiring=frozenset(lists["requiring"]),
        binding_texts=frozenset(lists["binding_texts"]),
        drafts=frozenset(lists["drafts"]),
        pacts=frozenset(lists["pacts"]),
        pact_verbs={verb: name for name, listed in data["pact_verbs"].items() for verb in cast("list[str]", listed)},
    )


def _binding(name: str, entry: Mapping[str, object]) -> Binding:
    return Binding(
        name=name,
        kind=cast("str", entry["kind"]),
        that=bool(entry.get("that")),
        thing=bool(entry.get("thing")),
        prepositions=frozenset(cast("list[str]", entry.get("with", []))),
    )
