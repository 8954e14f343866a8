"""Two of one cabinet: "Orlavian Foreign Minister Sera Lind and Defence Minister Oren Gall" serve one state."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from onrecord.extract.voices.ground import Ground
from onrecord.extract.voices.mention import Mention

__all__ = ["serve_together"]

_FOREIGN: Final = frozenset({"foreign", "affairs", "external"})
_ANY_POST: Final = frozenset(
    {"senior", "top", "chief", "former", "ex", "acting", "interim", "outgoing", "incoming", "general", "first",
     "deputy", "vice", "assistant", "government", "ministry", "department", "secretary", "state", "lead", "leading"}
)  # fmt: skip
_AND: Final = frozenset({"and", "&"})


def serve_together(ground: Ground, people: Sequence[Mention]) -> None:
    """Give who is named behind a minister, with another post and no state, the state of that minister.

    Two of one post are counterparts ("Orlavian Foreign Minister Lind and Foreign Minister Tal"), and heads of state or
    government stand in line with those of others: neither is told anything by whom they stand beside.
    """
    for one, other in pairwise(people):
        between = set(ground.words.lower[one.end : other.start])
        joined = bool(between & _AND) and between <= _AND | {","}  # after a comma alone somebody else may begin to act
        if not joined or _party(one) is None or _party(other) is not None:
            continue
        mine, theirs = _post(ground, one), _post(ground, other)
        if mine and theirs and not mine & theirs:
            other.party = _party(one)


def _party(mention: Mention) -> str | None:
    owner = mention.owner
    return mention.party or (owner.party if owner is not None and owner.kind != "pronoun" else None)


def _post(ground: Ground, mention: Mention) -> set[str]:
    """What the ministries of somebody's offices are for; nothing for a head of state or government."""
    found: set[str] = set()
    for office in mention.offices:
        if office in ground.roles.chiefs or office.split()[-1] in ground.roles.chiefs or "prime" in office.split():
            return set()
        words = set(office.replace("defense", "defence").split())
        foreign = office == "secretary of state" or bool(words & _FOREIGN)
        found |= {"foreign"} if foreign else (words & ground.roles.modifiers) - _ANY_POST
    return found
