"""The states and organisations that actors speak for, under one name each."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, cast

from rapidfuzz.distance import OSA

from onrecord.model import kinds
from onrecord.model.records import Actor
from onrecord.text.ids import content_id
from onrecord.text.stem import fold

__all__ = ["ONLY_PARTY", "actor_of_party", "is_capital", "is_state", "party_key"]

ONLY_PARTY: Final = "known only as the party of others"
"""Why a state or organisation is an actor of which no report speaks by itself."""

_LONG: Final = 7  # letters; shorter names lie too close to each other
_SLIP: Final = 2


@lru_cache(maxsize=65536)
def party_key(name: str) -> str:
    """The folded canonical name of a state or organisation: "the US", "U.S." and "United States" give one key."""
    bare = fold(name).removeprefix("the ")
    return _states().get(bare) or _misspelt(bare) or bare


def is_state(name: str) -> bool:
    """Does the vocabulary know this name of a state?"""
    return fold(name).removeprefix("the ") in _states()


def is_capital(name: str) -> bool:
    """Does the vocabulary know this name of a capital, which people are named like as well?"""
    return fold(name) in _capitals()


def actor_of_party(name: str) -> Actor:
    """The actor of a party that no report mentions by itself."""
    key = party_key(name)
    kind = "country" if key in _states().values() else "organisation"
    return Actor(
        content_id("a", {"kind": kind, "name": key, "party": "" if kind == "country" else key}),
        name,
        "country" if kind == "country" else "organisation",
        why=(ONLY_PARTY,),
    )


@lru_cache(maxsize=4096)
def _misspelt(bare: str) -> str | None:
    """The state that a long unknown name is a slip of: two letters exchanged, or one wrong at its end."""
    if len(bare) < _LONG:
        return None
    near = {state for form, state in _states().items() if form[:4] == bare[:4] and OSA.distance(form, bare) <= _SLIP}
    return near.pop() if len(near) == 1 else None


@lru_cache(maxsize=1)
def _states() -> Mapping[str, str]:
    table: dict[str, str] = {}
    for state in cast(list[Mapping[str, object]], kinds.load("states")["states"]):
        name = str(state["name"])
        for form in (name, *cast(list[str], state.get("also", []))):
            table[fold(form).removeprefix("the ")] = fold(name)
    return table


@lru_cache(maxsize=1)
def _capitals() -> frozenset[str]:
    rows = cast(list[Mapping[str, object]], kinds.load("states")["states"])
    return frozenset(fold(form) for state in rows for form in cast(list[str], state.get("capital", [])))
