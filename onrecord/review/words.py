"""The words that a thing of a reading rests on, and the name that tells it from another of the same words."""

from collections.abc import Sequence
from functools import singledispatch

from onrecord.model.judgement import Judged
from onrecord.model.reading import (
    FoundCommitment,
    FoundDispute,
    FoundFigure,
    FoundStatement,
    FoundTalk,
    Voice,
)
from onrecord.model.span import Span
from onrecord.text.stem import fold

__all__ = ["Found", "Thing", "called", "kind_of", "rests_on", "shared"]

Found = FoundStatement | FoundTalk | FoundCommitment | FoundFigure | FoundDispute
Thing = Found | Voice
Voices = Sequence[Voice | None]

MOST_MENTIONS = 3

_KINDS: dict[type, Judged] = {
    FoundStatement: "statement",
    FoundTalk: "talk",
    FoundCommitment: "commitment",
    FoundFigure: "figure",
    FoundDispute: "dispute",
    Voice: "actor",
}


def kind_of(thing: Thing) -> Judged:
    """What kind of record a thing of a reading becomes."""
    return _KINDS[type(thing)]


@singledispatch
def rests_on(thing: Thing) -> tuple[Span, ...]:
    """The words by which a thing is found again, the first of them first."""
    raise TypeError(thing)


@rests_on.register
def _(thing: FoundStatement) -> tuple[Span, ...]:
    return (*thing.content, *((thing.cue,) if thing.cue else ()))


@rests_on.register
def _(thing: FoundTalk) -> tuple[Span, ...]:
    return (thing.evidence,)


@rests_on.register
def _(thing: FoundCommitment) -> tuple[Span, ...]:
    return (thing.action, thing.evidence)


@rests_on.register
def _(thing: FoundFigure) -> tuple[Span, ...]:
    return (thing.evidence,)


@rests_on.register
def _(thing: FoundDispute) -> tuple[Span, ...]:
    return (thing.claim, *thing.evidence)


@rests_on.register
def _(thing: Voice) -> tuple[Span, ...]:
    """The mentions that name it; of one that is only described, those that describe it."""
    names = {fold(name) for name in (thing.name, *thing.aliases)}
    naming = [mention for mention in thing.mentions if fold(mention.exact) in names]
    return tuple(naming or thing.mentions)[:MOST_MENTIONS]


@singledispatch
def called(thing: Thing, voices: Voices) -> str:
    """Who speaks, meets, promises or counts: what two things of the same words differ in."""
    raise TypeError(thing)


@called.register
def _(thing: FoundStatement, voices: Voices) -> str:
    return _names(voices, () if thing.source is None else (thing.source,))


@called.register
def _(thing: FoundTalk, voices: Voices) -> str:
    return _names(voices, thing.parties)


@called.register
def _(thing: FoundCommitment, voices: Voices) -> str:
    return _names(voices, thing.by)


@called.register
def _(thing: FoundFigure, voices: Voices) -> str:
    return f"{thing.value:g} {thing.unit}"


@called.register
def _(thing: FoundDispute, voices: Voices) -> str:
    return f"{_names(voices, thing.asserted_by)} / {_names(voices, thing.denied_by)}"


@called.register
def _(thing: Voice, voices: Voices) -> str:
    return thing.name


def shared(one: Sequence[Span], other: Sequence[Span]) -> float:
    """How much of the words of two things is the same: characters in both of all characters, 0 to 1."""
    mine, theirs = _characters(one), _characters(other)
    return len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0


def _characters(spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(place for span in spans for place in range(span.start, span.end))


def _names(voices: Voices, numbers: Sequence[int]) -> str:
    found = (voices[number] for number in numbers)
    return " | ".join(sorted(voice.name for voice in found if voice is not None))
