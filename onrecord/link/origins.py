"""Independent origins: statements of one claim that come from one place count once, however many outlets print them."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from onrecord.link.meeting import Place
from onrecord.link.scene import Scene
from onrecord.model.acts import Act
from onrecord.model.records import Statement

__all__ = ["Origins", "Sources", "Tally"]

Tie = tuple[str, ...]
"""What two statements of one origin have in common: its kind, and which one."""


class Origins:
    """Statements by where they come from, each group in order of time, with what holds it together."""

    def __init__(self, groups: Sequence[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
        self.groups = tuple(statements for statements, _ in groups)
        self.reasons = tuple(f"one origin ({', '.join(why)}): {', '.join(ids)}" for ids, why in groups if why)


class Tally:
    """Who says a claim, and from where: one more statement is counted in without going through the others.

    `ids` are the statements in order of time; `acts`, `speakers` and `outlets` are those of all of them.
    """

    def __init__(self, sources: "Sources") -> None:
        self.ids: list[str] = []
        self.acts: set[Act] = set()
        self.speakers: set[str | None] = set()
        self.outlets: set[str] = set()
        self._sources = sources
        self._places: list[Place] = []
        self._holder: dict[Tie, _Origin] = {}
        self._origins: set[_Origin] = set()

    def add(self, statement: Statement, place: Place) -> None:
        """Count a statement in."""
        at = bisect_left(self._places, place)
        self._places.insert(at, place)
        self.ids.insert(at, statement.id)
        self.acts.add(statement.act)
        self.speakers.add(statement.source)
        self.outlets.add(self._sources.outlet(statement.report))
        mine = _Origin(place, statement.id)
        self._origins.add(mine)
        for tie in self._sources.ties(statement):
            for near in (tie, *_days_beside(tie)):
                if near in self._holder:
                    mine = self._joined(mine, self._holder[near].whole, _WHY[tie[0]])
            self._holder[tie] = mine

    def origins(self) -> Origins:
        """The groups: copies of one report, one agency's credit, one outlet, one named speaker on one occasion."""
        ordered = sorted(self._origins, key=lambda origin: origin.places[0])
        return Origins([(tuple(origin.ids), tuple(sorted(origin.why))) for origin in ordered])

    def moved(self, sources: "Sources") -> None:
        """Ask what reports say from now on, which for those counted is what it was."""
        self._sources = sources

    def _joined(self, one: "_Origin", other: "_Origin", why: str) -> "_Origin":
        big, small = (one, other) if len(one.ids) >= len(other.ids) else (other, one)
        if big is not small:
            big.take(small)
            self._origins.discard(small)
        big.why.add(why)
        return big


class _Origin:
    """Statements that come from one place, in order of time, and what they have in common."""

    __slots__ = ("_into", "ids", "places", "why")

    def __init__(self, place: Place, statement: str) -> None:
        self.places, self.ids = [place], [statement]
        self.why: set[str] = set()
        self._into: _Origin | None = None

    @property
    def whole(self) -> "_Origin":
        """The origin that this one has become a part of."""
        origin = self
        while origin._into is not None:
            origin = origin._into
        return origin

    def take(self, other: "_Origin") -> None:
        """Take another's statements in."""
        for place, statement in zip(other.places, other.ids, strict=True):
            at = bisect_left(self.places, place)
            self.places.insert(at, place)
            self.ids.insert(at, statement)
        self.why |= other.why
        other._into = self
        other.places, other.ids = [], []


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


def _days_beside(tie: Tie) -> Iterator[Tie]:
    """The day before and the day after, on which one speaker's words are of the same occasion."""
    if tie[0] == "speaker":
        yield from ((tie[0], tie[1], str(int(tie[2]) + step)) for step in (-1, 1))


_WHY = {"report": "copies", "outlet": "one outlet", "agency": "one agency", "speaker": "one speaker, one occasion"}
