"""Time expressions against TempEval-3's documents: found at all, and with the right value.

The documents of a part are read together, as those of a ledger are: one that was printed before counts its days from
then.

As in that task, an expression counts as found where it overlaps one of the corpus, and F1 of the values is that of the
found ones whose value is the same. Every third document, by the hash of its name, is the part to measure; the rest is
to work with.
"""

import hashlib
import re
import tarfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path
from types import MappingProxyType

from spacy.language import Language
from spacy.util import get_lang_class

from gate.timex import OVERNIGHT, timex_value
from onrecord.extract.times.find import meaning, scan_times
from onrecord.read import load
from onrecord.resolve.printed import Printed, counted_from

__all__ = ["Document", "documents", "measure", "score"]

_NONE: Mapping[tuple[str, int], date] = MappingProxyType({})
_CORPUS = "corpora/tempeval3/tbaq-cleaned-and-matres.tar.xz"
_TAG = re.compile(r"<[^>]+>")
_TIMEX = re.compile(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_CREATED = re.compile(r"<TIMEX3 (?=[^>]*CREATION_TIME)[^>]*value=\"(\d{4})-?(\d\d)-?(\d\d)")


@dataclass(frozen=True, slots=True)
class Document:
    """A news text of the corpus, the day it was written, and its time expressions with their TIMEX3 values."""

    name: str
    text: str
    written: date
    times: tuple[tuple[int, int, str], ...]

    @property
    def measured(self) -> bool:
        """Does it belong to the part that is kept for measuring?"""
        return hashlib.blake2b(self.name.encode()).digest()[0] % 3 == 0


def measure(shared: Path, nlp: Language | None = None) -> dict[str, float]:
    """Relaxed F1 and value F1 on the measured part, with the parses of the reader or of the pipeline given."""
    return score((found for found in documents(shared) if found.measured), nlp or load())


def documents(shared: Path) -> Iterator[Document]:
    """All documents of the corpus."""
    with tarfile.open(shared / _CORPUS) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.name.endswith(".tml") else None
            found = _document(Path(member.name).stem, file.read().decode("utf-8")) if file else None
            if found:
                yield found


def score(corpus: Iterable[Document], nlp: Language | None = None) -> dict[str, float]:
    """Relaxed F1 and value F1 of what the rules find in the documents; without `nlp` words alone tell the tense."""
    found = relaxed = right = gold = 0
    reader, texts = nlp or get_lang_class("en")(), list(corpus)
    first = counted_from(_printed(document) for document in texts)
    for document in texts:
        said = [(start, end, value) for start, end, value in read(document, reader, first) if value]
        pairs = list(_pairs(said, document.times))
        found, gold, relaxed = found + len(said), gold + len(document.times), relaxed + len(pairs)
        right += sum(a[2] == b[2] for a, b in pairs)
    total = max(1, found + gold)
    return {
        "times relaxed f1": round(2 * relaxed / total, 4),
        "times value f1": round(2 * right / total, 4),
        "times value accuracy": round(right / max(1, relaxed), 4),
    }


def _printed(document: Document) -> Printed:
    spans = tuple((time.start, time.end) for time in scan_times(document.text))
    return Printed(document.name, document.text, document.written, spans)


def read(
    document: Document, nlp: Language, first: Mapping[tuple[str, int], date] = _NONE
) -> Iterator[tuple[int, int, str]]:
    """Every time expression that the rules find in a document, with its TIMEX3 value.

    `first` has the days of those that were printed before, as `counted_from` gives them.
    """
    doc = nlp(document.text)
    for time in scan_times(document.text):
        value, tense = meaning(doc, document.text, time)
        two = value.startswith("range:(") and value != OVERNIGHT
        ends = value[:-1].removeprefix("range:(").split(",") if two else [value]
        day = first.get((document.name, time.start), document.written)
        width = (time.end - time.start) // len(ends)
        for place, end in enumerate(ends):
            start = time.start + place * width
            yield start, start + width, timex_value(end, tense, day)


def _pairs(
    said: list[tuple[int, int, str]], gold: tuple[tuple[int, int, str], ...]
) -> Iterator[tuple[tuple[int, int, str], tuple[int, int, str]]]:
    """Each of the corpus with the first said that overlaps it and is still free."""
    free = list(said)
    for right in gold:
        touching = [left for left in free if left[0] < right[1] and right[0] < left[1]]
        if touching:
            best = max(touching, key=lambda left: (left[2] == right[2], left[1] - left[0]))
            free.remove(best)
            yield best, right


def _document(name: str, marked: str) -> Document | None:
    """One file: marks taken out, offsets kept true to what is left."""
    created = _CREATED.search(marked)
    body = re.search(r"<TEXT>(.*?)</TEXT>", marked, re.DOTALL)
    if created is None or body is None:
        return None
    text, times, at = "", [], 0
    for match in _TIMEX.finditer(body[1]):
        text += unescape(_TAG.sub("", body[1][at : match.start()]))
        words = unescape(_TAG.sub("", match[2]))
        value = re.search(r'value="([^"]*)"', match[1])
        times.append((len(text), len(text) + len(words), value[1] if value else ""))
        text, at = text + words, match.end()
    text += unescape(_TAG.sub("", body[1][at:]))
    return Document(name, text, date(*(int(part) for part in created.groups())), tuple(times))
