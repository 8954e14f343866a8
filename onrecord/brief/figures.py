"""Figures: each series with its newest number, the range over those who count, and how it got there."""

from datetime import date

from onrecord.brief.numbers import figure_words
from onrecord.brief.telling import MOST, Telling, section
from onrecord.brief.value import Line, Piece, Section
from onrecord.model.records import Figure
from onrecord.text.visible import one_line

__all__ = ["figures"]

# The newest day's counts say how far the sources are apart, the older ones how it grew.
_NEWEST, _EARLIER = 4, 4


def figures(tell: Telling) -> Section:
    """The series that several reports or givers feed first, then the newest."""
    series: dict[str, list[Figure]] = {}
    for figure in tell.index.ledger.figures:
        series.setdefault(figure.series, []).append(figure)
    ordered = sorted(series.values(), key=lambda found: _importance(tell, found))
    lines = [_line(tell, found) for found in ordered[:MOST]]
    return section("figures", "FIGURES", lines, "onrecord figures", total=len(ordered))


def _importance(tell: Telling, found: list[Figure]) -> tuple[int, int, int, str]:
    days = {_day(tell, figure) for figure in found}
    values = {(figure.value, figure.high, figure.compare) for figure in found}
    return -min(len(values), 4), -len(days), -max(days).toordinal(), found[0].series


def _day(tell: Telling, figure: Figure) -> date:
    return figure.said.end or figure.said.start or tell.index.last_day(figure.report)


def _line(tell: Telling, found: list[Figure]) -> Line:
    ordered = _distinct(tell, sorted(found, key=lambda f: (-_day(tell, f).toordinal(), -f.value, f.id)))
    newest = [figure for figure in ordered if _day(tell, figure) == _day(tell, ordered[0])]
    earlier = [figure for figure in ordered if figure not in newest]
    first = ordered[0]
    of = one_line(first.of) + (f" · {one_line(first.where)}" if first.where else "")
    head = [Piece(of, "what"), Piece(": "), *_counts(tell, newest[:_NEWEST])]
    details = ((Piece("earlier: "), *_counts(tell, earlier[:_EARLIER])),) if earlier else ()
    return Line(first.id, tuple(head), details)


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
