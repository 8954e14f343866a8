"""What was measured of growth as a table and as a drawing."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence

__all__ = ["svg", "table"]

Row = Mapping[str, float]
COSTS = {
    "enter": "entering one more report, ms",
    "look for a copy": "is it a copy?, ms",
    "conclude": "concluding with one more (median), ms",
    "conclude mean": "concluding with one more (mean), ms",
    "conclude most": "concluding with one more (95th percentile), ms",
}
ASKED = {"link": "concluding everything anew, s", "brief": "a brief of what is concluded, s"}
COLOURS = ("#1b6ca8", "#b8511b", "#3a7d44", "#7a3e8e", "#a3333d", "#5b5b5b", "#8a6d00")
WIDE, HIGH, EDGE = 640, 320, 60


def table(rows: Sequence[Row]) -> str:
    """A Markdown table with a line for each size, and how each cost grows."""
    heads = [
        "reports held",
        *COSTS.values(),
        *ASKED.values(),
        "memory for concluding anew, MB",
        "held by who stays, MB",
        "for a brief, MB",
        "ledger, MB",
    ]
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    for row in rows:
        cells = [
            f"{row['held']:,.0f}",
            *(_cell(row, name, 1000) for name in COSTS),
            *(_cell(row, name, 1) for name in ASKED),
        ]
        cells += [_cell(row, name, 1, digits=0) for name in ("link MB", "conclude MB", "brief MB", "ledger MB")]
        lines.append(f"| {' | '.join(cells)} |")
    powers = {words: _power(rows, name) for name, words in (COSTS | ASKED).items()}
    grown = [f"{words.split(',')[0]}: n^{power:.2f}" for words, power in powers.items() if power is not None]
    return "\n".join([*lines, "", f"Growth with the number n of reports held: {'; '.join(grown)}."])


def _cell(row: Row, name: str, times: float, *, digits: int = 1) -> str:
    return f"{row[name] * times:,.{digits}f}" if name in row else "not measured"


def _power(rows: Sequence[Row], name: str) -> float | None:
    """The power of n that fits the costs best, by least squares over logarithms."""
    points = [(math.log(row["held"]), math.log(row[name])) for row in rows if row.get(name)]
    if len(points) < 2:
        return None
    x, y = (sum(each) / len(points) for each in zip(*points, strict=True))
    return sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points)


def svg(rows: Sequence[Row]) -> str:
    """The costs over the number of reports held, both as logarithms."""
    lines = [
        (words, [(row["held"], row[name]) for row in rows if row.get(name)]) for name, words in (COSTS | ASKED).items()
    ]
    lines = [(words, points) for words, points in lines if points]
    low, high = _ends([y for _, points in lines for _, y in points])
    left, right = _ends([x for _, points in lines for x, _ in points])

    def place(x: float, y: float) -> tuple[float, float]:
        across = EDGE + (math.log10(x) - left) / (right - left) * (WIDE - EDGE - 20)
        return round(across, 1), round(HIGH - EDGE - (math.log10(y) - low) / (high - low) * (HIGH - EDGE - 20), 1)

    drawn = [*_grid(place, (left, right), (low, high))]
    for n, (words, points) in enumerate(lines):
        colour = COLOURS[n % len(COLOURS)]
        at = [place(x, y) for x, y in points]
        drawn.append(
            f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{" ".join(f"{x},{y}" for x, y in at)}"/>'
        )
        drawn += [f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>' for x, y in at]
        drawn.append(f'<text x="{WIDE - 230}" y="{140 + 16 * n}" fill="{colour}">{words.split(",")[0]}</text>')
    body = "\n".join(drawn)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" font-family="sans-serif" font-size="12">'
    )
    return f'{head}\n<rect width="{WIDE}" height="{HIGH}" fill="#ffffff"/>\n{body}\n</svg>\n'


def _ends(values: Sequence[float]) -> tuple[int, int]:
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return low, max(high, low + 1)


def _grid(
    place: Callable[[float, float], tuple[float, float]], across: tuple[int, int], up: tuple[int, int]
) -> Iterator[str]:
    (left, right), (low, high) = across, up
    for power in range(low, high + 1):
        x, y = place(10**left, 10**power)
        yield f'<line x1="{x}" y1="{y}" x2="{WIDE - 20}" y2="{y}" stroke="#dddddd"/>'
        yield f'<text x="{x - 8}" y="{y + 4}" text-anchor="end" fill="#555555">{_seconds(10.0**power)}</text>'
    for power in range(left, right + 1):
        x, y = place(10**power, 10**low)
        yield f'<text x="{x}" y="{y + 20}" text-anchor="middle" fill="#555555">{10**power:,}</text>'
    yield f'<text x="{WIDE / 2}" y="{HIGH - 12}" text-anchor="middle" fill="#555555">reports held</text>'


def _seconds(value: float) -> str:
    return f"{value * 1000:g} ms" if value < 1 else f"{value:g} s"
