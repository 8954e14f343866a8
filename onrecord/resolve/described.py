"""Whom a description means by what other reports tell: "the Orlavian leader" beside "President Vint" of one report.

A report that calls somebody president without saying of what, and then speaks of "the Orlavian leader", means that one
where other reports tell that he is Orlavia's.
"""

from collections.abc import Collection
from functools import cache, lru_cache
from typing import cast

from onrecord.model.kinds import load
from onrecord.model.reading import Voice
from onrecord.resolve.actor_made import One
from onrecord.resolve.group import Group
from onrecord.resolve.parties import party_key
from onrecord.resolve.seen import Rank, Unit
from onrecord.resolve.tally import Tally

__all__ = ["Described", "Heads", "headed"]

_ANYBODYS = frozenset({"leader", "ruler", "strongman", "dictator"})  # of a party, too
_LESSER = frozenset({"vice", "former", "ex", "deputy", "foreign", "council", "company", "bank"})


class Described(Unit):
    """One voice without a name.

    `state` is that of which it could be the head, if it says so, and `one` the actor that it is by itself.
    """

    __slots__ = ("number", "one", "report", "state")

    def __init__(self, report: str, number: int, voice: Voice) -> None:
        super().__init__()
        self.report, self.number = report, number
        self.at = {report: (number,)}
        self.one: One | None = None
        self.state = party_key(voice.party or "") if _is_head(voice) else None

    @property
    def unsettled(self) -> bool:
        """Is it an actor of its own and means somebody, or is neither?"""
        return (self.one is None) == (self.group is None)

    @property
    def rank(self) -> Rank:
        """In the order of reports."""
        return 0, (self.report, self.number)


class Heads:
    """The descriptions that could mean the head of a state, by state and report."""

    def __init__(self) -> None:
        self._asking: dict[str, dict[str, list[Described]]] = {}

    def see(self, one: Described) -> None:
        """One more description."""
        if one.state is not None:
            self._asking.setdefault(one.state, {}).setdefault(one.report, []).append(one)

    def lose(self, one: Described) -> None:
        """One description less."""
        if one.group is not None:
            one.group.told -= 1
        if one.state is None:
            return
        reports = self._asking[one.state]
        reports[one.report].remove(one)
        if not reports[one.report]:
            del reports[one.report]
            if not reports:
                del self._asking[one.state]

    def touched(self, group: Group) -> set[str]:
        """The reports that may mean a group otherwise than before, where it became a head or is none any more."""
        head = headed(group.tally) if group.at else None
        if head == group.head:
            return set()
        asking = [self._asking.get(state, {}) for state in (head, group.head) if state is not None]
        group.head = head
        return {report for reports in asking for report in reports.keys() & group.at.keys()}

    def decide(self, units: Collection[Unit | None]) -> bool:
        """Find whom a report's descriptions mean, of those that it names. True where one means another than before."""
        changed = False
        groups = {unit.group for unit in units if unit is not None and not isinstance(unit, Described)}
        for one in units:
            if isinstance(one, Described) and one.state is not None:
                known = [group for group in groups if group is not None and group.head == one.state]
                meant = known[0] if len(known) == 1 else None
                if meant is not one.group:
                    for group, step in ((one.group, -1), (meant, 1)):
                        if group is not None:
                            group.told += step
                    one.group, changed = meant, True
        return changed


def headed(tally: Tally) -> str | None:
    """The state of which a group holds the highest office, where all that tell its party tell the same."""
    if not any(_is_highest(office) for office in tally.offices):
        return None
    parties = {party_key(party) for named, kind, _, party, _ in tally.looks if named and kind == "person" and party}
    return next(iter(parties)) if len(parties) == 1 else None


def _is_head(voice: Voice) -> bool:
    """Is it "the Orlavian leader", and no "a leader" and no minister?"""
    words = voice.name.casefold().split()
    definite = bool(voice.mentions) and voice.mentions[0].exact.casefold().startswith("the ")
    return voice.kind == "person" and bool(voice.party) and definite and len(words) < 4 and words[-1] in _chiefs()


@lru_cache(maxsize=65536)
def _is_highest(office: str) -> bool:
    """ "President", "acting prime minister", and not "vice president", "former president" or "party leader"."""
    words = f" {office.casefold()}"
    whole = any(words.endswith(f" {chief}") for chief in _chiefs() - _ANYBODYS)
    return whole and _LESSER.isdisjoint(words.split())


@cache
def _chiefs() -> frozenset[str]:
    return frozenset(cast(list[str], load("offices")["chiefs"]))
