"""Unlabelled news of the kind the reader is for; a teacher labels it."""

import json
import lzma
import random
import tarfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from training.article import Article
from training.plain import from_text

EVERY = 10**6
FEW: Mapping[str, int] = {
    "reports/korea-2018.jsonl.xz": 102,
    "reports/gaza-2012.jsonl.xz": 28,
    "reports/syria-ceasefire-2016.jsonl.xz": 13,
    "reports/ukraine-2014-2015.jsonl.xz": 110,
    "reports/iran-2013-2015.jsonl.xz": 140,
    "reports/mixed-10k.jsonl.xz": 150,
    "readouts/readouts-outside-window.jsonl.xz": 120,
}
"""How many texts of each file are taken where every head's first teacher labels them."""
MANY: Mapping[str, int] = {
    "reports/korea-2018.jsonl.xz": EVERY,
    "reports/gaza-2012.jsonl.xz": EVERY,
    "reports/syria-ceasefire-2016.jsonl.xz": EVERY,
    "reports/ukraine-2014-2015.jsonl.xz": EVERY,
    "reports/iran-2013-2015.jsonl.xz": 300,
    "reports/mixed-10k.jsonl.xz": 1500,
    "readouts/readouts-outside-window.jsonl.xz": 200,
}
"""The same for the last teacher, who labels them whole for a student that reads their paragraphs alone."""
LONGEST = 9_000
"""Characters kept of one text: the rest of a long one is more of the same."""
SHORTER = 6_000
"""The same where many texts are taken."""
MPQA_TEXTS = 120


def read(corpora: Path, *, seed: int, counts: Mapping[str, int] = FEW, longest: int = LONGEST) -> list[Article]:
    """A fixed sample of the news, without labels; of a long text its first `longest` characters."""
    rng = random.Random(seed)
    articles = []
    for file, count in counts.items():
        rows = _rows(corpora / file)
        for row in rng.sample(rows, min(len(rows), count)):
            articles.append(_article(file, f"{row['title']}\n\n{row['text']}", longest))
    old = list(_mpqa(corpora / "mpqa" / "mpqa2-without-axisofevil-taiwan.tar.xz"))
    for text in rng.sample(old, MPQA_TEXTS):
        articles.append(_article("mpqa", text, longest))
    return articles


def _article(corpus: str, text: str, longest: int) -> Article:
    article, _ = from_text(corpus, corpus, text[:longest])
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
