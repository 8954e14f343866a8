"""Offices, states, organisations, groups and outlets over reports: one where a name of their own is shared."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.resolve.office_names import Key, nameless, names_of
from onrecord.resolve.people import Person
from onrecord.resolve.seen import Seen, Sets, reports_of

__all__ = ["join_institutions"]


def join_institutions(seen: Sequence[Seen]) -> list[Person]:
    """Everything but people: joined by name, then by other names, never across two that one report keeps apart."""
    by_key: dict[Key, list[Seen]] = defaultdict(list)
    for one in seen:
        by_key[_key(one)].append(one)
    keys = sorted(by_key)
    number = {key: at for at, key in enumerate(keys)}
    sets = Sets([reports_of(by_key[key]) for key in keys])
    why: dict[int, set[str]] = defaultdict(set)
    for i, j, reason in _links(by_key, keys, number):
        if sets.join(i, j):
            why[i].add(reason)
    return [_institution(group, by_key, keys, why) for group in sets.groups()]


def _key(one: Seen) -> Key:
    """What its voice is known by; one with nothing but a word for any body belongs to its report."""
    family, name, party = names_of(one.voice)[0]
    return family, f"{name} {one.report}" if nameless(one.voice) else name, party


def _institution(
    group: Sequence[int], by_key: dict[Key, list[Seen]], keys: Sequence[Key], why: dict[int, set[str]]
) -> Person:
    voices = sorted((one for i in group for one in by_key[keys[i]]), key=lambda one: (one.report, one.number))
    return Person(voices, {reason for i in group for reason in why.get(i, ())} | {_NAME})


_NAME = "same name for the same party"
_OTHER = "another name of it"
_SHARED = "another name of both"
_UNTOLD = "same name, its party told once"


def _links(
    by_key: dict[Key, list[Seen]], keys: Sequence[Key], number: dict[Key, int]
) -> Iterator[tuple[int, int, str]]:
    """What says that two names are one: the other name of a voice is the name of another, or both have it."""
    first: dict[Key, int] = {}
    shared: list[tuple[int, int, str]] = []
    for i, key in enumerate(keys):
        others = sorted({name for one in by_key[key] for name in names_of(one.voice)[1:]})
        for other in others:
            if other in number:
                yield i, number[other], _OTHER
            elif key[0] != "press":
                shared.append((first.setdefault(other, i), i, _SHARED))
    yield from shared
    yield from _party_untold(keys, number)


def _party_untold(keys: Sequence[Key], number: dict[Key, int]) -> Iterator[tuple[int, int, str]]:
    """A body whose party a report does not tell, where only one party has a body of that name."""
    parties: dict[tuple[str, str], list[int]] = defaultdict(list)
    for family, name, party in keys:
        if party:
            parties[family, name].append(number[family, name, party])
    for (family, name), found in parties.items():
        untold = number.get((family, name, ""))
        if untold is not None and len(found) == 1 and name.count(" "):
            yield found[0], untold, _UNTOLD
