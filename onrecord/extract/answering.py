"""Demands, appeals and offers of one report joined to the statements that refuse or accept them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from onrecord.extract.kinship import gist, share
from onrecord.extract.page import Page
from onrecord.extract.parties import Cast
from onrecord.extract.statements.cues import vocabulary
from onrecord.extract.voices.find import Voices
from onrecord.model.kinds import load
from onrecord.model.reading import FoundStatement

__all__ = ["with_answers"]

_ASKING: Final = frozenset({"demand", "appeal", "offer"})
_FAR: Final = (
    20  # statements between what was asked and the answer; the answer may be told first, but then right before
)
_AHEAD: Final = 3
_ENOUGH: Final = 0.5
_WORDS: Final = 2  # words that a refusal has in common with what was asked; "endorsed the deal" accepts no demand
_MORE: Final = 3


@dataclass(frozen=True, slots=True)
class _Side:
    """A statement: for whom it speaks, whom it names or is said to, what it is about, and what it points back to."""

    number: int
    act: str
    party: str
    named: frozenset[str]
    matter: frozenset[str]
    points: frozenset[str]


def with_answers(page: Page, voices: Voices, statements: Sequence[FoundStatement]) -> tuple[FoundStatement, ...]:
    """The statements, each refusal and acceptance with the number of the one that it answers.

    What is answered was asked by another side, and is named in the answer ("the demand", with the asked as the one who
    answers), or told in the same words.
    """
    cast = Cast(voices)
    sides = {number: _side(page, cast, number, one) for number, one in enumerate(statements) if one.source is not None}
    found = list(statements)
    for number, side in sides.items():
        if side.act in _answers():
            asked = [sides[at] for at in range(max(0, number - _FAR), number + _AHEAD + 1) if at in sides]
            best = max((_fit(side, other) for other in asked), default=(0.0, 0, -1))
            if best[0] > 0:
                found[number] = replace(statements[number], answers=best[2])
    return tuple(found)


@cache
def _answers() -> frozenset[str]:
    acts = load("responses")["answering"]
    if not isinstance(acts, list):
        raise TypeError("responses.yaml: answering is a list of acts")
    return frozenset(str(act) for act in acts)


def _side(page: Page, cast: Cast, number: int, statement: FoundStatement) -> _Side:
    tokens = [word for piece in statement.content for word in page.tokens(piece.start, piece.end)]
    source = statement.source if statement.source is not None else -1
    named = [one for piece in statement.content for one in cast.voices.in_range(piece.start, piece.end)]
    if statement.addressee is not None:
        named.append(statement.addressee)
    nouns = vocabulary().nouns
    points = frozenset(nouns[word.lemma_.lower()][0] for word in tokens if word.lemma_.lower() in nouns)
    return _Side(
        number, statement.act, cast.party(source), cast.parties(tuple(named)), gist(tokens, names=False), points
    )


def _fit(answer: _Side, asked: _Side) -> tuple[float, int, int]:
    """How well the two belong together, 0 where they do not; of two alike the nearer."""
    nothing = (0.0, 0, -1)
    if asked.act not in _ASKING or asked.number == answer.number or asked.party == answer.party:
        return nothing
    near = -abs(answer.number - asked.number)
    part = share(answer.matter, asked.matter) if answer.matter and asked.matter else 0.0
    told_alike = part >= _ENOUGH and len(answer.matter & asked.matter) >= (_WORDS if answer.act == "refuse" else _MORE)
    pointed = asked.act in answer.points and (answer.party in asked.named or asked.party in answer.named)
    return (part + pointed, near, asked.number) if told_alike or pointed else nothing
