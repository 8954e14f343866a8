"""Figures: each series with its newest number, the range over those who count, and how it got there."""

from collections import Counter
from datetime import date

from onrecord.brief.numbers import counted_words, figure_words
from onrecord.brief.telling import MOST, Telling, section
from onrecord.brief.value import Line, Piece, Section
from onrecord.model.records import Figure
from onrecord.text.visible import one_line

__all__ = ["figures"]

# The newest day's counts say how far the sources are apart, the older ones how it grew.
_NEWEST, _EARLIER = 4, 4
# "Two gates", "three days" and "2 percent" are rarely what a crisis is counted by.
_SLIGHT = 10
_MEASURES = frozenset({"%", "percent", "per cent", "minutes", "hours", "days", "weeks", "months", "years"})


def figures(tell: Telling) -> Section:
    """The series in which most actors give numbers first, and counts before shares and durations.

    What only a writer counts once is left to the list.
    """
    series: dict[str, list[Figure]] = {}
    for figure in _printed_once(tell):
        series.setdefault(figure.series, []).append(figure)
    ordered = sorted(series.values(), key=lambda found: _importance(tell, found))
    told = [found for found in ordered if len(found) > 1 or found[0].by]
    lines = [_line(tell, found) for found in told[:MOST]]
    return section("figures", "FIGURES", lines, "onrecord figures", total=len(ordered))


def _printed_once(tell: Telling) -> list[Figure]:
    """The figures without those that a copy of a report prints in the same words."""
    kept: dict[tuple[str, str, float], Figure] = {}
    for figure in sorted(tell.index.ledger.figures, key=lambda f: (tell.index.original(f.report) != f.report, f.id)):
        kept.setdefault((tell.index.original(figure.report), figure.evidence.exact, figure.value), figure)
    once = {figure.id for figure in kept.values()}
    return [figure for figure in tell.index.ledger.figures if figure.id in once]


def _importance(tell: Telling, found: list[Figure]) -> tuple[bool, int, int, int, int, str]:
    givers = {figure.by for figure in found if figure.by}
    values = {(figure.value, figure.high, figure.compare) for figure in found}
    newest = max(_day(tell, figure) for figure in found)
    slight = all(abs(figure.value) < _SLIGHT or figure.unit.casefold() in _MEASURES for figure in found)
    return slight, -len(givers), -len(values), -tell.index.weight(givers), -newest.toordinal(), found[0].series


def _day(tell: Telling, figure: Figure) -> date:
    """The first day on which it can have been said: a number that may be old is not told as the newest."""
    when = figure.said if figure.said.known else tell.index.published(figure.report)
    return when.start or when.end or date.min


def _line(tell: Telling, found: list[Figure]) -> Line:
    ordered = _distinct(tell, sorted(found, key=lambda f: (-_day(tell, f).toordinal(), -f.value, f.id)))
    newest = [figure for figure in ordered if _day(tell, figure) == _day(tell, ordered[0])]
    earlier = [figure for figure in ordered if figure not in newest]
    head = [Piece(_counted(found), "what"), Piece(": "), *_counts(tell, newest[:_NEWEST])]
    details = ((Piece("earlier: "), *_counts(tell, earlier[:_EARLIER])),) if earlier else ()
    return Line(ordered[0].id, tuple(head), details)


def _counted(found: list[Figure]) -> str:
    """What a series counts and where, in the words that most of its figures use, and of those the fullest."""
    of = Counter(counted_words(figure) for figure in found)
    where = Counter(one_line(figure.where) for figure in found if figure.where)
    words = [max(names, key=lambda name: (names[name], len(name), name)) for names in (of, where) if names]
    return " · ".join(words)


def _distinct(tell: Telling, ordered: list[Figure]) -> list[Figure]:
    """One figure for each day, number and giver."""
    kept = {(_day(tell, f), f.value, f.high, f.compare, f.by): f for f in reversed(ordered)}
    return [
        figure
        for figure in ordered
        if kept[_day(tell, figure), figure.value, figure.high, figure.compare, figure.by] is figure
    ]


def _counts(tell: Telling, found: list[Figure]) -> list[Piece]:
    row: list[Piece] = []
    said = ""
    for place, figure in enumerate(found):
        day = tell.days(figure.said) or tell.published(figure.report)
        row += [Piece("; " if place and day != said else ", " if place else "")]
        row += [Piece(day, "day"), Piece(" ")] if day != said else []
        said = day
        row += [Piece(figure_words(figure), "status"), Piece(" ("), *_giver(tell, figure), Piece(") ")]
        row += [tell.notes.mark(figure.evidence, figure.id)]
    return [piece for piece in row if piece.text]


def _giver(tell: Telling, figure: Figure) -> list[Piece]:
    if figure.by is None:
        outlet = tell.index.printed_by(figure.report)
        return [Piece("the writer, "), Piece(outlet, "who")] if outlet else [Piece("the writer")]
    return [tell.who([figure.by])]
