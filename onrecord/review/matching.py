"""Finding the thing that a decision is about in a reading that another reader made, by its words."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from onrecord.model.judgement import Anchor
from onrecord.model.span import Span
from onrecord.review.sheet import Sheet
from onrecord.review.words import called, rests_on, shared
from onrecord.text.stem import fold

__all__ = ["Match", "find", "find_voice", "holds"]

ENOUGH = 0.5
"""Of all characters of two things, the share that both have: below it they are two things near each other."""


class Match(NamedTuple):
    """The number of a thing on its sheet, and whether the reader marks its words otherwise than the decision does."""

    number: int
    near: bool


def find(sheet: Sheet, anchor: Anchor, *, taken: Collection[int] = ()) -> Match | None:
    """The thing of the same kind that rests on the words of an anchor, else the one that overlaps them most.

    `taken` are the things whose own words other decisions name; no other decision gets near to them.
    """
    if anchor.kind == "actor":
        return find_voice(sheet, anchor.words, anchor.name)
    best: tuple[tuple[bool, int, bool, float], Match] | None = None
    voices = sheet.voices
    for number, thing in enumerate(sheet.things(anchor.kind)):
        if thing is None:
            continue
        words = rests_on(thing)
        same, likeness = words == anchor.words, shared(words, anchor.words)
        if not same and (likeness < ENOUGH or number in taken):
            continue
        alike = called(thing, voices) == anchor.name
        rank = (same, len({*words} & {*anchor.words}), alike, likeness)
        if best is None or rank > best[0]:
            best = rank, Match(number, not same)
    return None if best is None else best[1]


def holds(sheet: Sheet, anchor: Anchor) -> frozenset[int]:
    """The things that rest on just the words of an anchor."""
    return frozenset(
        n for n, thing in enumerate(sheet.things(anchor.kind)) if thing is not None and rests_on(thing) == anchor.words
    )


def find_voice(sheet: Sheet, words: Sequence[Span], name: str) -> Match | None:
    """The voice that is named by the most of some words, else that has the name, else that words overlap."""
    here = [span for span in words if span.report == sheet.report.id]
    best: tuple[tuple[int, bool, int], Match] | None = None
    for number, voice in enumerate(sheet.voices):
        if voice is None:
            continue
        named = len({*here} & {*voice.mentions})
        same = bool(name) and fold(voice.name) == fold(name)
        around = sum(mention.overlaps(span) for mention in voice.mentions for span in here)
        if (named or same or around) and (best is None or (named, same, around) > best[0]):
            best = (named, same, around), Match(number, not (named or same))
    return None if best is None else best[1]
