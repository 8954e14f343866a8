"""Numbers in words: a figure with how exact it is and what it counts."""

from onrecord.model.records import Figure
from onrecord.text.visible import one_line

__all__ = ["counted_words", "figure_words", "number_words"]

_BEFORE = {"exactly": "", "about": "about ", "more than": "more than ", "less than": "less than ", "up to": "up to "}
_LARGE = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_SIGNS = {"dollars": "$", "dollar": "$", "usd": "$", "$": "$", "euros": "€", "euro": "€", "eur": "€", "€": "€"}


def number_words(value: float) -> str:
    """A number with its thousands marked, `150,000`; a round one from a million on in words, `1.2 billion`."""
    if not abs(value) < 10**15:  # also infinity, and what is no number
        return f"{value:.3g}"
    for size, word in _LARGE:
        short = f"{value / size:,.3f}".rstrip("0").rstrip(".")
        if abs(value) >= size and round(value / size, 3) * size == value:
            return f"{short} {word}"
    return f"{int(value):,}" if value == int(value) else f"{value:,.6g}"


def _range(low: str, high: str) -> str:
    """Two numbers as a range, `10–12`; a word that both end with is said once, `90–120 million`."""
    word = high.partition(" ")[2]
    return f"{low.removesuffix(f' {word}') if word else low}–{high}"


def counted_words(figure: Figure) -> str:
    """What a figure counts and what befell it: `Kestrian soldiers, killed`; a fate that the words tell is said once."""
    of = one_line(figure.of)
    told = figure.fate is None or any(word.startswith(figure.fate[:4]) for word in of.casefold().split())
    return of if told else f"{of}, {figure.fate}"


def figure_words(figure: Figure) -> str:
    """A figure in words: `more than 150,000`, `10–12 km`, `$1 billion`, `15%`; the unit once."""
    low = number_words(figure.value)
    number = low if figure.high is None else _range(low, number_words(figure.high))
    unit = one_line(figure.unit)
    sign = _SIGNS.get(unit.casefold())
    if sign is not None:
        number = f"{sign}{number}"
    elif unit.casefold() in {"%", "percent", "per cent"}:
        number = f"{number}%"
    elif unit and unit.casefold() not in figure.of.casefold().split():
        number = f"{number} {unit}"
    return _BEFORE[figure.compare] + number
