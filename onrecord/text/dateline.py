"""The dateline in front of a story: it belongs to the report, but not to its first sentence."""

import re
from collections.abc import Iterator

__all__ = ["datelines"]

_CAPITALS = r"[A-Z][A-Z.'’-]{2,}(?:[ /][A-Z][A-Z.'’-]+){0,3}"
_PLAIN = r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2}"
_REGION = r"(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?"
_DAY = r"(?:,? (?:\d{1,2} [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?)?"
_AGENCY = r",? ?[(/][A-Z][^()/\n]{1,40}[)/]"
_DASH = r" ?[-–—]{1,2} (?=[\"“‘'(]?\w)"
_DATELINE = re.compile(
    rf"^[ \t]*(?P<line>(?:{_CAPITALS}{_REGION}{_DAY}(?:{_AGENCY})?|{_PLAIN}{_REGION}{_DAY}{_AGENCY}){_DASH})",
    re.MULTILINE,
)
_SHORTEST_STORY = 40  # characters after it on its line; what stands before less is a heading


def datelines(text: str) -> Iterator[tuple[int, int]]:
    """Where "CITY, March 3 (Agency) - " stands at the head of a paragraph: the characters from the city to the dash."""
    for match in _DATELINE.finditer(text):
        end = match.end("line")
        line_end = text.find("\n", end)
        if (len(text) if line_end < 0 else line_end) - end >= _SHORTEST_STORY:
            yield match.start("line"), end
