"""Universal Dependencies: word classes, syntax and sentences."""

import lzma
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from onrecord.read import features
from onrecord.read.labels import UPOS
from training.article import IGNORED, Article

Row = list[str]
SEEN_OFTEN = 60
"""A relation subtype or a Penn tag seen less often in training is not worth an output of its own."""


def sentences(path: Path) -> Iterator[tuple[list[str], list[Row]]]:
    """The comments and the rows of each sentence of a CoNLL-U file."""
    comments: list[str] = []
    rows: list[Row] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#"):
                comments.append(line)
            elif line.strip():
                rows.append(line.rstrip("\n").split("\t"))
            elif rows:
                yield comments, rows
                comments, rows = [], []


def inventories(paths: list[Path]) -> tuple[list[str], list[str]]:
    """The Penn tags and the relations, subtypes where frequent, that the heads shall know."""
    tags: Counter[str] = Counter()
    relations: Counter[str] = Counter()
    for path in paths:
        for _, rows in sentences(path):
            tags.update(row[4] for row in rows if row[0].isdigit())
            relations.update(row[7] for row in rows if row[0].isdigit())
    plain = {name.split(":")[0] for name in relations}
    often = {name for name, count in relations.items() if count >= SEEN_OFTEN}
    return sorted(tag for tag, count in tags.items() if count >= 5), sorted(plain | often)


def read(path: Path, tags: list[str], relations: list[str]) -> list[Article]:
    """The documents of a treebank file with gold word classes, heads, relations and sentence starts."""
    return [_article(path.name, part, tags, relations) for part in _documents(path)]


def _documents(path: Path) -> Iterator[list[tuple[bool, list[Row]]]]:
    part: list[tuple[bool, list[Row]]] = []
    for comments, rows in sentences(path):
        if part and any(line.startswith("# newdoc") for line in comments):
            yield part
            part = []
        opens = not part or any(line.startswith("# newpar") for line in comments)
        part.append((opens, rows))
    if part:
        yield part


def _article(corpus: str, part: list[tuple[bool, list[Row]]], tags: list[str], relations: list[str]) -> Article:
    words: list[str] = []
    breaks: list[int] = []
    columns: dict[str, list[int]] = {key: [] for key in ("upos", "xpos", "head", "relation", "sentence")}
    spaced = True
    for opens, rows in part:
        base = len(words)
        plain = [row for row in rows if row[0].isdigit()]
        blanks = _spaces(rows)
        for at, row in enumerate(plain):
            words.append(row[1])
            breaks.append(features.NEW_LINE if opens and at == 0 else int(spaced))
            spaced = blanks[at]
            columns["upos"].append(UPOS.index(row[3]) if row[3] in UPOS else IGNORED)
            columns["xpos"].append(tags.index(row[4]) if row[4] in tags else IGNORED)
            columns["head"].append(base + (int(row[6]) - 1 if row[6] != "0" else at))
            name = row[7] if row[7] in relations else row[7].split(":")[0]
            columns["relation"].append(relations.index(name))
            columns["sentence"].append(int(at == 0))
    labels = {key: np.array(values, np.int64) for key, values in columns.items()}
    starts = np.flatnonzero(labels["sentence"])
    return Article(corpus, corpus, words, np.array(breaks, np.int8), labels, sentences=starts)


def _spaces(rows: list[Row]) -> list[bool]:
    """Whether white space follows each plain word, words of one multiword token being glued."""
    last, after = 0, True
    spaces: list[bool] = []
    for row in rows:
        if "-" in row[0]:
            last, after = int(row[0].split("-")[1]), "SpaceAfter=No" not in row[9]
        elif row[0].isdigit():
            at = int(row[0])
            spaces.append((at > last and "SpaceAfter=No" not in row[9]) or (at == last and after))
    return spaces
