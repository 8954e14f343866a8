"""Who every voice is, and in which reports that looks other than before."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from onrecord.link.clusters import reached
from onrecord.link.names import calling
from onrecord.link.renewed import Renewed
from onrecord.link.scene import Scene
from onrecord.model.records import Actor
from onrecord.model.ties import UNDECIDED, Decided
from onrecord.resolve.actors import Actors, Moved

__all__ = ["Cast", "Recast"]


@dataclass(frozen=True, slots=True)
class Recast:
    """The reports in which a voice is another actor, or an actor looks otherwise; and the actors that changed."""

    reports: frozenset[str]
    actors: Renewed[Actor]


@dataclass(frozen=True, slots=True)
class _Look:
    """All of an actor on which records rest; that a person is called by another name is told in reasons."""

    kind: str
    party: str | None
    person: str | None
    names: frozenset[str]


class Cast:
    """The actors of all reports that count."""

    def __init__(self, decided: Decided = UNDECIDED) -> None:
        self._actors = Actors(decided)
        self.actors, self.home = self._actors.actors, self._actors.home
        self._members: dict[str, set[str]] = defaultdict(set)

    def renew(self, scene: Scene, reports: Collection[str]) -> Recast:
        """Look again at who is who, where some reports came, went or changed."""
        moved = self._actors.renew(scene.readings, reports, published=scene.published)
        other = [actor for actor in (*moved.gone, *moved.made) if self._looks_otherwise(actor, moved)]
        seen = {report for actor in self._with_members(other) for report in self._actors.reports_of(actor)}
        return Recast(frozenset(seen | {*moved.reports}), Renewed(frozenset(moved.gone), moved.made))

    def _looks_otherwise(self, name: str, moved: Moved) -> bool:
        """Note for whom an actor speaks now. One that is new or gone moved the reports where another stood."""
        before, now = moved.before.get(name), moved.made.get(name)
        if before is not None and before.party is not None:
            self._members[before.party].discard(name)
        if now is not None and now.party is not None:
            self._members[now.party].add(name)
        return before is not None and now is not None and _look(before) != _look(now)

    def _with_members(self, actors: Collection[str]) -> set[str]:
        """Actors and all that speak for them in the end: their side is another one when it looks otherwise."""
        return reached(actors, lambda actor: self._members.get(actor, ()))


def _look(actor: Actor) -> _Look:
    return _Look(actor.kind, actor.party, actor.name if actor.kind == "person" else None, calling(actor))
