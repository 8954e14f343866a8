"""Commitments that no rule finds and the promise head is sure of: "we won't loosen it", "he said he will set terms"."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from onrecord.extract.commitments.ahead import Ahead, told_ahead_of
from onrecord.extract.commitments.bond import Bond, Scene
from onrecord.extract.commitments.sure import head
from onrecord.extract.commitments.traits import traits
from onrecord.extract.page import Page
from onrecord.extract.parties import Cast
from onrecord.extract.said import Said
from onrecord.model.reading import FoundTalk

__all__ = ["SURE", "candidates", "promised", "told_by"]

SURE: Final = 0.65
"""From this probability on a clause is entered. By eye on 300 fresh reports of many outlets; see
docs/decisions/promises.md."""


def promised(page: Page, cast: Cast, said: Said, talks: Sequence[FoundTalk], known: Sequence[Bond]) -> tuple[Bond, ...]:
    """A bond for each clause that the head is sure of and that none of the `known` ones tells."""
    scene = Scene(cast, said, [], talks)
    found = []
    for clause, names, vector in candidates(page.doc, scene, told_by(known)):
        chance = head().chance(names, vector)
        if chance >= SURE:
            found.append(_bond(clause, chance))
    return tuple(found)


def told_by(bonds: Iterable[Bond]) -> frozenset[int]:
    """The tokens by which these bonds are told."""
    return frozenset(at for bond in bonds for at in (bond.verb.i, bond.action.i))


def candidates(
    doc: Doc, scene: Scene, taken: Collection[int]
) -> Iterator[tuple[Ahead, frozenset[str], NDArray[np.float32]]]:
    """What the head is asked about, each with its traits and its sentence's vector; nothing without vectors."""
    vectors = doc._.meaning
    if vectors is None:
        return
    for clause in told_ahead_of(doc, scene, taken):
        yield clause, traits(clause, scene), _meaning(vectors, clause.verb)


def _meaning(vectors: NDArray[np.float32], verb: Token) -> NDArray[np.float32]:
    sentence = verb.sent
    total: NDArray[np.float32] = vectors[sentence.start : sentence.end].sum(0)
    return total


def _bond(clause: Ahead, chance: float) -> Bond:
    rule = f"head:promise {chance:.2f}"
    return Bond(clause.verb, clause.action, clause.by, "future", rule, clause.said, confidence=round(chance, 2))
