"""What stands before a story: a paywall, a cookie notice, a test for robots, or only its opening."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from onrecord.ingest.fragment import plain_text
from onrecord.ingest.linked_data import linked_data
from onrecord.model.kinds import load

__all__ = ["SHORT", "for_subscribers", "wall_before"]

SHORT = 120  # words; a story has more, what is before a wall has fewer
LOOK = 400_000  # characters of a page in which the words of a wall are looked for
OPENING = re.compile(r"(?:\.\.\.|…|\[…\])\s*$")


def wall_before(html: str, story: str) -> str | None:
    """Why a short story is not the whole one, in words for its refusal; None for a whole story and a mere short one."""
    if len(story.split()) >= SHORT:
        return None
    seen = plain_text(html[:LOOK])
    for reason, pattern in _rules().items():
        if pattern.search(seen):
            return reason
    if story and for_subscribers(html):
        return "the page shows only the opening, and the rest to its subscribers (a paywall)"
    if story and OPENING.search(story):
        return "the page holds only the opening of a report (a teaser)"
    return None


def for_subscribers(html: str) -> bool:
    """Does the page itself say, as search engines ask it to, that not everybody may read all of it?"""
    if "isAccessibleForFree" not in html:
        return False
    values = (entry.get("isAccessibleForFree") for entry in linked_data(html))
    return any(str(value).lower() == "false" for value in values)


@cache
def _rules() -> Mapping[str, re.Pattern[str]]:
    """For each reason the pattern that tells it, in the order of the vocabulary."""
    found: dict[str, list[str]] = {}
    for entry in load("walls").values():
        assert isinstance(entry, dict)  # noqa: S101 (the vocabulary file is ours and tested)
        found.setdefault(str(entry["reason"]), []).append(str(entry["pattern"]))
    return MappingProxyType({reason: re.compile("|".join(all_), re.IGNORECASE) for reason, all_ in found.items()})
