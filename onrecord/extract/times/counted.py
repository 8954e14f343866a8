"""Times counted from another: "the next day", "later that year", "two days later", "the day before 9 April"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

__all__ = ["FoundTime", "counted_beside", "counted_on"]

_NEAR = 400  # characters: what is further back is another matter
_COUNTED = re.compile(
    r"that-(?:day|week|month|year)$|(?:day|week|month|year|\d+-(?:days|weeks?|months?|years?))-after$"
    r"|(?:week|month|year)-before$"
)
_A_DAY = re.compile(r"(?:date|weekday|day|holiday|that-day|(?:\d+-days|day)-(?:after|before))\b")
_DATED = re.compile(
    r"(?:date|month|quarter|year|season|week|weekend|weekday|day|holiday|that-\w+|[\w-]+-(?:after|before))\b"
)


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time expression before it is known on which page it stands; `rule` is the name of the rule that found it."""

    start: int
    end: int
    value: str
    rule: str


_LATER = re.compile(r"(\d+)-([wmy])\w+-after$")
_BESIDE = re.compile(r"(\d+)-(days?|weeks?)-(before|after|from|prior to|following)$")
_BEFORE_A_DAY = frozenset({"counted-beside", "eve-of"})
_GAP = re.compile(r" (?:the |on )?")


def counted_beside(text: str, times: list[FoundTime]) -> Iterator[FoundTime]:
    """The times in text order; "the day before" and the day right behind it are one, and none where no day stands."""
    waiting: FoundTime | None = None
    for time in times:
        if waiting and _A_DAY.match(time.value) and _GAP.fullmatch(text[waiting.end : time.start]):
            yield replace(time, start=waiting.start, value=f"{_days(waiting.value)}({_bare(time.value)})")
            waiting = None
            continue
        yield from _length_alone(text, waiting)
        waiting = time if time.rule in _BEFORE_A_DAY else None
        if waiting is None:
            yield time
    yield from _length_alone(text, waiting)


def _days(value: str) -> str:
    """ "2-weeks-from" is 14 days after."""
    number, unit, side = value.split("-")
    days = int(number) * (7 if unit.startswith("week") else 1)
    return f"{days}-days-{'before' if side in {'before', 'prior to'} else 'after'}"


def _length_alone(text: str, time: FoundTime | None) -> Iterator[FoundTime]:
    """What is left of "two days before" where no day follows: the length, unless it is "the day before …"."""
    if time and (number := _BESIDE.match(time.value)) and not text[time.start :].casefold().startswith("the "):
        words = re.sub(r" (?:before|after|from|prior to|following)$", "", text[time.start : time.end])
        yield replace(time, end=time.start + len(words), value=f"duration:P{number[1]}{number[2][0].upper()}")


def counted_on(times: Iterable[FoundTime]) -> Iterator[FoundTime]:
    """The times in text order; each that is counted from another holds that one's value, and none is left without."""
    before: FoundTime | None = None
    for time in times:
        if _COUNTED.fullmatch(time.value):
            needed = _A_DAY if "day" in time.value else _DATED
            if before is None or time.start - before.end > _NEAR or not needed.match(before.value):
                if (number := _LATER.match(time.value)) is not None:
                    yield replace(time, end=time.end - len(" later"), value=f"duration:P{number[1]}{number[2].upper()}")
                continue
            time = replace(time, value=f"{time.value}({_bare(before.value)})")
        if _DATED.match(time.value):
            before = time
        yield time


def _bare(value: str) -> str:
    """A day without its part: "the next day" after "Monday evening" is Tuesday."""
    return re.sub(r"@[^()]*", "", value)
