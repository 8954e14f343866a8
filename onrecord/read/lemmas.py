"""The dictionary form of a word, given its class."""

from collections.abc import Mapping
from typing import Final

import simplemma
from numpy import int64
from numpy.typing import NDArray

from onrecord.read.labels import UPOS

INFLECTED: Final = frozenset({"ADJ", "ADV", "AUX", "NOUN", "VERB"})
REMEMBERED: Final = 200_000


class Lemmas:
    """Lemmas of words, remembered; `known` holds those that the treebanks give otherwise than the dictionary."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._treebank = known
        self._known: dict[tuple[str, int], str] = {}

    def of(self, words: list[str], classes: NDArray[int64]) -> list[str]:
        """The lemma of each word, `classes` being places in `UPOS`."""
        return [self._look_up(pair) for pair in zip(words, classes.tolist(), strict=True)]

    def _look_up(self, pair: tuple[str, int]) -> str:
        found = self._known.get(pair)
        if found is None:
            word, pos = pair[0], UPOS[pair[1]]
            found = self._treebank.get(f"{pos} {word.lower()}") or dictionary_form(word, pos)
            if len(self._known) < REMEMBERED:
                self._known[pair] = found
        return found


def dictionary_form(word: str, pos: str) -> str:
    """What the dictionary says of a word of class `pos`; names stay as they are."""
    if pos == "PROPN":
        return word
    lower = word.lower()
    if pos not in INFLECTED:
        return lower
    return str(simplemma.lemmatize(lower, lang="en")).lower() or lower
