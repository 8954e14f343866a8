"""Which report is the changed text of which: two that stood on one page, one after the other."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import pairwise

from onrecord.link.scene import Scene
from onrecord.model.address import address_key
from onrecord.model.report import Report

__all__ = ["Versions"]

WORD = re.compile(r"\w{4,}")
SHARED = 0.6  # of the words of the text with fewer; of two reports of one crisis 99 in 100 pairs share less than 0.5


class Versions:
    """For each report whose page held an earlier text of it, that one: by the day of the change, then of the report."""

    def __init__(self) -> None:
        self.of: dict[str, str] = {}
        self._page: dict[str, str] = {}
        self._held: dict[str, set[str]] = defaultdict(set)

    def renew(self, scene: Scene, reports: Collection[str]) -> frozenset[str]:
        """Look again at the pages of some reports; the reports that are the changed text of another one than before."""
        pages = set(self._moved(scene, reports))
        here = {name for page in pages for name in self._held[page]} | {*reports}
        before = {name: self.of.pop(name, None) for name in here}
        for page in pages:
            self.of |= _earlier(scene, self._held[page])
        return frozenset(name for name in here if self.of.get(name) != before[name])

    def _moved(self, scene: Scene, reports: Collection[str]) -> Iterator[str]:
        """File reports under their pages; the pages that they were and are under."""
        for name in reports:
            page = self._page.pop(name, None)
            if page is not None:
                self._held[page].discard(name)
                yield page
            report = scene.reports.get(name)
            if report is not None and report.url:
                page = self._page[name] = address_key(report.url)
                self._held[page].add(name)
                yield page


def _earlier(scene: Scene, held: Collection[str]) -> dict[str, str]:
    reports = (scene.reports[name] for name in held)
    ordered = sorted(reports, key=lambda report: (str(report.updated or ""), scene.order(report.id)))
    return {later.id: before.id for before, later in pairwise(ordered) if _alike(before, later)}


def _alike(one: Report, other: Report) -> bool:
    """Do two texts share their longer words? Lists give the address of an outlet's first page for every story."""
    first, second = (set(WORD.findall(report.text.casefold())) for report in (one, other))
    return len(first & second) >= SHARED * min(len(first), len(second))
