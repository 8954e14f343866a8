"""Which report is the changed text of which: two that stood on one page, one after the other."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise

from onrecord.link.scene import Scene
from onrecord.model.address import address_key
from onrecord.model.report import Report

__all__ = ["find_versions"]


def find_versions(scene: Scene) -> Mapping[str, str]:
    """For each report whose page held an earlier one, that one: by the day of the change, then of the report."""
    pages: dict[str, list[Report]] = defaultdict(list)
    for report in scene.reports:
        if report.url:
            pages[address_key(report.url)].append(report)
    earlier: dict[str, str] = {}
    for held in pages.values():
        ordered = sorted(held, key=lambda report: (str(report.updated or ""), scene.order(report.id)))
        earlier |= {later.id: before.id for before, later in pairwise(ordered)}
    return earlier
