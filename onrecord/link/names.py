"""The words by which an actor is called, which say who and not what."""

from functools import lru_cache
from typing import cast

from onrecord.link.concepts import concepts
from onrecord.model import kinds
from onrecord.model.records import Actor

__all__ = ["calling"]


def calling(actor: Actor) -> frozenset[str]:
    """The concepts in the names of an actor: of a state those of the vocabulary, of others the name and its initials.

    Anybody may be called president or leader.

    Other forms in which reports print it do not count: among the hundred of a state that many reports name are "Bank of
    Orlavia" and "the Vint government", whose words say something else wherever else they stand, and every report could
    add one.
    """
    if actor.kind == "country" and (found := _states().get(actor.name)):
        return found
    titles = _titles() if actor.kind == "person" else frozenset()
    initials = "".join(word[0] for word in actor.name.split() if word[0].isupper())
    return concepts(actor.name) | titles | (concepts(initials) if len(initials) > 1 else frozenset())


@lru_cache(maxsize=1)
def _states() -> dict[str, frozenset[str]]:
    """The concepts of the names of each state and of its capitals, by the name that the ledger uses."""
    listed = cast(list[dict[str, object]], kinds.load("states")["states"])
    rows = [(str(state["name"]), cast(list[str], state.get("capital", []))) for state in listed]
    return {name: frozenset().union(*map(concepts, (name, *capitals))) for name, capitals in rows}


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    """The concepts in the titles of heads of state and government."""
    return frozenset().union(*map(concepts, cast(list[str], kinds.load("offices")["chiefs"])))
