"""Names of persons, places, organisations and the rest: CoNLL-2003 and the politics part of CrossNER."""

import lzma
from pathlib import Path

import numpy as np

from onrecord.read import features
from onrecord.read.labels import NAMES
from onrecord.read.spacing import spaced
from training.article import Article

KIND_OF = {
    **dict.fromkeys(("person", "politician"), "PERSON"),
    **dict.fromkeys(("location", "country"), "LOC"),
    **dict.fromkeys(("organisation", "politicalparty"), "ORG"),
    **dict.fromkeys(("misc", "election", "event"), "MISC"),
}
SENTENCES_A_PART = 400


def read(path: Path) -> list[Article]:
    """Sentences in their order, as long articles with gold names and sentence starts for the windows."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        blocks = [block.strip("\n").split("\n") for block in file.read().split("\n\n") if block.strip()]
    parts = [blocks[at : at + SENTENCES_A_PART] for at in range(0, len(blocks), SENTENCES_A_PART)]
    return [_article(path.name, part) for part in parts]


def _article(corpus: str, part: list[list[str]]) -> Article:
    words: list[str] = []
    breaks: list[int] = []
    tags: list[int] = []
    starts: list[int] = []
    for block in part:
        rows = [line.split("\t") for line in block]
        starts.append(len(words))
        own = [row[0] for row in rows]
        breaks += [features.NEW_LINE, *spaced(own)[1:]]
        words += own
        tags += [NAMES.index(_name(row[1])) for row in rows]
    labels = {"name": np.array(tags, np.int64)}
    return Article(corpus, corpus, words, np.array(breaks, np.int8), labels, sentences=np.array(starts))


def _name(tag: str) -> str:
    return tag if tag == "O" else tag[:2] + KIND_OF[tag[2:]]
