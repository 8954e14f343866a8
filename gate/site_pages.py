"""Pages as news sites of twelve kinds have them: body, day and furniture lines, beside the tools by themselves.

The bodies are news reports of ../shared; the frames are ours (`gate/site_frames.py`), six that were looked at while
rules were made and six that were not (`held`). They are no public benchmark: the article-extraction benchmark's and
htmldate's pages are not to be had here. Four pages of five name their day in their frame's way; the others name only
days of other stories, of comments and of changes, and must get none. Figures as in `gate/pages.py`; titles, bylines and
captions count on neither side.
"""

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from gate.pages import Page, bodies, days, lines, reports
from gate.site_frames import FRAMES, HELD, Story, frame_of

__all__ = ["measure", "site_pages"]

COUNT = 240
OPENING = 25  # words of another story's opening


def measure(shared: Path) -> dict[str, float]:
    """The figures, from 0 to 1, for the frames that were looked at and for those held back."""
    made = list(site_pages(reports(shared), count=COUNT))
    figures: dict[str, float] = {}
    for name, held in (("seen", False), ("held", True)):
        some = [page for number, page in enumerate(made) if (FRAMES[number % len(FRAMES)] in HELD) is held]
        found = {f"body, {tool}": sum(each) / len(each) for tool, each in bodies(some).items()}
        figures |= {f"{name}: {what}": figure for what, figure in {**found, **days(some), **lines(some)}.items()}
    return {f"site pages, {what}": figure for what, figure in figures.items()}


def site_pages(texts: Sequence[str], *, count: int) -> Iterator[Page]:
    """Pages around reports, the same every time."""
    chance = random.Random(20311122)  # noqa: S311
    texts = [text for text in texts if _titled(text)]
    heads = [_head(text) for text in texts]
    for number in range(count):
        text = texts[number * 7 % len(texts)]
        told = tuple(line.strip() for line in text.split("\n") if line.strip())
        beside = [one for one in heads if one[0] != told[0]]
        day = date(2029, 1, 2) + timedelta(days=number)
        story = Story(told, day, chance.random() < 0.8, beside, chance)
        html = frame_of(number)(story)
        neither = frozenset({" ".join(told[0].split()), *story.neither})
        yield Page(html, told[1:], day if story.named else None, story.url or None, neither)


def _titled(text: str) -> bool:
    """Does a report begin with a title, and not with its first paragraph?"""
    first = text.strip().split("\n", 1)[0].strip()
    return 4 <= len(first.split()) <= 18 and not first.endswith((".", ":", "”", '"'))


def _head(text: str) -> tuple[str, str]:
    """A report's title and the opening of its first paragraph, as lists of stories bring them."""
    told = [line.strip() for line in text.split("\n") if line.strip()]
    words = next((line for line in told[1:] if len(line.split()) >= 15), told[1]).split()
    return told[0][:140], " ".join(words[:OPENING]) + ("..." if len(words) > OPENING else "")
