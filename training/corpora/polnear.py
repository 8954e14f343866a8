"""PolNeAR: attributions marked by hand in US political news, read from brat stand-off."""

import json
import lzma
import tarfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.read.labels import ATTRIBUTION, ROLES
from training.article import IGNORED, Article, Voices
from training.plain import from_spans, from_text

Span = tuple[int, int]
Marked = dict[str, list[Span]]
"""One attribution: its fragments by role."""
Numbered = dict[str, NDArray[np.int64]]
"""One attribution: its word numbers by role, in order."""


def texts(archive: Path, part: str) -> Iterator[tuple[str, str, list[list[Marked]]]]:
    """Name, text and the attributions of every annotator (by id) of each article of `part` (train or dev)."""
    bodies: dict[str, str] = {}
    marks: dict[str, dict[str, list[Marked]]] = defaultdict(dict)
    with tarfile.open(archive) as tar:
        for member in tar:
            path = Path(member.name)
            if not member.isfile() or part not in path.parts or (file := tar.extractfile(member)) is None:
                continue
            if path.suffix == ".txt":
                bodies[path.stem] = file.read().decode("utf-8")
            elif path.suffix == ".ann":
                name, _, annotator = path.stem.rpartition("_")
                marks[name][annotator] = attributions(file.read().decode("utf-8"))
    for name in sorted(bodies):
        yield name, bodies[name], [one for _, one in sorted(marks[name].items())]


def attributions(standoff: str) -> list[Marked]:
    """The attributions of one stand-off file."""
    spans: dict[str, list[Span]] = {}
    events: list[list[tuple[str, str]]] = []
    for line in standoff.split("\n"):
        columns = line.split("\t")
        if len(columns) < 2:
            continue
        if line.startswith("T"):
            _, _, fragments = columns[1].partition(" ")
            spans[columns[0]] = [_span(fragment) for fragment in fragments.split(";")]
        elif line.startswith("E"):
            events.append([_argument(pair) for pair in columns[1].split()])
    found = []
    for event in events:
        one: Marked = {role: [] for role in ROLES}
        for role, target in event:
            if role in one:
                one[role] += spans.get(target, [])
        found.append(one)
    return found


def _span(fragment: str) -> Span:
    start, end = fragment.split()
    return int(start), int(end)


def _argument(pair: str) -> tuple[str, str]:
    role, _, target = pair.partition(":")
    return role.rstrip("0123456789").lower(), target


def read(archive: Path, part: str) -> list[Article]:
    """Whole articles in spaCy's words with gold attributions."""
    articles = []
    for name, text, annotators in texts(archive, part):
        article, ends = from_text(name, f"polnear-{part}", text)
        article.voices = [voices(marked, ends) for marked in annotators]
        articles.append(article)
    return articles


def read_sentences(archive: Path, silver: Path, part: str) -> list[Article]:
    """The same articles in CoreNLP's words, cut at its sentences: how others give this corpus."""
    with lzma.open(silver, "rt", encoding="utf-8") as lines:
        given = {one["doc"]: one["sentences"] for one in map(json.loads, lines)}
    articles = []
    for name, text, annotators in texts(archive, part):
        if name not in given:
            continue
        spans = [(word[0], word[1]) for one in given[name] for word in one["tokens"]]
        article, ends = from_spans(name, f"polnear-{part}-sentences", text, spans)
        lengths = [len(one["tokens"]) for one in given[name]]
        article.sentences = np.cumsum([0, *lengths[:-1]])
        article.voices = [voices(marked, ends) for marked in annotators]
        articles.append(article)
    return articles


def voices(marked: list[Marked], spans: NDArray[np.int64]) -> Voices:
    """Labels of one annotator's attributions over words with the given offsets; cue wins over source over content."""
    count = len(spans)
    owner = np.full(count, -1, np.int64)
    role_of = np.full(count, -1, np.int64)
    result = Voices(np.zeros(count, np.int64), np.full(count, IGNORED, np.int64), np.full(count, IGNORED, np.int64))
    numbered = [{role: _words_in(one[role], spans) for role in ROLES} for one in marked]
    for role in ("content", "source", "cue"):
        for at, one in enumerate(numbered):
            free = one[role][role_of[one[role]] != ROLES.index(role)]
            owner[free], role_of[free] = at, ROLES.index(role)
    _tag(result.tags, owner, role_of)
    _link(result, numbered, owner, role_of)
    return result


def _words_in(fragments: list[Span], spans: NDArray[np.int64]) -> NDArray[np.int64]:
    if not fragments or not len(spans):
        return np.zeros(0, np.int64)
    parts = [
        np.arange(np.searchsorted(spans[:, 1], start, "right"), np.searchsorted(spans[:, 0], end, "left"))
        for start, end in fragments
    ]
    return np.unique(np.concatenate(parts))


def _tag(tags: NDArray[np.int64], owner: NDArray[np.int64], role_of: NDArray[np.int64]) -> None:
    marked = role_of >= 0
    same = np.zeros(len(tags), bool)
    same[1:] = (owner[1:] == owner[:-1]) & (role_of[1:] == role_of[:-1])
    tags[marked] = (1 + 2 * role_of + same)[marked]


def _link(result: Voices, numbered: list[Numbered], owner: NDArray[np.int64], role_of: NDArray[np.int64]) -> None:
    cue, source = ROLES.index("cue"), ROLES.index("source")
    begins = np.isin(result.tags, [at for at, tag in enumerate(ATTRIBUTION) if tag[0] == "B"])
    opened = np.maximum.accumulate(np.where(begins, np.arange(len(begins)), 0))
    for at, one in enumerate(numbered):
        own = one["cue"][(owner[one["cue"]] == at) & (role_of[one["cue"]] == cue)]
        if not len(own):
            continue
        result.cue_of[(owner == at) & (role_of != cue)] = own[0]
        heard = one["source"][role_of[one["source"]] == source]
        result.source_of[own[0]] = opened[heard[0]] if len(heard) else own[0]
