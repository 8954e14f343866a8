"""Factuality: what our reading says of the head of a statement's content, beside what people said of the same word.

UW's sentences are news; its people put how certain it is from the sentence that an event happened or will, from -3
(certainly not) to 3 (certainly). Counted are the events that head the content of a statement we found, each once;
above 1 an event is asserted, below -1 denied, between them uncertain. Beside the share that is right stands that of
"always the commonest label", and the mean of the F1 of the three, which no such answer raises.
"""

import json
import lzma
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract.factual import head_of, standing
from onrecord.extract.page import Page
from onrecord.extract.statements.find import find_statements
from onrecord.extract.voices.find import find_voices
from onrecord.model.acts import Standing
from onrecord.model.report import Report
from onrecord.read import load

__all__ = ["Sentence", "figures", "judged", "label", "measure", "sentences"]

_CORPUS: Final = "corpora/factuality/uw-dev.jsonl.xz"
_STANDINGS: Final[tuple[Standing, ...]] = ("asserted", "denied", "uncertain")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the corpus and its events: where each begins, and how certain it is, from -3 to 3."""

    text: str
    events: dict[int, float]


def measure(shared: Path, nlp: Language | None = None) -> dict[str, float]:
    """The figures on UW's dev part."""
    found = list(sentences(shared))
    docs = (nlp or load()).pipe([sentence.text for sentence in found])
    return figures(pair for sentence, doc in zip(found, docs, strict=True) for pair in judged(sentence, doc))


def sentences(shared: Path) -> Iterator[Sentence]:
    """The corpus; its tokens stand between blanks and are counted."""
    with lzma.open(shared / _CORPUS, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            starts, at = [], 0
            for word in row["text"].split(" "):
                starts.append(at)
                at += len(word) + 1
            events = {starts[target["span1"][0]]: float(target["label"]) for target in row["targets"]}
            yield Sentence(row["text"], events)


def label(certainty: float) -> Standing:
    """The third of the scale in which a certainty lies."""
    return "asserted" if certainty > 1 else "denied" if certainty < -1 else "uncertain"


def judged(sentence: Sentence, doc: Doc) -> Iterator[tuple[Standing, Standing]]:
    """What the people and what we say of each event that heads a content; a word told twice is judged once."""
    page = Page(Report("r-1", "sentence", sentence.text), doc)
    heads: dict[int, Standing] = {}
    for statement in find_statements(page, find_voices(page), ()):
        head = head_of(page, statement)
        if head is not None:
            heads.setdefault(head.idx, standing(page, statement))
    for at, ours in heads.items():
        if at in sentence.events:
            yield label(sentence.events[at]), ours


def figures(pairs: Iterable[tuple[Standing, Standing]]) -> dict[str, float]:
    """The share that is right, the share of the commonest label, and the mean F1 of the labels that occur."""
    counts = Counter(pairs)
    true = Counter(gold for gold, _ in counts.elements())
    total = sum(counts.values())
    if not total:
        return {"factuality: right": 0.0, "factuality: commonest label": 0.0, "factuality: mean F1": 0.0}
    said = Counter(ours for _, ours in counts.elements())
    scores = [2 * counts[one, one] / (true[one] + said[one]) for one in _STANDINGS if true[one] + said[one]]
    return {
        "factuality: right": sum(counts[one, one] for one in _STANDINGS) / total,
        "factuality: commonest label": max(true.values()) / total,
        "factuality: mean F1": sum(scores) / len(scores),
    }
