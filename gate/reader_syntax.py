"""Word classes, trees, sentence ends and names against treebanks, and on news against another parser."""

import json
import lzma
import tarfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from gate.reader_voices import Tally
from onrecord.read.spacing import doc_of

__all__ = ["names", "silver", "treebank"]

RELATIONS = ("nsubj", "dobj", "det")
KINDS = {"person": "PERSON", "location": "LOC", "organisation": "ORG", "misc": "MISC"}


@dataclass(slots=True)
class Tree:
    """A document of a treebank: words with what follows each, classes, heads by word, relations, sentence starts."""

    words: list[str] = field(default_factory=list)
    blanks: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    starts: set[int] = field(default_factory=set)


def treebank(nlp: Language, corpora: Path, name: str) -> dict[str, float]:
    """UPOS, UAS and LAS over all words, punctuation included, and F1 of sentence starts, on a UD development set.

    Gold words, predicted sentences; LAS by universal relations, subtypes left out; finding the first sentence of a
    document does not count.
    """
    trees = list(_documents(corpora / "ud" / f"en_{name}-ud-dev.conllu.xz"))
    right: Counter[str] = Counter()
    starts = Tally()
    docs = nlp.pipe(_doc(nlp.vocab, tree) for tree in trees)
    for doc, tree in zip(docs, trees, strict=True):
        words = [token for token in doc if not token.is_space]
        number = {token.i: at for at, token in enumerate(words)}
        starts.add({at for at, token in enumerate(words) if token.is_sent_start} - {0}, tree.starts - {0})
        for at, token in enumerate(words):
            headed = number[token.head.i] == tree.heads[at]
            right["words"] += 1
            right["UPOS"] += token.pos_ == tree.upos[at]
            right["UAS"] += headed
            right["LAS"] += headed and token.dep_.lower().split(":")[0] == tree.relations[at]
    shares = {f"{name} {key}": 100 * right[key] / right["words"] for key in ("UPOS", "UAS", "LAS")}
    return {**shares, f"{name} sentences": starts.f1()}


def silver(nlp: Language, corpora: Path) -> dict[str, float]:
    """Per cent of CoreNLP's subjects, objects and determiners in PolNeAR's dev articles with the same head here.

    Silver, and another scheme of relations, so below 100 even where right; it shows whether parses of news hold, which
    a treebank's own development set does not. Pairs whose two words have the same offsets in both are counted.
    """
    texts = _texts(corpora / "polnear" / "polnear-train-dev.tar.xz")
    with lzma.open(corpora / "polnear" / "polnear-dev-corenlp.jsonl.xz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    agreed: Counter[str] = Counter()
    counted: Counter[str] = Counter()
    for doc, row in zip(nlp.pipe(texts[row["doc"]] for row in rows), rows, strict=True):
        here = {(token.idx, token.idx + len(token)): token for token in doc}
        for sentence in row["sentences"]:
            tokens = sentence["tokens"]
            for begin, end, _, _, _, head, relation in tokens:
                if relation not in RELATIONS or head < 0:
                    continue
                child, parent = here.get((begin, end)), here.get((tokens[head][0], tokens[head][1]))
                if child is not None and parent is not None:
                    counted[relation] += 1
                    agreed[relation] += child.head.i == parent.i
    return {f"silver {name}": 100 * agreed[name] / counted[name] for name in RELATIONS}


def names(nlp: Language, corpora: Path) -> dict[str, float]:
    """Exact F1 of names (PERSON, LOC, ORG, MISC together) on CoNLL-2003's development sentences, one by one."""
    with lzma.open(corpora / "entities" / "crossner-conll2003-dev.tsv.xz", "rt", encoding="utf-8") as file:
        blocks = [block.strip("\n").split("\n") for block in file.read().split("\n\n") if block.strip()]
    rows = [[line.split("\t") for line in block] for block in blocks]
    tally = Tally()
    docs = nlp.pipe(doc_of(nlp.vocab, [row[0] for row in one]) for one in rows)
    for doc, one in zip(docs, rows, strict=True):
        found = {(span.label_, span.start, span.end) for span in doc.ents}
        tally.add(found, set(_named([row[1] for row in one])))
    return {"conll names": tally.f1()}


def _named(tags: list[str]) -> Iterator[tuple[str, int, int]]:
    begin = 0
    for at in range(1, len(tags) + 1):
        if at == len(tags) or tags[at] != f"I-{tags[begin][2:]}":
            if tags[begin] != "O":
                yield KINDS[tags[begin][2:]], begin, at
            begin = at


def _texts(archive: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    with tarfile.open(archive) as tar:
        for member in tar:
            if "/dev/text/" in member.name and (file := tar.extractfile(member)):
                found[Path(member.name).stem] = file.read().decode("utf-8")
    return found


def _doc(vocab: Vocab, tree: Tree) -> Doc:
    words: list[str] = []
    spaces: list[bool] = []
    for word, blank in zip(tree.words, tree.blanks, strict=True):
        words.append(word)
        spaces.append(blank == " ")
        if blank == "\n":
            words.append("\n\n")
            spaces.append(False)
    return Doc(vocab, words=words, spaces=spaces)


def _documents(path: Path) -> Iterator[Tree]:
    tree = Tree()
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        while block := list(iter(lambda: lines.readline().rstrip("\n"), "")):
            comments = [line for line in block if line.startswith("#")]
            if tree.words and any(line.startswith("# newdoc") for line in comments):
                yield tree
                tree = Tree()
            if tree.words and any(line.startswith("# newpar") for line in comments):
                tree.blanks[-1] = "\n"
            _add(tree, [line.split("\t") for line in block if not line.startswith("#")])
    yield tree


def _add(tree: Tree, rows: list[list[str]]) -> None:
    base, last, glued = len(tree.words), 0, False
    tree.starts.add(base)
    for row in rows:
        if "-" in row[0]:
            last, glued = int(row[0].split("-")[1]), "SpaceAfter=No" in row[9]
        elif row[0].isdigit():
            number = int(row[0])
            tight = number < last or (glued if number == last else "SpaceAfter=No" in row[9])
            tree.words.append(row[1])
            tree.blanks.append("" if tight else " ")
            tree.upos.append(row[3])
            tree.heads.append(base + (int(row[6]) - 1 if row[6] != "0" else number - 1))
            tree.relations.append(row[7].split(":")[0])
