"""Which mentions of events are of one event, over different articles: ECB+ dev, gold mentions, the CoNLL score.

A guide, not our task: ECB+ joins single words for events ("quake", "shook"), the ledger whole statements. A mention is
taken apart with what linking uses: its word as stem and class of action, meanings of the word and of its sentence, who
and what stands beside it, the days named, and the names and words of its document. Only mentions that share a stem, a
class of action or a near meaning are compared. Measured twice: over all documents at once, no topic looked at, and
within the subtopics that the names of the documents give, as most published figures are. The weights were fitted on the
train part (`python -m gate.ecb`), and so were the odds from which two are joined, best pair first.
"""

import json
import lzma
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from gate.conll import b_cubed, ceaf, conll, f1, muc
from onrecord.extract.times.find import scan_times
from onrecord.link.clusters import cluster
from onrecord.link.concepts import actions, concepts
from onrecord.read import load
from onrecord.text.stem import stem

__all__ = ["ANYWHERE", "FEATURES", "WITHIN", "Mention", "features", "fit", "groups", "measure", "mentions"]

FEATURES: Final = (
    "same stem", "same class", "words near", "sentences near", "names beside", "words beside", "other words beside",
    "days in common", "other days", "documents alike", "names of documents alike", "same document", "same sentence",
)  # fmt: skip
ANYWHERE: Final = (
    0.596, -0.247, 1.865, 1.113, -0.168, 0.579, -0.360, -0.096, -0.012, 5.257, 2.953, -2.708, -3.135, -6.706,
)  # fmt: skip
"""A weight a feature, and last the constant: the odds, as a logarithm, that two mentions are of one event."""
WITHIN: Final = (
    0.525, 0.731, 3.311, -0.812, 0.126, 0.566, -0.130, -0.014, 0.046, 1.530, 0.364, -0.501, -2.410, -2.580,
)  # fmt: skip
"""The same where only mentions of one subtopic are compared."""
JOINS: Final[Mapping[tuple[float, ...], float]] = {ANYWHERE: -0.5, WITHIN: 0.0}
LOOSE: Final = 2.5  # a pair across two groups whose odds are below minus this keeps them apart
NEAR: Final = 0.55  # cosine of two words' meanings from which they are compared though they are of different stems


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of an event, taken apart; `place` is its number among the mentions of the corpus."""

    place: int
    chain: str
    document: str
    sentence: tuple[str, int]
    stem: str
    classes: frozenset[str]
    word: NDArray[np.float32]
    around: NDArray[np.float32]
    beside: frozenset[str]
    names: frozenset[str]
    days: frozenset[str]
    document_words: frozenset[str]
    document_names: frozenset[str]

    @property
    def subtopic(self) -> str:
        """Of a document "12_3ecbplus" the "12 ecbplus"."""
        topic, _, rest = self.document.partition("_")
        return f"{topic} {rest.lstrip('0123456789')}"


def measure(shared: Path, nlp: Language | None = None) -> dict[str, float]:
    """The scores on the dev part, from 0 to 1, and that of joining what has one stem in all documents alike."""
    held = mentions(shared, "dev", nlp or load())
    gold, near = chains(held), groups(held, WITHIN)
    return {
        "events: CoNLL F1": round(conll(gold, groups(held, ANYWHERE)), 4),
        "events: CoNLL F1, same stem": round(conll(gold, grouped(held, [one.stem for one in held])), 4),
        "events by subtopic: CoNLL F1": round(conll(gold, near), 4),
        "events by subtopic: MUC": round(f1(muc(gold, near)), 4),
        "events by subtopic: B-cubed": round(f1(b_cubed(gold, near)), 4),
        "events by subtopic: CEAF-e": round(f1(ceaf(gold, near)), 4),
        "events by subtopic: CoNLL F1, same stem": round(
            conll(gold, grouped(held, [f"{one.stem} {one.subtopic}" for one in held])), 4
        ),
    }


def chains(held: Sequence[Mention]) -> list[list[int]]:
    """The mentions by the events that the corpus gives them."""
    return grouped(held, [one.chain for one in held])


def grouped(held: Sequence[Mention], keys: Sequence[str]) -> list[list[int]]:
    """The mentions by a key of each."""
    found: dict[str, list[int]] = defaultdict(list)
    for one, key in zip(held, keys, strict=True):
        found[key].append(one.place)
    return list(found.values())


def groups(held: Sequence[Mention], weights: tuple[float, ...], joins: float | None = None) -> list[list[int]]:
    """The mentions by event as linking's features tell, joined as linking joins: best pair first, none against odds."""
    known, least = scored(held, weights), JOINS.get(weights, 0.0) if joins is None else joins
    wanted = [(score, i, j) for (i, j), score in known.items() if score >= least]

    def allowed(i: int, j: int) -> bool:
        return known.get((min(i, j), max(i, j)), 0.0) > -LOOSE

    return cluster(len(held), wanted, allowed)


