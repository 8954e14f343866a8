"""Whom a description means by what other reports tell: "the Orlavian leader" beside "President Vint" of one report."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import cast

from onrecord.model.kinds import load
from onrecord.resolve.parties import party_key
from onrecord.resolve.people import Person
from onrecord.resolve.seen import Seen

__all__ = ["join_described"]

_ANYBODYS = frozenset({"leader", "ruler", "strongman", "dictator"})  # of a party, too
_LESSER = frozenset({"vice", "former", "ex", "deputy", "foreign", "council", "company", "bank"})
_WHY = "the only head of that state in its report, as other reports tell"


def join_described(unnamed: Sequence[Seen], people: Sequence[Person]) -> tuple[list[Seen], list[Person]]:
    """The descriptions that stay unnamed, and the groups with those that can be only one head of state or government.

    A report that calls somebody president without saying of what, and then speaks of "the Orlavian leader", means that
    one where other reports tell that he is Orlavia's.
    """
    heads = _heads(people)
    left: list[Seen] = []
    joined: dict[int, list[Seen]] = defaultdict(list)
    for one in unnamed:
        known = heads.get((one.report, party_key(one.voice.party or "")), ()) if _is_head(one) else ()
        if len(known) == 1:
            joined[known[0]].append(one)
        else:
            left.append(one)
    return left, [_with(group, joined[at]) for at, group in enumerate(people)]


def _with(group: Person, more: Sequence[Seen]) -> Person:
    if not more:
        return group
    told = [replace(one, voice=replace(one.voice, offices=())) for one in more]  # "leader" is no office
    seen = sorted([*group.seen, *told], key=lambda one: (one.report, one.number))
    return Person(seen, {*group.why, _WHY}, group.mark, group.decided)


def _is_head(one: Seen) -> bool:
    """Is it "the Orlavian leader", and no "a leader" and no minister?"""
    voice = one.voice
    words = voice.name.casefold().split()
    definite = bool(voice.mentions) and voice.mentions[0].exact.casefold().startswith("the ")
    return voice.kind == "person" and bool(voice.party) and definite and len(words) < 4 and words[-1] in _chiefs()


def _heads(people: Sequence[Person]) -> Mapping[tuple[str, str], tuple[int, ...]]:
    """The groups that hold the highest office of a state, by each report that names them and by state."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, group in enumerate(people):
        named = [one.voice for one in group.seen if one.voice.named and one.voice.kind == "person"]
        parties = Counter(party_key(voice.party) for voice in named if voice.party)
        offices = {office for voice in named for office in voice.offices}
        if parties and len(parties) == 1 and any(_is_highest(office) for office in offices):
            for report in sorted({one.report for one in group.seen}):
                found[report, next(iter(parties))].append(at)
    return {key: tuple(those) for key, those in found.items()}


def _is_highest(office: str) -> bool:
    """ "President", "acting prime minister", and not "vice president", "former president" or "party leader"."""
    words = f" {office.casefold()}"
    whole = any(words.endswith(f" {chief}") for chief in _chiefs() - _ANYBODYS)
    return whole and _LESSER.isdisjoint(words.split())


@cache
def _chiefs() -> frozenset[str]:
    return frozenset(cast(list[str], load("offices")["chiefs"]))
