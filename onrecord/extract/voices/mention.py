"""A mention: a stretch of words that may stand for an actor, before it is known which one."""

from dataclasses import dataclass, field
from typing import Literal

from onrecord.extract.voices.terms import Term
from onrecord.model.acts import ActorKind

__all__ = ["Mention", "MentionKind"]

MentionKind = Literal["name", "term", "role", "group", "pronoun"]


@dataclass(slots=True)
class Mention:
    """Words from token `start` to `end` with their `head`, and what they tell by themselves.

    `called` is the first token of a person's name, behind all titles; -1 where there is none.
    """

    start: int
    end: int
    head: int
    kind: MentionKind
    what: ActorKind
    name: str
    party: str | None = None
    offices: tuple[str, ...] = ()
    role: str = ""
    article: str = ""
    owner: "Mention | None" = None
    same_as: "Mention | None" = None
    term: Term | None = None
    outer: bool = True
    adjective: bool = False
    place: bool = False
    plural: bool = False
    gender: str = ""
    tail: int = 0
    called: int = -1
    voices: tuple[int, ...] = field(default=())
