"""What is known of a report's actors while its mentions are read in order."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from onrecord.extract.page import Page
from onrecord.extract.voices.mention import Mention
from onrecord.extract.voices.roles import Roles, roles
from onrecord.extract.voices.roll import Roll, plain
from onrecord.extract.voices.trail import Step, Trail
from onrecord.extract.voices.words import Words

__all__ = ["BARE", "SUBJECT", "Ground"]

_MET: Final = frozenset({"meet", "brief", "phone", "telephone", "talk", "speak", "negotiate", "confer", "consult"})
_TALKS: Final = frozenset(
    {
        "meeting", "talk", "talks", "negotiation", "call", "conversation", "consultation", "summit", "dialogue",
        "round", "discussion", "deal", "agreement", "accord", "truce", "ceasefire", "pact",
    }
)  # fmt: skip
_WITH: Final = frozenset({"with", "between", "among"})
_SOURCE: Final = 4.0
SUBJECT: Final = 3.0
BARE: Final = 1.3
_OWNING: Final = 1.8
_INNER: Final = 0.5
_FAINT: Final = 0.25
_QUOTED: Final = 0.35
"""Weights of the places a mention can stand in: who speaks stands out most, adjectives and quoted names least."""


@dataclass(slots=True)
class Ground:
    """The roll of voices so far and the trail of who was spoken of; `sources` are tokens of those who speak.

    `says` gives for the one word of a source, "he" say, the tokens of what it says.
    """

    page: Page
    words: Words
    sources: frozenset[int]
    by_head: dict[int, Mention]
    says: Mapping[int, Sequence[range]]
    roll: Roll = field(default_factory=Roll)
    trail: Trail = field(default_factory=Trail)
    roles: Roles = field(default_factory=roles)

    def note(self, mention: Mention) -> None:
        """Enter the mention with its voices, and leave a step on the trail."""
        if not mention.voices:
            return
        first = mention.start
        if mention.owner is not None and mention.kind in ("role", "group") and mention.owner.start < first:
            first = mention.owner.start
        span = self.page.span(self.words.start[first], self.words.end[mention.end - 1])
        for number in mention.voices:
            entry = self.roll.entries[number]
            if len(mention.voices) == 1:  # "both leaders" tells of neither by himself
                entry.seen = entry.seen if mention.kind == "pronoun" else mention.head
                entry.learn(mention, span)
            if mention.same_as is not None and entry.kind != "person":
                self.roll.alias(number, "name:" + plain(mention.name))
        head = mention.head
        self.trail.add(Step(head, self.words.sentence[head], self.weight(mention), mention.voices, self.line(head)))

    def line(self, token: int) -> int:
        """The number of the paragraph a token stands in."""
        return bisect_left(self.words.lines, token)

    def weight(self, mention: Mention) -> float:
        """How much a mention stands out."""
        weight = BARE if mention.outer else _INNER
        if mention.outer and self.is_source(mention):
            weight = _SOURCE
        elif mention.outer and self.words.dep[self.joined_to(mention.head)].startswith("nsubj"):
            weight = SUBJECT
        elif self.owns_subject(mention.head):
            weight = _OWNING
        if mention.adjective or mention.place:
            weight = _FAINT
        return weight * (_QUOTED if self.words.quoted[mention.head] else 1.0)

    def owns_subject(self, head: int) -> bool:
        """Is this the Orlavia of "Orlavia's state media said"?"""
        return self.words.dep[head] == "nmod:poss" and self.words.dep[self.words.head[head]].startswith("nsubj")

    def joined_to(self, head: int) -> int:
        """The first of the nouns that "and" joins this one to."""
        for _ in range(3):
            if self.words.dep[head] != "conj":
                break
            head = self.words.head[head]
        return head

    def is_source(self, mention: Mention) -> bool:
        """Is this somebody who speaks here?"""
        return any(token in self.sources for token in range(mention.start, mention.end))

    def is_actor(self, mention: Mention) -> bool:
        """Does this one act in its clause?"""
        dep = self.words.dep[self.joined_to(mention.head)]
        return dep.startswith("nsubj") or dep == "obl:agent" or self.is_source(mention) or self.is_met(mention)

    def is_met(self, mention: Mention) -> bool:
        """Is this one met or talked with: "met the separatists", "talks between Orlavia and six powers"?"""
        words, head = self.words, self.joined_to(mention.head)
        above = words.lemma[words.head[head]]
        if words.dep[head] in ("obj", "iobj"):
            return above in _MET
        marks = self._marks(head) or self._marks(self._listed_after(head))
        return bool(_WITH & marks) and words.dep[head] in ("obl", "nmod") and above in _MET | _TALKS

    def _marks(self, head: int) -> set[str]:
        """The prepositions of a phrase."""
        words = self.words
        return {words.lower[kid] for kid in words.children[head] if words.dep[kid] == "case"}

    def _listed_after(self, head: int) -> int:
        """ "Between Orlavia and six powers": the phrase before "and", where both hang on the same word."""
        words = self.words
        joined = any(words.dep[kid] == "cc" for kid in words.children[head])
        beside = (kid for kid in words.children[words.head[head]] if kid < head and words.dep[kid] == words.dep[head])
        return next(beside, head) if joined else head
