"""Who carried words to the public: "in remarks carried by state media", "was quoted as saying by news agencies"."""

from collections.abc import Iterator
from functools import cache
from typing import Final, cast

from onrecord.extract.statements.draft import Draft
from onrecord.extract.voices.find import Voices
from onrecord.extract.voices.words import Words
from onrecord.model.kinds import load

__all__ = ["carried"]

_NEAR: Final = 10
"""Words behind the cue in which the medium is named."""
_PRESS: Final = frozenset({"outlet", "agency"})
_BEHIND: Final = frozenset({"by", "on", "in", "from"})
_STOPS: Final = frozenset({".", ";", ":", "“", "”", '"'})


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    data = load("reporting")["carried"]
    part = cast(dict[str, list[str]], data)
    return frozenset(part["verbs"]), frozenset(part["media"])


def carried(voices: Voices, draft: Draft) -> list[int]:
    """The medium that carried the words of a draft, where it is named beside the cue."""
    words, (verbs, _) = voices.words, _words()
    for token in _beside(words, draft):
        if words.lemma[token] in verbs and words.tag[token] == "VBN":
            number = _medium(voices, draft, token)
            if number is not None:
                return [number]
    return []


def _beside(words: Words, draft: Draft) -> Iterator[int]:
    """The participles right behind the cue, and one that is part of it ("was quoted as saying")."""
    if not draft.cue_tokens:
        return
    yield from draft.cue_tokens
    yield words.head[draft.cue.token]
    for token in range(draft.cue_tokens[-1] + 1, min(draft.cue_tokens[-1] + _NEAR, len(words))):
        if words.text[token] in _STOPS or words.sentence[token] != words.sentence[draft.cue_tokens[-1]]:
            return
        if not draft.covers(words.start[token], words.end[token]):
            yield token


def _medium(voices: Voices, draft: Draft, verb: int) -> int | None:
    """The outlet, agency or media behind the participle's "by" or "on"."""
    words = voices.words
    first = max(verb, draft.cue_tokens[-1]) + 1
    if words.lower[first : first + 1] and words.lower[first] not in _BEHIND:
        return None
    stop = first + 1
    while stop < min(first + _NEAR, len(words)) and words.text[stop] not in (*_STOPS, ","):
        stop += 1
    for number in voices.in_range(words.start[first], words.end[stop - 1]):
        if number not in draft.voices and _is_medium(voices, number):
            return number
    return None


def _is_medium(voices: Voices, number: int) -> bool:
    voice = voices.found[number]
    return voice.kind in _PRESS or bool(_words()[1] & set(voice.name.lower().split()))
