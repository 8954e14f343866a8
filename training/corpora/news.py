"""Unlabelled news of the kind the reader is for; a teacher labels it."""

import json
import lzma
import random
import tarfile
from collections.abc import Iterator
from pathlib import Path

from training.article import Article
from training.plain import from_text

FILES = {
    "reports/korea-2018.jsonl.xz": 102,
    "reports/gaza-2012.jsonl.xz": 28,
    "reports/syria-ceasefire-2016.jsonl.xz": 13,
    "reports/ukraine-2014-2015.jsonl.xz": 110,
    "reports/iran-2013-2015.jsonl.xz": 140,
    "reports/mixed-10k.jsonl.xz": 150,
    "readouts/readouts-outside-window.jsonl.xz": 120,
}
"""How many texts of each file are taken."""
LONGEST = 9_000
"""Characters kept of one text: the rest of a long one is more of the same."""
MPQA_TEXTS = 120


def read(corpora: Path, *, seed: int, share: float = 1.0) -> list[Article]:
    """A fixed sample of the news, without labels."""
    rng = random.Random(seed)
    articles = []
    for file, count in FILES.items():
        rows = _rows(corpora / file)
        for row in rng.sample(rows, min(len(rows), max(1, int(count * share)))):
            articles.append(_article(file, f"{row['title']}\n\n{row['text']}"))
    old = list(_mpqa(corpora / "mpqa" / "mpqa2-without-axisofevil-taiwan.tar.xz"))
    for text in rng.sample(old, int(MPQA_TEXTS * share)):
        articles.append(_article("mpqa", text))
    return articles


def _article(corpus: str, text: str) -> Article:
    article, _ = from_text(corpus, corpus, text[:LONGEST])
    return article


def _rows(path: Path) -> list[dict[str, str]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _mpqa(path: Path) -> Iterator[str]:
    with tarfile.open(path) as tar:
        for member in tar:
            parts = Path(member.name).parts
            if member.isfile() and "docs" in parts and (file := tar.extractfile(member)):
                yield file.read().decode("utf-8", "replace")
