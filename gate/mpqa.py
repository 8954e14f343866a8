"""Nested sources on MPQA 2.0: is the chain of voices of a speech event the one that was marked by hand?

An event counts where it is speech with words of its own: every objective speech event, and every direct subjective one
whose span holds a verb or noun of communication; each source of it but the writer must stand somewhere in the text. It
is found where a cue of ours, of the reader or of the rules for inner voices, overlaps its words. Its chain is right
where ours has as many voices and each has a mention that overlaps a span of the marked source, wherever in the text
that source is marked: coreference counts. Depth counts the writer, so 2 is one voice and 3 is "A says that B says".
Every third document, by the hash of its name, is the part to measure; the rest is to work with.
"""

import hashlib
import re
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from gate.mpqa_marks import Event, events_of
from onrecord.extract.page import Page
from onrecord.extract.statements.levels import nested
from onrecord.extract.voices.find import find_voices
from onrecord.model.report import Report
from onrecord.read import load

__all__ = ["Document", "Judged", "documents", "figures", "judge", "measure"]

_CORPUS = "corpora/mpqa/mpqa2-without-axisofevil-taiwan.tar.xz"
_PLACE = re.compile(r"mpqa2/(docs|man_anns)/([^/]+/[^/]+)(?:/gateman\.mpqa\.lre\.2\.0)?$")
_DEEPEST = 4
_SPOKEN = "ula/"

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A text of the corpus with its speech events."""

    name: str
    text: str
    events: tuple[Event, ...]

    @property
    def measured(self) -> bool:
        """Does it belong to the part that is kept for measuring?"""
        return hashlib.blake2b(self.name.encode()).digest()[0] % 3 == 0


@dataclass(frozen=True, slots=True)
class Judged:
    """One event: its depth with the writer, whether a cue of ours is at it, and whether the chain is right."""

    depth: int
    found: bool
    right: bool


def measure(shared: Path, nlp: Language | None = None) -> dict[str, float]:
    """Shares by depth on the measured part, from 0 to 1."""
    return figures(judge((one for one in documents(shared) if one.measured), nlp or load()))


def figures(judged: Iterable[Judged]) -> dict[str, float]:
    """Of the events of a depth: the share found, the share of those whose chain is right, and both together."""
    every, found = list(judged), {}
    for depth in range(2, _DEEPEST + 1):
        here = [one for one in every if min(one.depth, _DEEPEST) == depth]
        name = f"depth {depth}" if depth < _DEEPEST else f"depth {depth} and more"
        found[f"{name}: found"] = _share([one.found for one in here])
        found[f"{name}: chain right of the found"] = _share([one.right for one in here if one.found])
    inner = [one for one in every if one.depth > 2]
    found["nested: chain right of the found"] = _share([one.right for one in inner if one.found])
    found["nested: found and chain right"] = _share([one.right for one in inner])
    return found


def _share(of: list[bool]) -> float:
    return round(sum(of) / len(of), 4) if of else 1.0


def judge(texts: Iterable[Document], nlp: Language) -> Iterator[Judged]:
    """Each event of each document beside what we read there."""
    known = list(texts)
    for document, doc in zip(known, nlp.pipe([one.text for one in known]), strict=True):
        page = Page(Report("r-mpqa", document.name, document.text), doc)
        voices = find_voices(page)
        ours = [(one.attribution.cue, one.attribution.source, one.chain) for one in nested(page, voices)]
        for event in document.events:
            at = [(source, chain) for cue, source, chain in ours if _touches(cue, event.cue)]
            chains = [
                [tuple((one.start, one.end) for one in voices.found[number].mentions) for number in chain]
                for _, chain in at
            ]
            for (source, _), chain in zip(at, chains, strict=True):
                if chain:
                    chain[-1] = (*chain[-1], *source)
            yield Judged(len(event.sources) + 1, bool(at), any(_agree(chain, event.sources) for chain in chains))


def _agree(chain: list[Spans], sources: tuple[Spans, ...]) -> bool:
    return len(chain) == len(sources) and all(map(_touch, chain, sources))


def _touch(ours: Spans, marked: Spans) -> bool:
    return any(a < d and c < b for a, b in ours for c, d in marked)


def _touches(cue: Spans, marked: tuple[int, int]) -> bool:
    return _touch(cue, (marked,))


def documents(shared: Path) -> Iterator[Document]:
    """All documents of the corpus that have both text and marks, in name order."""
    texts, marks = dict[str, str](), dict[str, str]()
    with tarfile.open(shared / _CORPUS) as archive:
        for member in archive:
            place = _PLACE.match(member.name.removeprefix("./"))
            file = archive.extractfile(member) if place and member.isfile() else None
            if place and file:
                into = texts if place[1] == "docs" else marks
                into[place[2]] = file.read().decode("utf-8", "replace")
    for name in sorted(texts.keys() & marks.keys()):
        if name.startswith(_SPOKEN):
            continue
        yield Document(name, texts[name], tuple(events_of(texts[name], marks[name])))
