"""Lists of other stories below the end of this one, whose items carry their day or their age."""

import re
from collections.abc import Collection, Sequence

from onrecord.clean.lines import Line

__all__ = ["dated_block"]

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
HOUR = r"(?:,? (?:at )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?)?"
ITEM_DAY = re.compile(
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:\d{{1,2}} {MONTH},? \d{{4}}|{MONTH} \d{{1,2}},? \d{{4}}"
    rf"|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}){HOUR}"
    r"|(?:\d+|an?|one|two) (?:minute|hour|day|week|month)s? ago"
)
FEWEST = 3  # items: two days on lines of their own may stand in any story
ITEM = 3  # lines of an item at most: its title, its opening, its day
OPENING = 45  # words


def dated_block(lines: Sequence[Line], known: Collection[int]) -> set[int]:
    """Items of a title, perhaps its opening, and a day each, to the end of the page; the story never goes on below.

    A chronology has its days above its paragraphs, so that a paragraph stands below the last of them.
    """
    days = [n for n, line in enumerate(lines) if ITEM_DAY.fullmatch(line.core)]
    chain: list[int] = []
    for day in reversed(days):
        if chain and not _items(lines[day + 1 : chain[-1]]):
            break
        chain.append(day)
    if len(chain) < FEWEST or any(lines[n].running for n in range(chain[0] + 1, len(lines)) if n not in known):
        return set()
    first = chain[-1]
    begin = next((n for n in range(first - 1, max(first - ITEM, -1), -1) if lines[n].title), first)
    return set(range(begin, chain[0] + 1))


def _items(between: Sequence[Line]) -> bool:
    """Do these lines make one item but for its day: a title, and an opening that is no long paragraph?"""
    titled = 1 <= len(between) < ITEM and between[0].title
    return titled and all(line.count <= OPENING for line in between)
