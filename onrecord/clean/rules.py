"""The rules of `model/kinds/furniture.yaml`, compiled: how a line gives itself away as the page's."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from onrecord.clean.lines import Line
from onrecord.model.kinds import load

__all__ = ["Kind", "Rule", "first_match", "rules"]

Kind = Literal["kept", "lines", "links", "tails", "closing", "glued"]
KINDS: tuple[Kind, ...] = ("kept", "lines", "links", "tails", "closing", "glued")
LETTERS = 1_000  # a longer line is never matched: endless words must not cost endless time
WORDS = 25  # a line longer than this is prose, unless its rule says that it may be longer


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which furniture looks.

    So many titles may stand under it (`follows`), or must (not `alone`); some rules count only once the story has
    begun (`inside`).
    """

    name: str
    pattern: re.Pattern[str]
    words: int
    follows: int
    alone: bool
    inside: bool

    def matches(self, line: Line) -> bool:
        """Is the whole line, without bullets and brackets, what this rule describes?"""
        short = line.count <= self.words and len(line.core) <= LETTERS
        return short and self.pattern.fullmatch(line.core) is not None


def first_match(kind: Kind, line: Line) -> Rule | None:
    """The first rule of a kind that a line matches."""
    return next((rule for rule in rules()[kind] if rule.matches(line)), None)


@cache
def rules() -> Mapping[Kind, tuple[Rule, ...]]:
    """All rules by kind, in the order of the file."""
    vocabulary = load("furniture")
    return MappingProxyType({kind: tuple(_rule(entry) for entry in _entries(vocabulary[kind])) for kind in KINDS})


def _rule(entry: Mapping[str, object]) -> Rule:
    flags = re.NOFLAG if entry.get("capitals") else re.IGNORECASE
    return Rule(
        str(entry["name"]),
        re.compile(str(entry["pattern"]), flags),
        int(str(entry.get("words", WORDS))),
        int(str(entry.get("next", 0))),
        bool(entry.get("alone", True)),
        bool(entry.get("inside", False)),
    )


def _entries(found: object) -> list[Mapping[str, object]]:
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []
