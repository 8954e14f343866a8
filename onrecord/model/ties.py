"""What people decided about which things told in reports are one and which are not, as linking is given it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

__all__ = ["UNDECIDED", "Decided", "Key", "Set", "Tie", "Ties", "blocks"]

Key = tuple[str, int]
"""A thing as one report tells it: the report's id and its number in the reading, in the list of its kind."""


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """Two things that somebody decided to be one or, of a split, `other` taken out from where `one` is; and who did."""

    one: Key
    other: Key
    why: str


@dataclass(frozen=True, slots=True)
class Ties:
    """What is together and what is apart, of one kind of things; the two never contradict each other."""

    together: tuple[Tie, ...] = ()
    apart: tuple[Tie, ...] = ()

    def __bool__(self) -> bool:
        """Did anybody decide anything?"""
        return bool(self.together or self.apart)

    def among(self, here: Collection[Key]) -> "Ties":
        """What the ties come to for some of the things alone: two that are tied to a third are tied without it."""
        if not self:
            return self
        sets = blocks((key for tie in self.apart for key in (tie.one, tie.other)), self.together)
        home = {key: n for n, block in enumerate(sets) for key in block}
        present = [[key for key in block if key in here] for block in sets]
        whys: dict[int, set[str]] = defaultdict(set)
        for tie in self.together:
            whys[home[tie.one]].add(tie.why)
        together = [Tie(keys[0], key, why) for n, keys in enumerate(present) for key in keys[1:] for why in whys[n]]
        apart = [
            Tie(present[home[tie.one]][0], present[home[tie.other]][0], tie.why)
            for tie in self.apart
            if present[home[tie.one]] and present[home[tie.other]]
        ]
        return Ties(tuple(sorted(together)), tuple(sorted(set(apart))))

    def why(self, keys: Collection[Key]) -> tuple[str, ...]:
        """The reasons of all ties that touch some things, each once and in order."""
        if not self:
            return ()
        touching = (tie for tie in (*self.together, *self.apart) if tie.one in keys or tie.other in keys)
        return tuple(sorted({tie.why for tie in touching}))


@dataclass(frozen=True, slots=True, order=True)
class Set:
    """A field of the actor that a voice is, as somebody set it; of two for one field the later in the list counts."""

    voice: Key
    field: str
    value: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Decided:
    """Everything that people decided and that linking must heed.

    `reports` holds their reasons by report, and `dated` the reports whose day they set.
    """

    actors: Ties = Ties()
    talks: Ties = Ties()
    commitments: Ties = Ties()
    disputes: Ties = Ties()
    claims: Ties = Ties()
    names: tuple[Set, ...] = ()
    reports: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    dated: frozenset[str] = frozenset()


UNDECIDED = Decided()


def blocks(keys: Iterable[Key], together: Iterable[Tie]) -> list[list[Key]]:
    """Some keys and all that are tied, in sets of those that are tied to each other, each in order."""
    home: dict[Key, set[Key]] = {key: {key} for key in keys}
    for tie in together:
        one, other = (home.setdefault(key, {key}) for key in (tie.one, tie.other))
        if one is not other:
            one |= other
            home.update(dict.fromkeys(other, one))
    return sorted({id(those): sorted(those) for those in home.values()}.values())
