"""What a phrase is about, as a set of concepts: inflection, synonyms and adjectives of states folded together."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import cast

from onrecord.model import kinds
from onrecord.text.stem import fold, stem, words

__all__ = ["actions", "concepts", "lead", "named", "objects", "overlap", "sequence", "topics"]

_LONGEST_PHRASE = 3


@lru_cache(maxsize=65536)
def concepts(text: str) -> frozenset[str]:
    """The concepts of a phrase: stems of its content words, with listed synonyms under one name."""
    return frozenset(_found(text, "concepts", keep_rest=True))


def sequence(text: str) -> tuple[str, ...]:
    """The concepts of a phrase in the order of its words, as often as they are told."""
    return tuple(_found(text, "concepts", keep_rest=True))


@lru_cache(maxsize=65536)
def actions(text: str) -> frozenset[str]:
    """The classes of action a phrase names ("pull back" and "withdrawal" are both `withdraw`)."""
    return frozenset(_found(text, "actions", keep_rest=False))


@lru_cache(maxsize=65536)
def lead(text: str) -> str | None:
    """The first class of action that a phrase names, which is what it is about in the first place."""
    return next(iter(_found(text, "actions", keep_rest=False)), None)


def named(forms: Iterable[str]) -> frozenset[str]:
    """The concepts in the names of an actor, which say who and not what.

    Of a form with capitals only the words that have them: a clause in front of a name ("the test site Vint closed") is
    at times taken for a part of it.
    """
    return frozenset().union(*(concepts(_proper(form)) for form in forms))


def _proper(form: str) -> str:
    if form == form.lower():
        return form
    return " ".join(word for word in form.split() if word != word.lower())


@lru_cache(maxsize=65536)
def objects(text: str) -> frozenset[str]:
    """What an action is done to, where and when: the concepts less the action's own words and those of promising."""
    return topics(text) - _acted()


@lru_cache(maxsize=65536)
def topics(text: str) -> frozenset[str]:
    """What a phrase is about, actions included: the concepts without words of promising, planning and degree."""
    return concepts(text) - _binding()


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the smaller set that is in the larger (0 where either is empty)."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


@lru_cache(maxsize=65536)
def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in words(text.replace("-", " ")))


def _found(text: str, section: str, *, keep_rest: bool) -> Iterable[str]:
    table = _table(section)
    stems, stop, at = _stems(text), _stopwords(), 0
    longest = _longest(section)
    while at < len(stems):
        for length in range(min(longest.get(stems[at], 0), len(stems) - at), 0, -1):
            name = table.get(stems[at : at + length])
            if name is not None:
                yield name
                at += length
                break
        else:
            if keep_rest and stems[at] not in stop and len(stems[at]) > 1:
                yield stems[at]
            at += 1


@lru_cache(maxsize=4)
def _table(section: str) -> Mapping[tuple[str, ...], str]:
    listed = cast(Mapping[str, list[str]], kinds.load("linking")[section])
    table = {_stems(phrase): name for name, phrases in listed.items() for phrase in phrases}
    return {**_states(), **table} if section == "concepts" else table


@lru_cache(maxsize=4)
def _longest(section: str) -> Mapping[str, int]:
    """By the first stem of the phrases of a table, how long they can be: most words begin none."""
    longest: dict[str, int] = {}
    for phrase in filter(None, _table(section)):
        longest[phrase[0]] = max(longest.get(phrase[0], 0), min(len(phrase), _LONGEST_PHRASE))
    return longest


@lru_cache(maxsize=1)
def _states() -> Mapping[tuple[str, ...], str]:
    """Names, adjectives and demonyms of states under the state's own name; capitals stay places."""
    from_file = cast(list[Mapping[str, object]], kinds.load("states")["states"])
    table: dict[tuple[str, ...], str] = {}
    for state in from_file:
        also = [form for key in ("also", "adjective", "people") for form in cast(list[str], state.get(key, []))]
        table.update({_stems(form): fold(str(state["name"])) for form in (str(state["name"]), *also) if _stems(form)})
    return {form: name for form, name in table.items() if len(form) <= _LONGEST_PHRASE}


@lru_cache(maxsize=1)
def _acted() -> frozenset[str]:
    """The stems of all action words, and the concepts that stand for them ("summit" is under `talks`)."""
    phrases = list(_table("actions"))
    stems = {part for phrase in phrases for part in phrase}
    return frozenset(stems | {name for phrase in phrases if (name := _table("concepts").get(phrase)) is not None})


@lru_cache(maxsize=1)
def _binding() -> frozenset[str]:
    return frozenset(form for word in str(kinds.load("linking")["binding"]).split() for form in (word, stem(word)))


@lru_cache(maxsize=1)
def _stopwords() -> frozenset[str]:
    listed = str(kinds.load("linking")["stopwords"]).split()
    return frozenset(form for word in listed for form in (word, stem(word)))