def scored(held: Sequence[Mention], weights: tuple[float, ...]) -> dict[tuple[int, int], float]:
    """The odds, as a logarithm, of every pair that is compared."""
    pairs = candidates(held, within=weights == WITHIN)
    if not pairs:
        return {}
    table = np.array([features(held[i], held[j]) for i, j in pairs])
    odds = table @ np.array(weights[:-1]) + weights[-1]
    return {pair: float(score) for pair, score in zip(pairs, odds, strict=True)}


def candidates(held: Sequence[Mention], *, within: bool) -> list[tuple[int, int]]:
    """Pairs that share a stem or a class of action, or whose words are near in meaning; `within` a subtopic alone."""
    filed: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(held):
        for key in (f"stem {one.stem}", *(f"class {name}" for name in sorted(one.classes))):
            filed[key].append(i)
    found = {pair for block in filed.values() for pair in combinations(block, 2)}
    words = np.stack([one.word for one in held]) if held else np.zeros((0, 1), np.float32)
    rows, columns = np.nonzero(np.triu(words @ words.T >= NEAR, 1))
    found |= set(zip(rows.tolist(), columns.tolist(), strict=True))
    return sorted(pair for pair in found if not within or held[pair[0]].subtopic == held[pair[1]].subtopic)


def features(one: Mention, other: Mention) -> tuple[float, ...]:
    """The features of a pair, in the order of FEATURES."""
    days = bool(one.days and other.days)
    return (
        float(one.stem == other.stem),
        float(bool(one.classes & other.classes)),
        float(one.word @ other.word),
        float(one.around @ other.around),
        _share(one.names, other.names),
        _share(one.beside, other.beside),
        float(bool(one.beside and other.beside and not one.beside & other.beside)),
        float(days and bool(one.days & other.days)),
        float(days and not one.days & other.days),
        _share(one.document_words, other.document_words),
        _share(one.document_names, other.document_names),
        float(one.document == other.document),
        float(one.sentence == other.sentence),
    )


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Of the smaller set the share that is in the larger."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0


def mentions(shared: Path, part: str, nlp: Language) -> list[Mention]:
    """The event mentions of a part of the corpus, "train" or "dev", in its order."""
    corpus = shared / "corpora" / "ecbplus"
    rows: dict[str, list[Mapping[str, object]]] = defaultdict(list)
    for row in _lines(corpus / f"ecb-{part}-event-mentions.jsonl.xz"):
        found = json.loads(row)
        rows[found["doc_id"]].append(found)
    texts = dict(_documents(_lines(corpus / f"ecb-{part}-corpus.txt.xz")))
    docs = nlp.pipe([texts[name][0] for name in rows])
    held: list[Mention] = []
    for (name, own), doc in zip(rows.items(), docs, strict=True):
        held += _in_document(name, own, doc, texts[name][1], len(held))
    return held


def _lines(path: Path) -> Iterator[str]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from (line.rstrip("\n") for line in lines)


Offsets = Mapping[tuple[int, int], tuple[int, int]]


