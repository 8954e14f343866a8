"""The vocabulary of talks, as the rules use it: triggers by lemma, and what the words around one say of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TypeVar, cast

from spacy.tokens import Token

from onrecord.model.acts import TalkStatus
from onrecord.model.kinds import load

__all__ = ["BESIDE", "Standing", "Trigger", "Words", "may_trigger", "trigger_of", "words"]

T = TypeVar("T")
# Prepositions that put a talk beside another event, so that the verb's own meaning is not about the talk.
BESIDE = frozenset(
    {
        "after", "following", "during", "at", "since", "upon", "amid", "before", "in", "ahead of", "prior to",
        "in advance of",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of a talk, and how its parties are attached to it; `means` is what its deed makes of it."""

    name: str
    noun: bool
    format: str | None
    beside: frozenset[str] = frozenset()
    alone: bool = False
    people: bool = False
    bodies: bool = False
    plural: bool = False
    with_only: bool = False
    joint: bool = False
    needs: frozenset[str] = frozenset()
    means: TalkStatus | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What words around a talk say of it: verbs, adjectives, nouns, the talk's own adjectives, its preposition."""

    verbs: Mapping[str, TalkStatus]
    adjectives: Mapping[str, TalkStatus]
    nouns: Mapping[str, TalkStatus]
    own: Mapping[str, TalkStatus]
    prepositions: Mapping[str, TalkStatus]


@dataclass(frozen=True, slots=True)
class Words:
    """All of talks.yaml, ready to be asked."""

    verbs: Mapping[str, Trigger]
    nouns: Mapping[str, Trigger]
    media: Mapping[str, str]
    light: Mapping[str, Mapping[str, TalkStatus]]
    standing: Standing
    both: frozenset[str]
    audience: frozenset[str]
    assemblies: frozenset[str]


def may_trigger(word: str) -> bool:
    """Can a token of this lemma or form be a trigger?"""
    vocabulary = words()
    return word in vocabulary.verbs or word in vocabulary.nouns or word.rstrip("s") in vocabulary.nouns


def trigger_of(token: Token) -> Trigger | None:
    """The trigger that a token is, by its lemma and word class."""
    if token.pos_ == "VERB" and token.dep_ != "amod":
        verb = words().verbs.get(token.lemma_.lower())
        return verb if verb is None or not verb.needs or _has_modifier(token, verb.needs) else None
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    found = words().nouns.get(token.lemma_.lower()) or words().nouns.get(token.lower_.rstrip("s"))
    if found is None or (found.plural and not token.lower_.endswith("s")):
        return None
    if found.name == "conference" and any(kid.lower_ == "video" for kid in token.children):
        return words().nouns["videoconference"]  # in two words
    return found if not found.needs or _has_modifier(token, found.needs) else None


def _has_modifier(token: Token, needed: frozenset[str]) -> bool:
    return any(kid.lemma_.lower() in needed or kid.lower_.rstrip("s") in needed for kid in token.children)


@cache
def words() -> Words:
    """talks.yaml, read once."""
    data = cast("dict[str, dict[str, dict[str, object]]]", load("talks"))
    standing = cast("dict[str, dict[str, dict[str, str]]]", data["standing"])
    return Words(
        verbs=_frozen({name: _verb(name, entry) for name, entry in data["verbs"].items()}),
        nouns=_frozen({name: _noun(name, entry) for name, entry in data["nouns"].items()}),
        media=_frozen(_turned(cast("dict[str, list[str]]", data["media"]))),
        light=_frozen(cast("dict[str, Mapping[str, TalkStatus]]", data["light"])),
        standing=Standing(
            verbs=_meanings(standing["verbs"]),
            adjectives=_meanings(standing["adjectives"]),
            nouns=_meanings(standing["nouns"]),
            own=_statuses(cast("dict[str, list[str]]", standing["own"])),
            prepositions=_statuses(cast("dict[str, list[str]]", standing["prepositions"])),
        ),
        both=frozenset(cast("list[str]", data["both"])),
        audience=frozenset(cast("list[str]", data["audience"])),
        assemblies=frozenset(cast("list[str]", data["assemblies"])),
    )


def _verb(name: str, entry: Mapping[str, object]) -> Trigger:
    return Trigger(
        name=name,
        noun=False,
        format=cast("str", entry["format"]),
        beside=frozenset(cast("list[str]", entry["with"])),
        alone=bool(entry.get("alone")),
        people=bool(entry.get("people")),
        bodies=bool(entry.get("bodies")),
        means=cast("TalkStatus | None", entry.get("means")),
        needs=frozenset(cast("list[str]", entry.get("needs", []))),
    )


def _noun(name: str, entry: Mapping[str, object]) -> Trigger:
    needs = [*cast("list[str]", entry.get("needs", [])), *cast("list[str]", entry.get("needs_modifier", []))]
    return Trigger(
        name=name,
        noun=True,
        format=cast("str | None", entry["format"]),
        plural=bool(entry.get("plural")),
        with_only=bool(entry.get("with_only")),
        joint=bool(entry.get("joint")),
        needs=frozenset(needs),
    )


def _meanings(entries: Mapping[str, Mapping[str, str]]) -> Mapping[str, TalkStatus]:
    return _frozen({name: cast("TalkStatus", entry["means"]) for name, entry in entries.items()})


def _statuses(lists: Mapping[str, list[str]]) -> Mapping[str, TalkStatus]:
    return cast("Mapping[str, TalkStatus]", _turned(lists))


def _turned(lists: Mapping[str, list[str]]) -> Mapping[str, str]:
    return {word: name for name, listed in lists.items() for word in listed}


def _frozen(entries: Mapping[str, T]) -> Mapping[str, T]:
    return MappingProxyType(dict(entries))
