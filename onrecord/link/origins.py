"""Independent origins: statements of one claim that come from one place count once, however many outlets print them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.link.scene import Scene
from onrecord.model.records import Statement

__all__ = ["Origins", "Sources", "origins_of"]

Tie = tuple[str, ...]
"""What two statements of one origin have in common: its kind, and which one."""


class Origins:
    """Statements by where they come from, each group in order of time, with what holds it together."""

    def __init__(self, groups: Sequence[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
        self.groups = tuple(statements for statements, _ in groups)
        self.reasons = tuple(f"one origin ({', '.join(why)}): {', '.join(ids)}" for ids, why in groups if why)


def origins_of(sources: "Sources", statements: Sequence[Statement]) -> Origins:
    """The groups: copies of one report, one agency's credit, one outlet, one named speaker on one occasion."""
    holders: dict[Tie, list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        for tie in sources.ties(statement):
            holders[tie].append(number)
    for tie in sorted(holders):
        if tie[0] == "speaker" and (after := _day_after(tie)) in holders:
            holders[tie] = [*holders[tie], *holders[after]]
    return Origins(_joined(statements, holders))


class Sources:
    """What each report says of where it has its words from; asked once for all claims."""

    def __init__(self, scene: Scene, copies: Mapping[str, str]) -> None:
        self._scene = scene
        self.copies = copies
        self._reports = scene.reports
        self._agencies: dict[str, tuple[str, ...]] = {}

    def about(self, report: str) -> tuple[object, ...] | None:
        """All that this says of a report, by which a claim is told otherwise when it changes."""
        if report not in self._reports:
            return None
        return self.outlet(report), self._reports[report].outlet, self._credited(report), self._scene.day(report)

    def _credited(self, report: str) -> tuple[str, ...]:
        if report not in self._agencies:
            read = self._scene.readings.get(report)
            told = {*self._reports[report].agencies, *(read.agencies if read else ())}
            self._agencies[report] = tuple(sorted(told))
        return self._agencies[report]

    def outlet(self, report: str) -> str:
        """Who printed a report; its name where that is not told."""
        return self._reports[report].outlet or self._reports[report].name

    def ties(self, statement: Statement) -> Iterator[Tie]:
        """Everything that makes a statement one with others of the same."""
        report = self._reports[statement.report]
        yield "report", self.copies.get(report.id, report.id)
        if report.outlet is not None:
            yield "outlet", report.outlet
        yield from (("agency", agency) for agency in self._credited(report.id))
        day, source = self._scene.day(report.id), statement.source
        if day is not None and source is not None:
            yield "speaker", source, str(day.toordinal())


def _day_after(tie: Tie) -> Tie:
    return tie[0], tie[1], str(int(tie[2]) + 1)


def _joined(
    statements: Sequence[Statement], holders: Mapping[Tie, Sequence[int]]
) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    home = list(range(len(statements)))

    def top(number: int) -> int:
        while home[number] != number:
            home[number] = home[home[number]]
            number = home[number]
        return number

    kinds: dict[int, set[str]] = defaultdict(set)
    for numbers in holders.values():
        for other in numbers[1:]:
            one, two = sorted((top(numbers[0]), top(other)))
            home[two] = one
    for tie, numbers in holders.items():
        if len(numbers) > 1:
            kinds[top(numbers[0])].add(_WHY[tie[0]])
    groups: dict[int, list[str]] = defaultdict(list)
    for number, statement in enumerate(statements):
        groups[top(number)].append(statement.id)
    return [(tuple(groups[first]), tuple(sorted(kinds[first]))) for first in sorted(groups)]


_WHY = {"report": "copies", "outlet": "one outlet", "agency": "one agency", "speaker": "one speaker, one occasion"}
