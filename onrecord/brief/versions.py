"""What each party and each outlet says of one talk, cut into points that can be laid side by side.

A point is a statement of a party, or a sentence of an outlet's own. Looked for are the paragraphs of a report that tell
of the talk; of a short report all that the parties say counts, and of a party's own, a read-out, every sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.brief.index import Index
from onrecord.link.concepts import actions, named, topics
from onrecord.model.acts import Act
from onrecord.model.records import Actor, Talk
from onrecord.model.releases import released_by
from onrecord.model.span import Span
from onrecord.text.stem import fold

__all__ = ["Column", "Point", "points"]

SHORT = 350  # words; a report of fewer is about the one thing it tells
LONG = 150  # words; a paragraph of more is about more than one thing
NEXT = 3  # sentences behind one that tells of a talk
SAYING = 3  # concepts; a sentence with fewer makes no point
# Not behind "Mr." or an initial, where a name goes on.
_SENTENCE = re.compile(
    r"[^\s].*?(?:(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|Jr|Sr|St|Lt))(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Col|Sgt))[.!?][\"”’']*(?=\s+[\"“‘A-Z0-9])|$)",
    re.MULTILINE,
)
_NUMBER = re.compile(r"\b(?!(?:19|20)\d\d\b)\d+(?:[.,]\d+)*\b")  # no year


@dataclass(frozen=True, slots=True)
class Column:
    """One version of the talk: a party's, under the name of its side, or an outlet's."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that a version says: its words, the record they are of, and what they are about."""

    column: Column
    span: Span
    record: str
    about: frozenset[str]
    actions: frozenset[str]
    numbers: frozenset[str]
    act: Act


def points(index: Index, talk: Talk) -> list[Point]:
    """All points in order of report and place; copies of another report make none of their own."""
    sides = {_side(index, party) for party in talk.parties}
    names = named(form for actor in (*sides, *talk.parties) for form in _forms(index.actors.get(actor)))
    held = dict.fromkeys(mention.report for mention in talk.mentions)
    reports = sorted({r for r in held if index.original(r) not in held or index.original(r) == r})
    found = []
    for report in sorted(reports, key=lambda one: (index.last_day(one), one)):
        for point in _of_report(index, talk, report, sides):
            about = point.about - names
            if len(about) >= SAYING:
                found.append(replace(point, about=about))
    return found


def _of_report(index: Index, talk: Talk, report: str, sides: set[str]) -> Iterator[Point]:
    own, text = _outlet(index, report, sides), index.text(report)
    near = list(_zones(text, [m.evidence for m in talk.mentions if m.report == report]))
    whole = [(0, len(text))] if len(text.split()) <= SHORT else near
    spoken: list[tuple[int, int]] = []
    for statement in index.spoken_in(report):
        first, last = statement.content[0].start, statement.content[-1].end
        inside = any(start <= first < end for start, end in whole)
        if not inside or statement.source is None:
            continue
        spoken.append((first, last))
        if _side(index, statement.source) in sides:
            column = Column("party", index.name(_side(index, statement.source)))
            yield _point(column, statement.content[0], statement.id, statement.act)
    for start, end in whole if own.kind == "party" else near:
        for sentence in _SENTENCE.finditer(text, start, end):
            span = Span(report, sentence.start(), sentence.end(), sentence.group())
            if _says(span.exact) and not any(first < span.end and span.start < last for first, last in spoken):
                yield _point(own, span, talk.id, "assert")


def _point(column: Column, span: Span, record: str, act: Act) -> Point:
    numbers = frozenset(_NUMBER.findall(span.exact))
    return Point(column, span, record, topics(span.exact), actions(span.exact), numbers, act)


def _says(sentence: str) -> bool:
    """Is it a sentence? A line that no full stop ends is a headline, a dateline or the page's."""
    return sentence.rstrip("\"”’'").endswith((".", "!", "?"))


def _zones(text: str, mentions: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """The paragraphs in which a talk is told, and the one behind each; of a long paragraph sentences instead."""
    paragraphs = [(found.start(), found.end()) for found in re.finditer(r"[^\n]+", text)]
    told = {n for n, (start, end) in enumerate(paragraphs) for m in mentions if start <= m.start < end}
    for n in sorted(told | {n + 1 for n in told}):
        if n >= len(paragraphs):
            continue
        start, end = paragraphs[n]
        if len(text[start:end].split()) <= LONG:
            yield start, end
        elif n in told:
            yield from _sentences(text, start, end, mentions)


def _sentences(text: str, start: int, end: int, mentions: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """The sentences of a long paragraph that tell of the talk, and the next few behind each."""
    found = [sentence.span() for sentence in _SENTENCE.finditer(text, start, end)]
    told = {n for n, (first, last) in enumerate(found) for m in mentions if m.start < last and first < m.end}
    yield from (found[n] for n in sorted({n + more for n in told for more in range(NEXT + 1)}) if n < len(found))


def _outlet(index: Index, report: str, sides: set[str]) -> Column:
    """Whose version a report's own words are: a party's where it is the party that published it."""
    outlet = index.outlet(report)
    state = released_by(outlet)
    for side in sorted(sides):
        if state is not None and fold(state) in map(fold, _forms(index.actors.get(side))):
            return Column("party", index.name(side))
    for actor in index.actors.values():
        if fold(outlet) in map(fold, _forms(actor)) and _side(index, actor.id) in sides:
            return Column("party", index.name(_side(index, actor.id)))
    return Column("outlet", outlet)


def _forms(actor: Actor | None) -> tuple[str, ...]:
    return () if actor is None else (actor.name, *actor.aliases, *actor.offices)


def _side(index: Index, actor: str) -> str:
    seen: set[str] = set()
    while actor not in seen and (held := index.actors.get(actor)) is not None and held.party in index.actors:
        seen.add(actor)
        actor = str(held.party)
    return actor
