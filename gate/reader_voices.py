"""Who said what: the reader's attributions against PolNeAR's, on whole articles and on sentences."""

import json
import lzma
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language

from onrecord.model.attribution import Attribution
from onrecord.read.spacing import doc_of

__all__ = ["articles", "sentences"]

ROLES = ("source", "cue", "content")
Span = tuple[int, int]
Whole = tuple[tuple[Span, ...], ...]


def articles(nlp: Language, corpora: Path) -> dict[str, float]:
    """F1 over the 84 development articles of PolNeAR, read from raw text, by character offsets.

    `exact`: a span counts if role, start and end are right; fragments with nothing but white space between them are one
    span, and a source shared by two attributions counts once. `overlap`: the share of each span that is covered, as in
    Pareti et al. 2013. `whole`: source, cue and content of one attribution are all the same characters. Where several
    people marked an article, the first by id is gold.
    """
    gold = list(_polnear(corpora / "polnear" / "polnear-train-dev.tar.xz"))
    tallies = {name: Tally() for name in (*ROLES, *(f"{role} overlap" for role in ROLES), "whole")}
    for doc, (text, wanted) in zip(nlp.pipe(text for text, _ in gold), gold, strict=True):
        found = [_parts(text, one) for one in doc._.attributions]
        for at, role in enumerate(ROLES):
            ours, theirs = ({span for one in part for span in one[at]} for part in (found, wanted))
            tallies[role].add(ours, theirs)
            tallies[f"{role} overlap"].add_shares(ours, theirs)
        tallies["whole"].add(set(found), set(wanted))
    return {f"article {name}": tally.f1() for name, tally in tallies.items()}


def sentences(nlp: Language, corpora: Path) -> dict[str, float]:
    """Exact span F1 for each label over CofeNet's validation sentences, one by one, in their given tokens.

    This is how others give figures for PolNeAR. It counts every marked span, linked or not, and every row of the file:
    a sentence of an article that several people marked stands there, and counts, once for each of them.
    """
    with lzma.open(corpora / "polnear" / "cofenet-valid.jsonl.xz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    docs = [doc_of(nlp.vocab, row["tokens"]) for row in rows]
    tallies = {role: Tally() for role in ROLES}
    for doc, row in zip(nlp.pipe(docs), rows, strict=True):
        wanted = set(_stretches(row["labels"]))
        found = {(span.label_, span.start, span.end) for span in doc.spans["onrecord"]}
        for role, tally in tallies.items():
            tally.add({one for one in found if one[0] == role}, {one for one in wanted if one[0] == role})
    return {f"sentence {role}": tally.f1() for role, tally in tallies.items()}


class Tally:
    """Hits over what was found and what was wanted."""

    def __init__(self) -> None:
        self._hits, self._recalled, self._found, self._wanted = 0.0, 0.0, 0, 0

    def add(self, found: set[Any], wanted: set[Any]) -> None:
        """Count things that are right or wrong."""
        hits = len(found & wanted)
        self._hits, self._recalled = self._hits + hits, self._recalled + hits
        self._found, self._wanted = self._found + len(found), self._wanted + len(wanted)

    def add_shares(self, found: set[Span], wanted: set[Span]) -> None:
        """Count spans by the share of them that is covered."""
        for begin, end in found:
            for first, last in wanted:
                common = max(0, min(end, last) - max(begin, first))
                self._hits += common / (end - begin)
                self._recalled += common / (last - first)
        self._found, self._wanted = self._found + len(found), self._wanted + len(wanted)

    def f1(self) -> float:
        """The harmonic mean of precision and recall, in per cent."""
        precision, recall = self._hits / max(1, self._found), self._recalled / max(1, self._wanted)
        return 200 * precision * recall / (precision + recall) if precision + recall else 0.0


def _parts(text: str, one: Attribution) -> Whole:
    return tuple(_joined(text, getattr(one, role)) for role in ROLES)


def _joined(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans trimmed and in order, those with only white space between them joined."""
    result: list[Span] = []
    for start, end in sorted(set(spans)):
        exact = text[start:end]
        begin, stop = start + len(exact) - len(exact.lstrip()), end - len(exact) + len(exact.rstrip())
        if begin >= stop:
            continue
        if result and not text[result[-1][1] : begin].strip():
            result[-1] = (result[-1][0], max(stop, result[-1][1]))
        else:
            result.append((begin, stop))
    return tuple(result)


def _polnear(archive: Path) -> Iterator[tuple[str, list[Whole]]]:
    files: dict[str, str] = {}
    with tarfile.open(archive) as tar:
        for member in tar:
            if member.isfile() and "/dev/" in member.name and (file := tar.extractfile(member)):
                files[member.name] = file.read().decode("utf-8")
    marked = sorted(name for name in files if name.endswith(".ann"))
    for name in sorted(name for name in files if name.endswith(".txt")):
        stem = Path(name).stem
        own = next(one for one in marked if Path(one).stem.rpartition("_")[0] == stem)
        yield files[name], _standoff(files[name], files[own])


def _standoff(text: str, lines: str) -> list[Whole]:
    spans: dict[str, list[Span]] = {}
    found: list[Whole] = []
    for line in lines.split("\n"):
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            places = rest.split("\t")[0].partition(" ")[2]
            spans[key] = [(int(a), int(b)) for a, b in (part.split() for part in places.split(";"))]
        elif key.startswith("E"):
            pairs = [pair.partition(":")[::2] for pair in rest.split()]
            found.append(
                tuple(
                    _joined(
                        text,
                        [span for kind, to in pairs if kind.lower().startswith(role) for span in spans.get(to, ())],
                    )
                    for role in ROLES
                )
            )
    return found


def _stretches(labels: list[str]) -> Iterator[tuple[str, int, int]]:
    begin = 0
    for at in range(1, len(labels) + 1):
        if at == len(labels) or labels[at] != f"I-{labels[begin][2:]}":
            if labels[begin] != "O":
                yield labels[begin][2:], begin, at
            begin = at
