"""What hangs on a verb of communication: its clause, its "to" phrase, or the thing denied, demanded or welcomed."""

from collections.abc import Iterable
from functools import cache
from typing import Final, cast

from onrecord.extract.statements.cues import Cue
from onrecord.extract.voices.words import Words
from onrecord.model.kinds import load

__all__ = ["clause_of", "extent", "infinitive"]

_PLEDGING: Final = frozenset(
    {
        "promise",
        "agree",
        "threaten",
        "refuse",
        "offer",
        "demand",
        "deny",
        "announce",
        "appeal",
        "accuse",
        "confirm",
        "warn",
    }
)
_THINGS: Final = frozenset({"NOUN", "PROPN", "PRON"})
_LOOSE: Final = frozenset({"parataxis", "ROOT", "root"})
"""How a clause hangs that is put beside another; a second root is one that the reader could not place."""
_SHORTEST: Final = 2


@cache
def _with_object() -> frozenset[str]:
    return frozenset(cast(list[str], load("reporting")["with object"]))


@cache
def _prepositions() -> dict[str, list[str]]:
    return cast(dict[str, list[str]], load("reporting")["prepositions"])


def clause_of(words: Words, cue: Cue) -> tuple[int, int] | None:
    """The characters of what was said, by the first of these that the verb has."""
    token = cue.token
    if cue.kind == "attitude":
        return _object(words, cue)
    for found in (
        _sentence(words, token),
        _clause(words, token),
        _aside(words, token),
        infinitive(words, cue),
        _phrase(words, cue),
    ):
        if found is not None:
            return found
    return _object(words, cue)


def _sentence(words: Words, token: int) -> tuple[int, int] | None:
    """The rest of the sentence around "according to the palace"."""
    if words.lower[token] != "according":
        return None
    number = words.sentence[token]
    first = words.begins[number]
    stop = words.begins[number + 1] if number + 1 < len(words.begins) else len(words)
    noun = words.head[token]
    tail = max([*(child for child in words.subtree(noun) if child < stop and child >= token), token + 1])
    if token - first <= _SHORTEST:
        comma = next((at for at in range(token, stop) if words.text[at] == ","), tail)
        return _span(words, comma + 1, stop) if comma + 1 < stop else None
    return _span(words, first, token)


def _clause(words: Words, token: int) -> tuple[int, int] | None:
    for child in words.children[token]:
        if words.dep[child] == "ccomp":
            return extent(words, child, token)
    return None


def _aside(words: Words, token: int) -> tuple[int, int] | None:
    """The sentence that "the envoy said" is put behind or into, and speech that stands loosely behind the verb."""
    above = words.head[token]
    if words.dep[token] in _LOOSE and above < token:
        first = words.subtree(token)[0]
        tokens = [at for at in words.subtree(above) if at < first]
        return _span(words, tokens[0], tokens[-1] + 1) if tokens else None
    for child in words.children[token]:
        if words.dep[child] in _LOOSE and words.pos[child] in ("VERB", "AUX", "ADJ", "NOUN"):
            return extent(words, child, token)
    return None


def infinitive(words: Words, cue: Cue) -> tuple[int, int] | None:
    """ "urged both sides to meet", "agreed to meet"."""
    if cue.act not in _PLEDGING and cue.lemma not in ("ask", "tell", "call"):
        return None
    for child in words.children[cue.token]:
        if words.dep[child] in ("xcomp", "advcl") and child > cue.token and _marked(words, child):
            return extent(words, child, cue.token)
    return None


def _marked(words: Words, token: int) -> bool:
    return any(words.lower[child] == "to" for child in words.children[token])


def _phrase(words: Words, cue: Cue) -> tuple[int, int] | None:
    """ "warned of a war", "called for talks", "insisted on an answer", "accused the neighbour of lying"."""
    wanted = _prepositions().get(cue.lemma.split()[0])
    if not wanted:
        return None
    for child in words.children[cue.token]:
        case = next(
            (below for below in words.children[child] if words.dep[below] == "case" and words.lower[below] in wanted),
            None,
        )
        if child > cue.token and words.dep[child].startswith(("obl", "nmod", "advcl")) and case is not None:
            first, stop = extent(words, child, cue.token)
            named = " " in cue.lemma and cue.lemma.split()[-1] == words.lower[case]
            if cue.act == "accuse":
                first = min(
                    [first, *(words.start[below] for below in words.children[cue.token] if words.dep[below] == "obj")]
                )
            return (words.end[case] + 1 if named else first), stop
    return None


def _object(words: Words, cue: Cue) -> tuple[int, int] | None:
    """The thing itself: "denied the plan", "welcomed the truce", "called the envoy a liar"."""
    if cue.act not in _PLEDGING and cue.lemma not in _with_object():
        return None
    for child in words.children[cue.token]:
        if words.dep[child] == "obj" and words.pos[child] in _THINGS and child > cue.token:
            first, stop = extent(words, child, cue.token)
            more = [below for below in words.children[cue.token] if below > child and _completes(words, below)]
            return first, max([_to_comma(words, child, stop), *(extent(words, below, cue.token)[1] for below in more)])
    return None


def _completes(words: Words, token: int) -> bool:
    """What a thing is called or held to be: "called the envoy a liar", "rejected it as a trick"."""
    return words.dep[token] in ("xcomp", "ccomp") or any(words.lower[child] == "as" for child in words.children[token])


def _to_comma(words: Words, top: int, stop: int) -> int:
    """Up to a comma behind which a mere circumstance begins: "the plan, in contrast to …"."""
    for token in range(top, len(words)):
        if words.end[token] >= stop:
            return stop
        if words.text[token] == "," and words.pos[token + 1] in ("ADP", "ADV"):
            return words.start[token]
    return stop


def extent(words: Words, top: int, verb: int) -> tuple[int, int]:
    """The unbroken stretch of a clause on its own side of the verb."""
    tokens = [token for token in words.subtree(top) if (token > verb) == (top > verb)]
    at = tokens.index(top)
    first = last = at
    while first > 0 and _near(words, tokens[first - 1], tokens[first]):
        first -= 1
    while last + 1 < len(tokens) and _near(words, tokens[last], tokens[last + 1]):
        last += 1
    return _span(words, tokens[first], tokens[last] + 1)


def _near(words: Words, one: int, other: int) -> bool:
    """Nothing but punctuation between two tokens of a clause?"""
    between: Iterable[int] = range(one + 1, other)
    return all(words.pos[token] in ("PUNCT", "SPACE") for token in between)


def _span(words: Words, first: int, stop: int) -> tuple[int, int]:
    return words.start[first], words.end[stop - 1]
