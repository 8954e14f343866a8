"""One talk side by side: what all versions of it say, what only one says, and where they differ."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from onrecord.brief.index import Index
from onrecord.brief.notes import Notes
from onrecord.brief.quoting import quote
from onrecord.brief.talks import parties_of
from onrecord.brief.telling import Telling, section
from onrecord.brief.value import Brief, Line, Piece, Section
from onrecord.brief.versions import Column, Point, points
from onrecord.link.clusters import cluster
from onrecord.link.concepts import overlap
from onrecord.link.opposites import opposed
from onrecord.model.acts import Act
from onrecord.model.ledger import Ledger
from onrecord.model.records import Talk
from onrecord.model.span import Span

__all__ = ["compare", "differing", "together"]

ALIKE = 0.5  # share of the smaller point's concepts that the other has
AT_LEAST = 2  # concepts in common
AKIN = 0.3  # the same share between any two of one subject, so that no subject drifts from one thing to another
ROWS = 2  # points of one version beside others; what it says again says no more
MOST = 12  # points of one version by itself; beyond that the reports are the better reading
LONGEST = 200  # characters of a quote: two versions can only be compared where their words stand
TURNED: Mapping[Act, str] = {"deny": "denies: ", "doubt": "doubts: ", "refuse": "refuses: "}
"""Acts that turn the words they stand with, and how a line says so: without it a denial reads as its opposite."""


def compare(ledger: Ledger, talk: Talk, *, index: Index | None = None) -> Brief:
    """The versions of a talk as a brief of its own: differences first, then what all, several and single ones say.

    `index` is the ledger's, where it is at hand already.
    """
    index = index or Index(ledger)
    tell = Telling(index, Notes(index))
    said = points(index, talk)
    columns = tuple(dict.fromkeys(sorted((point.column for point in said), key=_order)))
    groups = [[said[n] for n in group] for group in together(said)]
    held = {mention.report for mention in talk.mentions}
    return Brief(
        day=ledger.day,
        reports=len(held),
        span=tell.days(talk.when),
        agencies=(),
        undated=0,
        later=ledger.later,
        sections=tuple(found for found in _sections(tell, talk, columns, groups) if found.lines),
        evidence=tell.notes.all,
        heading=f"{parties_of(tell, talk.parties)} · {tell.days(talk.when) or 'no day'} · {talk.status}",
        rests=f"{_count(len(held), 'report')} · versions: {', '.join(column.name for column in columns) or 'none'}",
    )


def together(said: Sequence[Point]) -> list[list[int]]:
    """Which points are on one subject: those of different versions that share half of their words, and what is akin."""
    pairs = [
        (overlap(one.about, other.about), i, j)
        for (i, one), (j, other) in combinations(enumerate(said), 2)
        if one.column != other.column and len(one.about & other.about) >= AT_LEAST
    ]

    def akin(i: int, j: int) -> bool:
        return overlap(said[i].about, said[j].about) >= AKIN

    return cluster(len(said), [pair for pair in pairs if pair[0] >= ALIKE], akin)


def differing(group: Iterable[Point]) -> str | None:
    """In what the versions of one subject differ: opposite acts, a denial, or other numbers; None where in nothing."""
    for one, other in combinations(group, 2):
        if one.column == other.column:
            continue
        if opposed(one.actions, other.actions) and not one.actions & other.actions:
            return "opposite acts"
        if (one.act in TURNED) != (other.act in TURNED):
            return "one denies"
        counted = one.numbers and other.numbers and not one.numbers & other.numbers
        if counted and overlap(one.about, other.about) >= ALIKE:
            return "other numbers"
    return None


def _sections(
    tell: Telling, talk: Talk, columns: Sequence[Column], groups: Sequence[Sequence[Point]]
) -> Iterable[Section]:
    kinds: dict[str, list[Line]] = {"differ": [], "all": [], "several": []}
    alone: Mapping[Column, list[Line]] = {column: [] for column in columns}
    for group in groups:
        told = {point.column for point in group}
        if len(told) == 1:
            alone[group[0].column] += [Line(p.record, tuple(_words(tell, p, limit=LONGEST))) for p in group]
            continue
        why = differing(group)
        kind = "differ" if why else "all" if len(told) == len(columns) else "several"
        kinds[kind].append(_line(tell, talk, group, why))
    yield section("differ", "THEY DIFFER", kinds["differ"], "", total=len(kinds["differ"]))
    yield section("all", "ALL SAY", kinds["all"], "", total=len(kinds["all"]))
    yield section("several", "SOME SAY", kinds["several"], "", total=len(kinds["several"]))
    command = f"onrecord show {talk.id}"
    for column in columns:
        title = f"ONLY {column.name}" if len(columns) > 1 else f"THE ONE VERSION HELD: {column.name}"
        yield section("one", title, alone[column][:MOST], command, total=len(alone[column]))


def _line(tell: Telling, talk: Talk, group: Sequence[Point], why: str | None) -> Line:
    names = ", ".join(dict.fromkeys(point.column.name for point in sorted(group, key=lambda p: _order(p.column))))
    head = [Piece(names, "who"), *([Piece(" · "), Piece(why, "status")] if why else [])]
    rows = sorted(group, key=lambda point: (_order(point.column), point.span))
    return Line(talk.id, tuple(head), tuple(_row(tell, columns, point) for columns, point in _told_once(rows)))


def _told_once(rows: Iterable[Point]) -> Iterable[tuple[str, Point]]:
    """The same words once with all whose they are, and of one version no more than its first points."""
    by_words: dict[tuple[Span, bool], list[Point]] = {}
    for point in rows:
        by_words.setdefault((point.span, point.act in TURNED), []).append(point)
    told: Counter[Column] = Counter()
    for found in by_words.values():
        columns = tuple(dict.fromkeys(point.column for point in found))
        if all(told[column] >= ROWS for column in columns):
            continue
        told.update(columns)
        yield ", ".join(column.name for column in columns), found[0]


def _row(tell: Telling, names: str, point: Point) -> tuple[Piece, ...]:
    return Piece(names, "who"), Piece(": "), *_words(tell, point, limit=LONGEST)


def _words(tell: Telling, point: Point, *, limit: int) -> list[Piece]:
    turned = [Piece(TURNED[point.act], "status")] if point.act in TURNED else []
    words = point.span.exact.removeprefix("that ")
    return [*turned, quote(words, limit=limit), Piece(" "), tell.notes.mark(point.span, point.record)]


def _order(column: Column) -> tuple[bool, str]:
    return column.kind == "outlet", column.name


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