def _documents(lines: Iterable[str]) -> Iterator[tuple[str, tuple[str, Offsets]]]:
    """Name, text (a line a sentence) and where each (sentence, token) stands in it."""
    name, text, last = "", "", -1
    places: dict[tuple[int, int], tuple[int, int]] = {}
    for line in lines:
        parts = line.split("\t")
        if len(parts) < 4:
            continue
        if parts[0] != name:
            if name:
                yield name, (text, places)
            name, text, places, last = parts[0], "", {}, -1
        sentence, token = int(parts[1]), int(parts[2])
        text += "" if not text else " " if sentence == last else "\n"
        places[sentence, token] = (len(text), len(text) + len(parts[3]))
        text, last = text + parts[3], sentence
    if name:
        yield name, (text, places)


def _in_document(
    name: str, rows: Sequence[Mapping[str, object]], doc: Doc, places: Offsets, before: int
) -> Iterator[Mention]:
    words, names = _concepts(doc), _names(doc)
    vectors = doc._.meaning
    for number, row in enumerate(rows):
        sentence, tokens = int(str(row["sent_id"])), [int(str(one)) for one in row["tokens_number"]]  # type: ignore[attr-defined]
        spans = [places[sentence, token] for token in tokens]
        span = doc.char_span(spans[0][0], spans[-1][1], alignment_mode="expand") or doc[0:1]
        whole = span.sent
        head = span.root
        near = list(_near(head))
        yield Mention(
            place=before + number,
            chain=str(row["coref_chain"]),
            document=name,
            sentence=(name, sentence),
            stem=stem(head.lemma_),
            classes=actions(span.text),
            word=_unit(vectors[span.start : span.end].sum(0)),
            around=_unit(vectors[whole.start : whole.end].sum(0)),
            beside=frozenset(stem(word.lemma_) for word in near if not word.is_stop) - {stem(head.lemma_)},
            names=frozenset(stem(word.text) for word in near if word.ent_type_),
            days=frozenset(time.value for time in scan_times(whole.text)),
            document_words=words,
            document_names=names,
        )


def _near(head: Token) -> Iterator[Token]:
    """The nouns and names that hang on a word, or on which it hangs."""
    for kid in (*head.subtree, *([head.head, *head.head.children] if head.pos_ in ("NOUN", "PROPN") else [])):
        if kid.pos_ in ("NOUN", "PROPN", "NUM") and kid.i != head.i:
            yield kid


def _concepts(doc: Doc) -> frozenset[str]:
    return concepts(doc.text)


def _names(doc: Doc | DocSpan) -> frozenset[str]:
    return frozenset(stem(word.text) for word in doc if word.ent_type_)


def _unit(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    length = float(np.linalg.norm(vector))
    found: NDArray[np.float32] = vector / np.float32(length) if length else vector
    return found


def fit(held: Sequence[Mention], *, within: bool, rounds: int = 400, keep: float = 1e-3) -> tuple[float, ...]:
    """The weights of a logistic regression over all candidate pairs, in closed steps (Newton's)."""
    pairs = candidates(held, within=within)
    table = np.array([(*features(held[i], held[j]), 1.0) for i, j in pairs])
    true = np.array([held[i].chain == held[j].chain for i, j in pairs], float)
    weights = np.zeros(table.shape[1])
    for _ in range(rounds):
        chance = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        slope = table.T @ (chance - true) + keep * weights
        bend = (table * (chance * (1 - chance))[:, None]).T @ table + keep * np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return tuple(round(float(weight), 3) for weight in weights)


def main() -> None:
    """Print the weights of the train part, and the sum from which joining gives it the best score."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    held = mentions(shared, "train", load())
    gold = chains(held)
    for within, kept in ((False, ANYWHERE), (True, WITHIN)):
        print("within subtopics" if within else "over all documents")
        for name, weight, now in zip((*FEATURES, "constant"), fit(held, within=within), kept, strict=True):
            print(f"{weight:8.3f} ({now:8.3f})  {name}")
        for joins in (-1.0, -0.5, 0.0, 0.5):
            print(f"joins from {joins}: CoNLL F1 {conll(gold, groups(held, kept, joins)):.4f} on the train part")


if __name__ == "__main__":
    main()
