"""The marks of MPQA: speech events with the spans of each of their nested sources."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from onrecord.extract.statements.cues import vocabulary

__all__ = ["Event", "events_of"]

_KINDS = ("GATE_objective-speech-event", "GATE_direct-subjective")
_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("s", ""),
    ("es", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("d", ""),
)
_FORMS = {"said": "say", "told": "tell", "wrote": "write", "spoke": "speak", "denied": "deny", "swore": "swear"}
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Event:
    """The words of a speech event, and for each of its sources, outermost first, all spans of it in the text."""

    cue: tuple[int, int]
    sources: tuple[tuple[tuple[int, int], ...], ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    kind: str
    start: int
    end: int
    facts: dict[str, str]

    @property
    def chain(self) -> list[str]:
        """The ids of its nested sources without the writer; one who tells of his own words counts once."""
        ids = [one.strip() for one in self.facts.get("nested-source", "").split(",") if one.strip()][1:]
        return [one for one, _ in groupby(ids)]


def events_of(text: str, lines: str) -> Iterator[Event]:
    """The speech events of a document that have words and whose every source has some too."""
    marks = list(_marks(lines))
    spans = defaultdict[str, list[tuple[int, int]]](list)
    for mark in marks:
        name = mark.facts.get("id") or next(reversed(mark.chain), None)
        if mark.kind == "GATE_agent" and name and mark.end > mark.start:
            spans[name].append((mark.start, mark.end))
    for mark in marks:
        chain = mark.chain
        if mark.kind in _KINDS and mark.end > mark.start and "implicit" not in mark.facts and chain:
            told = mark.kind == _KINDS[0] or _speaks(text[mark.start : mark.end])
            if told and all(spans[name] for name in chain):
                yield Event((mark.start, mark.end), tuple(tuple(spans[name]) for name in chain))


def _marks(lines: str) -> Iterator[_Mark]:
    for line in lines.splitlines():
        columns = line.split("\t")
        if len(columns) > _COLUMNS - 1 and not line.startswith("#"):
            start, _, end = columns[1].partition(",")
            rest = " ".join(columns[_COLUMNS:])
            yield _Mark(columns[3], int(start), int(end), dict(_ATTRIBUTE.findall(rest)))


def _speaks(words: str) -> bool:
    """Is one of these words one of communication, in some form of it?"""
    known = vocabulary()
    return any(form in known.verbs or form in known.nouns for word in words.lower().split() for form in _forms(word))


def _forms(word: str) -> Iterator[str]:
    yield _FORMS.get(word, word)
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            yield word.removesuffix(ending) + instead
