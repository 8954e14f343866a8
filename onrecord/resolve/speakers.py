"""For whom an actor speaks: the actor of its party, made where no report speaks of that by itself."""

from bisect import bisect_left, insort
from typing import Final

from onrecord.model.records import Actor
from onrecord.resolve.actor_made import bare
from onrecord.resolve.parties import actor_of_party, party_key
from onrecord.resolve.seen import enter, leave

__all__ = ["Speakers"]

_Called = frozenset[tuple[bool, str]]

_NONE: Final[_Called] = frozenset()


class Speakers:
    """Who has which party, and which actor each party is. `made` are the actors of parties that no report tells of."""

    def __init__(self) -> None:
        self._party: dict[str, str] = {}
        self._users: dict[str, list[str]] = {}
        self._names: dict[str, _Called] = {}
        self._called: dict[str, tuple[str, ...]] = {}
        self._states: dict[str, tuple[str, ...]] = {}
        self._homes: dict[str, str] = {}
        self._stirred: set[str] = set()
        self._made: dict[str, str] = {}
        self.made: dict[str, Actor] = {}

    def put(self, identity: str, actor: Actor | None, party: str | None) -> None:
        """An actor as it is now, with the party that it speaks for; None where it is no more."""
        names = _names(actor, party) if actor is not None else _NONE
        old = self._names.pop(identity, _NONE)
        if names is not old:
            self._rename(identity, old, names)
        self._use(identity, party)

    def _rename(self, identity: str, old: _Called, names: _Called) -> None:
        for index, name in old - names:
            leave(self._index(index), name, identity)
        for index, name in names - old:
            enter(self._index(index), name, identity)
        self._stirred.update(name for _, name in old ^ names)
        if names:
            self._names[identity] = names

    def _index(self, state: bool) -> dict[str, tuple[str, ...]]:
        return self._states if state else self._called

    def _use(self, identity: str, party: str | None) -> None:
        old = self._party.get(identity)
        if old == party:
            return
        if old is not None:
            users = self._users[party_key(old)]
            del users[bisect_left(users, identity)]
            self._stirred.add(party_key(old))
            del self._party[identity]
        if party is not None:
            insort(self._users.setdefault(party_key(party), []), identity)
            self._stirred.add(party_key(party))
            self._party[identity] = party

    def home(self, party: str | None) -> str | None:
        """The actor of a party."""
        return None if party is None else self._homes[party_key(party)]

    def settle(self) -> set[str]:
        """Find the actors of the parties that were touched; those actors of which anything changed by it."""
        changed: set[str] = set()
        for key in self._stirred:
            users = self._users.get(key)
            if users is not None and not users:
                del self._users[key]
            spoken = self._states.get(key) or self._called.get(key)
            home = max(spoken) if spoken else None
            if users and home is None:
                made = actor_of_party(self._party[users[0]])
                home = made.id
                changed |= self._make(key, made)
            else:
                changed |= self._make(key, None)
            if home != self._homes.get(key):
                changed.update(users or ())
            if users and home is not None:
                self._homes[key] = home
            else:
                self._homes.pop(key, None)
        self._stirred = set()
        return changed

    def _make(self, key: str, actor: Actor | None) -> set[str]:
        """Have this actor for a party of which no report speaks by itself; the ids of what changed."""
        identity = self._made.pop(key, None)
        old = None if identity is None else self.made.pop(identity)
        if actor is not None:
            self._made[key], self.made[actor.id] = actor.id, actor
        return {one.id for one in (old, actor) if one is not None} if old != actor else set()


def _names(actor: Actor, party: str | None) -> _Called:
    """The names by which an actor can be somebody's party, and whether it is a state."""
    if actor.kind == "country":
        return frozenset({(True, party_key(actor.name))})
    if actor.kind == "organisation" or (actor.kind == "group" and _is_bloc(actor, party)):
        return frozenset((False, bare(form)) for form in (actor.name, *actor.aliases))
    return _NONE


def _is_bloc(actor: Actor, party: str | None) -> bool:
    """Does a group speak for itself, as the West does, and not for a state?"""
    return party is not None and bare(actor.name) == party_key(party)
