"""A series of figures as a chart: points by day and number, each as sure as it was said to be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor, isfinite, log10

from onrecord.brief.days import day_words
from onrecord.brief.numbers import figure_words, number_words
from onrecord.model.records import Figure
from onrecord.queries.wording import days_of
from onrecord.web.view import View

__all__ = ["Chart", "Point", "Tick", "chart"]

WIDTH, HEIGHT = 720, 260
LEFT, RIGHT, TOP, BOTTOM = 74, 18, 16, 34
SHAPES = 6
"""Givers are told apart by shape and colour; beyond these they share the last."""


@dataclass(frozen=True, slots=True)
class Point:
    """One figure on the chart; `y2` is the other end of a range, `way` +1 for more than, -1 for less than or up to."""

    figure: Figure
    x: float
    y: float
    y2: float | None
    way: int
    shape: int
    label: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the grid and what it stands for."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its size, its grid, its points and the givers by shape."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    days: tuple[Tick, ...]
    values: tuple[Tick, ...]
    points: tuple[Point, ...]
    givers: tuple[tuple[int, str], ...]
    lines: tuple[tuple[int, str], ...]


def chart(view: View, figures: Sequence[Figure], *, most: int = 400) -> Chart | None:
    """The chart of one series; None where nothing in it has a day or is a number that can be drawn."""
    dated = [(day, f) for f in figures if (day := _day(view, f)) and isfinite(f.value) and isfinite(f.high or 0)]
    dated = sorted(dated, key=lambda pair: (pair[0], pair[1].id))[-most:]
    if not dated:
        return None
    first, last = dated[0][0], dated[-1][0]
    span = max(1, (last - first).days)
    low, high, step = _scale([v for _, f in dated for v in (f.value, f.high) if v is not None])
    givers = _givers(view, [figure for _, figure in dated])

    def x_of(day: date) -> float:
        inner = WIDTH - LEFT - RIGHT - 24
        return round(LEFT + 12 + ((day - first).days / span if last > first else 0.5) * inner, 1)

    def y_of(value: float) -> float:
        return round(HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - TOP - BOTTOM), 1)

    points = tuple(
        Point(
            figure=f,
            x=x_of(day),
            y=y_of(f.value),
            y2=None if f.high is None else y_of(f.high),
            way=1 if f.compare == "more than" else -1 if f.compare in {"less than", "up to"} else 0,
            shape=givers[_giver(view, f)],
            label=f"{day_words(day)}: {figure_words(f)}, {_giver(view, f)}",
        )
        for day, f in dated
    )
    ticks = tuple(
        Tick(y_of(low + step * n), number_words(low + step * n)) for n in range(round((high - low) / step) + 1)
    )
    named = tuple((shape, name) for name, shape in givers.items())
    return Chart(
        WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM, _days(first, last, x_of), ticks, points, named, _lines(points)
    )


def _day(view: View, figure: Figure) -> date | None:
    period = days_of(view.index, figure.said, figure.report)
    return period.end or period.start


def _giver(view: View, figure: Figure) -> str:
    return view.index.name(figure.by) if figure.by else f"the writer, {view.index.outlet(figure.report)}"


def _givers(view: View, figures: Sequence[Figure]) -> dict[str, int]:
    names = dict.fromkeys(_giver(view, figure) for figure in figures)
    return {name: min(place, SHAPES - 1) for place, name in enumerate(names)}


def _scale(values: list[float]) -> tuple[float, float, float]:
    """From, to and step of an axis: round numbers; from nothing on unless all lie close together far above it."""
    low, high = min(values), max(values)
    if (low >= 0 and low < high * 0.75) or low == high:
        low = min(0.0, low)
    if low == high:
        high = low + 1
    rough = (high - low) / 4
    size = 10.0 ** floor(log10(rough))
    step = next(size * n for n in (1, 2, 2.5, 5, 10) if size * n >= rough)
    bottom, top = floor(low / step) * step, (floor(high / step) + (high % step > 0)) * step
    return bottom, top if top > bottom else bottom + step, step


def _days(first: date, last: date, x_of: Callable[[date], float]) -> tuple[Tick, ...]:
    count = min(5, (last - first).days)
    days = (
        {first + timedelta(days=round((last - first).days * n / count)) for n in range(count + 1)} if count else {first}
    )
    return tuple(Tick(x_of(day), day_words(day, year=last.year if day != last else None)) for day in sorted(days))


def _lines(points: Sequence[Point]) -> tuple[tuple[int, str], ...]:
    """For each giver who counts on several days, a line through their points."""
    found = []
    for shape in sorted({point.shape for point in points if point.shape < SHAPES - 1}):
        mine = {point.x: f"{point.x},{point.y}" for point in points if point.shape == shape}
        if len(mine) > 1:
            found.append((shape, " ".join(mine.values())))
    return tuple(found)
