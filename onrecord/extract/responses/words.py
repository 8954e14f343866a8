"""The vocabulary of answers, as the rules use it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from onrecord.model.acts import Act, CommitmentStatus, Stance
from onrecord.model.kinds import load

__all__ = ["Words", "words"]


@dataclass(frozen=True, slots=True)
class Words:
    """All of responses.yaml, ready to be asked; `order` ranks the statuses, strongest first.

    `done` are the stances of words that say another thing once it has been done: "verified" confirms.
    """

    acts: Mapping[Act, Stance]
    cues: Mapping[str, Stance]
    done: Mapping[str, Stance]
    pointers: frozenset[str]
    own: Mapping[Stance, CommitmentStatus]
    others: Mapping[Stance, CommitmentStatus]
    order: tuple[CommitmentStatus, ...]
    kin: Mapping[str, str]
    light: frozenset[str]


@cache
def words() -> Words:
    """responses.yaml, read once."""
    data = load("responses")
    cues = cast("dict[str, dict[str, Stance]]", data["cues"])
    status = cast("dict[str, dict[Stance, CommitmentStatus]]", data["status"])
    kin = cast("dict[str, list[str]]", data["kin"])
    return Words(
        acts=cast("dict[Act, Stance]", data["acts"]),
        cues={word: entry["stance"] for word, entry in cues.items()},
        done={word: entry["done"] for word, entry in cues.items() if "done" in entry},
        pointers=frozenset(cast("list[str]", data["pointers"])),
        own=status["own"],
        others=status["others"],
        order=tuple(cast("list[CommitmentStatus]", data["order"])),
        kin={word: name for name, listed in kin.items() for word in listed},
        light=frozenset(cast("list[str]", data["light"])),
    )
