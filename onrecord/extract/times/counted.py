"""Times that are counted from one named before: "the next day", "later that year", "two days later"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

__all__ = ["FoundTime", "counted_on"]

_NEAR = 400  # characters: what is further back is another matter
_COUNTED = re.compile(
    r"that-(?:day|week|month|year)$|(?:day|week|month|year|\d+-days)-after$|(?:week|month|year)-before$"
)
_A_DAY = re.compile(r"(?:date|weekday|day|holiday|that-day|(?:\d+-days|day)-after)\b")
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


def counted_on(times: Iterable[FoundTime]) -> Iterator[FoundTime]:
    """The times in text order; each that is counted from another holds that one's value, and none is left without."""
    before: FoundTime | None = None
    for time in times:
        if _COUNTED.fullmatch(time.value):
            from_days = "day" in time.value
            if before is None or time.start - before.end > _NEAR:
                continue
            if not (_A_DAY if from_days else _DATED).match(before.value):
                continue
            time = replace(time, value=f"{time.value}({_bare(before.value)})")
        if _DATED.match(time.value):
            before = time
        yield time


def _bare(value: str) -> str:
    """A day without its part: "the next day" after "Monday evening" is Tuesday."""
    return re.sub(r"@[^()]*", "", value)
