"""Which report is the changed text of which: two that stood on one page, one after the other."""

import re
from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise

from onrecord.link.scene import Scene
from onrecord.model.address import address_key
from onrecord.model.report import Report

__all__ = ["find_versions"]

WORD = re.compile(r"\w{4,}")
SHARED = 0.6  # of the words of the text with fewer; of two reports of one crisis 99 in 100 pairs share less than 0.5


def find_versions(scene: Scene) -> Mapping[str, str]:
    """For each report whose page held an earlier text of it, that one: by the day of the change, then of the report."""
    pages: dict[str, list[Report]] = defaultdict(list)
    for report in scene.reports.values():
        if report.url:
            pages[address_key(report.url)].append(report)
    earlier: dict[str, str] = {}
    for held in pages.values():
        ordered = sorted(held, key=lambda report: (str(report.updated or ""), scene.order(report.id)))
        earlier |= {later.id: before.id for before, later in pairwise(ordered) if _alike(before.text, later.text)}
    return earlier


def _alike(one: str, other: str) -> bool:
    """Do two texts share their longer words? Lists give the address of an outlet's first page for every story."""
    first, second = (set(WORD.findall(text.casefold())) for text in (one, other))
    return len(first & second) >= SHARED * min(len(first), len(second))
