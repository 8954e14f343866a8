"""What people decided about which things told in reports are one and which are not, as linking is given it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

__all__ = ["UNDECIDED", "Decided", "Key", "Set", "Tie", "Ties"]

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

    def why(self, keys: Collection[Key]) -> tuple[str, ...]:
        """The reasons of all ties that touch some things, each once and in order."""
        if not (self.together or self.apart):
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
    """Everything that people decided and that linking must heed; `reports` holds their reasons by report."""

    actors: Ties = Ties()
    talks: Ties = Ties()
    commitments: Ties = Ties()
    disputes: Ties = Ties()
    claims: Ties = Ties()
    names: tuple[Set, ...] = ()
    reports: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


UNDECIDED = Decided()
