"""What people decided, done to what was read: before anything is concluded, so that all that follows heeds it.

Pure: the same reports, readings and decisions give the same, whatever order they come in; without decisions they come
out as they went in. Decisions are done in the order in which they were made, so that of two about the same the later
counts.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from onrecord.model.decisions import reason
from onrecord.model.judgement import Anchor, Change, Judged, Judgement
from onrecord.model.period import Published
from onrecord.model.reading import Reading
from onrecord.model.report import Report
from onrecord.model.ties import UNDECIDED, Decided, Key, Set, Ties
from onrecord.review.adding import added, marked
from onrecord.review.fixing import fixed
from onrecord.review.matching import find, find_voice, holds
from onrecord.review.sheet import Made, Sheet
from onrecord.review.tying import Drawn, ties_of
from onrecord.review.who import Link
from onrecord.review.words import Found

__all__ = ["Applied", "Outcome", "Place", "apply"]

Place = tuple[Judged, str, int]
"""A thing on a sheet: its kind, its report, and its number there; of a report the number is 0."""


@dataclass(slots=True)
class Outcome:
    """What a decision was done to, with the part that each thing has in it; `near` where words did not agree."""

    places: list[tuple[Place, int]] = field(default_factory=list)
    near: bool = False


@dataclass(frozen=True, slots=True)
class Applied:
    """Reports and readings as people corrected them, what linking must heed, and what each decision was done to.

    The numbers of `outcomes` are those on the sheets; `numbers` has the ones in the readings.
    """

    reports: tuple[Report, ...]
    readings: tuple[Reading, ...]
    decided: Decided = UNDECIDED
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    made: Mapping[str, Made] = field(default_factory=dict)


def apply(held: Iterable[tuple[Report, Reading]], judgements: Iterable[Judgement]) -> Applied:
    """Do what was decided to reports and their readings."""
    held = list(held)
    decisions = sorted((j for j in judgements if j.anchors), key=lambda j: (j.at, j.id))
    if not decisions:
        return Applied(tuple(report for report, _ in held), tuple(reading for _, reading in held))
    return _Desk(held, decisions).done()


class _Desk:
    """The sheets of all reports that somebody decided about, and what has been done to them so far."""

    def __init__(self, held: Sequence[tuple[Report, Reading]], decisions: Sequence[Judgement]) -> None:
        self.held, self.decisions = held, decisions
        self.outcomes = {judgement.id: Outcome() for judgement in decisions}
        self.links: dict[str, list[Link]] = defaultdict(list)
        self.names: list[tuple[str, Place, str, str | None]] = []
        self.reasons: dict[str, list[str]] = defaultdict(list)
        self.dated: set[str] = set()
        named = {anchor.report for judgement in decisions for anchor in judgement.anchors}
        named |= {span.report for j in decisions for c in j.changes for who in c.who for span in who.words}
        everywhere = any(not anchor.report for judgement in decisions for anchor in judgement.anchors)
        self.sheets = {r.id: Sheet(r, reading) for r, reading in held if everywhere or r.id in named}
        self.taken = self._taken()

    def _taken(self) -> Mapping[tuple[str, Judged], Mapping[int, Sequence[Judgement]]]:
        """The things that rest on just the words that some decisions name, with these decisions."""
        taken: dict[tuple[str, Judged], dict[int, list[Judgement]]] = defaultdict(lambda: defaultdict(list))
        for judgement in self.decisions:
            for anchor in judgement.anchors:
                sheet = self.sheets.get(anchor.report)
                if sheet is not None and anchor.kind not in ("report", "actor"):
                    for number in holds(sheet, anchor):
                        taken[anchor.report, anchor.kind][number].append(judgement)
        return taken

    def _others(self, judgement: Judgement, anchor: Anchor) -> frozenset[int]:
        """The things that other decisions name by their own words, unless made knowing that this one is about them."""
        taken = self.taken.get((anchor.report, anchor.kind), {})
        return frozenset(n for n, naming in taken.items() if not any(judgement.id in one.seen for one in naming))

    def done(self) -> Applied:
        for judgement in self.decisions:
            self._do(judgement)
        made = {name: sheet.made() for name, sheet in self.sheets.items()}
        reports = tuple(self.sheets[r.id].report if r.id in self.sheets else r for r, _ in self.held)
        readings = tuple(made[r.id].reading if r.id in made else reading for r, reading in self.held)
        return Applied(reports, readings, self._decided(made), self.outcomes, made)

    def _do(self, judgement: Judgement) -> None:
        outcome, why = self.outcomes[judgement.id], reason(judgement)
        if judgement.decision == "add":
            self._add(judgement, outcome, why)
            return
        for anchor in judgement.anchors:
            for place, near in self._found(judgement, anchor):
                outcome.places.append((place, anchor.part))
                outcome.near = outcome.near or near
                self._change(judgement, place, why)

    def _found(self, judgement: Judgement, anchor: Anchor) -> list[tuple[Place, bool]]:
        if not anchor.report:
            matches = ((sheet, find_voice(sheet, (), anchor.name)) for sheet in self.sheets.values())
            return [(("actor", sheet.report.id, match.number), False) for sheet, match in matches if match]
        sheet = self.sheets.get(anchor.report)
        if sheet is None:
            return []
        if anchor.kind == "report":
            return [(("report", anchor.report, 0), False)]
        match = find(sheet, anchor, taken=self._others(judgement, anchor))
        return [] if match is None else [((anchor.kind, anchor.report, match.number), match.near)]

    def _add(self, judgement: Judgement, outcome: Outcome, why: str) -> None:
        for anchor in judgement.anchors:
            sheet = self.sheets.get(anchor.report)
            if sheet is not None:
                number = added(sheet, judgement, anchor, why, self.links[judgement.id])
                outcome.places.append(((anchor.kind, anchor.report, number), 0))

    def _change(self, judgement: Judgement, place: Place, why: str) -> None:
        """Do to one thing what was decided; merges and splits are drawn up in the end."""
        kind, name, number = place
        sheet = self.sheets[name]
        if _ties(judgement):
            return
        if kind == "report":
            self._correct_report(sheet, judgement, why)
        elif kind == "actor":
            self._correct_actor(sheet, judgement, place, why)
        elif judgement.decision == "reject":
            sheet.put(kind, number, None)
        elif isinstance(thing := sheet.things(kind)[number], Found):
            for change in judgement.changes:
                thing = fixed(sheet, thing, change, self.links[judgement.id])
            sheet.put(kind, number, marked(thing, why))

    def _correct_actor(self, sheet: Sheet, judgement: Judgement, place: Place, why: str) -> None:
        if judgement.decision == "reject":
            sheet.put("actor", place[2], None)
        changes = judgement.changes or (Change("accepted"),)
        self.names += [(why, place, change.field, change.value) for change in changes]

    def _correct_report(self, sheet: Sheet, judgement: Judgement, why: str) -> None:
        for change in judgement.changes:
            if change.field == "published":
                sheet.report = replace(sheet.report, published=_published(change.value))
                self.dated.add(sheet.report.id)
            elif change.field in ("outlet", "title", "byline"):
                sheet.report = replace(sheet.report, **{change.field: change.value})  # type: ignore[arg-type]
        self.reasons[sheet.report.id].append(why)

    def _decided(self, made: Mapping[str, Made]) -> Decided:
        drawn: dict[str, list[Drawn]] = defaultdict(list)
        for judgement in self.decisions:
            if judgement.kind is not None and _ties(judgement):
                drawn[judgement.kind].append(self._drawn(judgement, made))
            drawn["actor"] += [self._linked(link, reason(judgement), made) for link in self.links[judgement.id]]
        ties = {kind: ties_of(some) for kind, some in drawn.items()}
        names = ((_key(place, made), name, value, why) for why, place, name, value in self.names)
        return Decided(
            actors=ties.get("actor", Ties()),
            talks=ties.get("talk", Ties()),
            commitments=ties.get("commitment", Ties()),
            disputes=ties.get("dispute", Ties()),
            claims=ties.get("claim", Ties()),
            names=tuple(Set(key, name, value, why) for key, name, value, why in names if key is not None),
            reports={name: tuple(whys) for name, whys in self.reasons.items()},
            dated=frozenset(self.dated),
        )

    def _drawn(self, judgement: Judgement, made: Mapping[str, Made]) -> Drawn:
        """A merge or a split in the numbers of the readings; to reject a claim is to hold all its statements apart."""
        parts: dict[int, list[Key]] = defaultdict(list)
        for n, (place, part) in enumerate(self.outcomes[judgement.id].places):
            key = _key(place, made)
            if key is not None:
                parts[n if judgement.decision == "reject" else part].append(key)
        apart = judgement.decision in ("split", "reject") or (judgement.decision == "accept" and bool(judgement.others))
        return Drawn(apart, parts, reason(judgement))

    def _linked(self, link: Link, why: str, made: Mapping[str, Made]) -> Drawn:
        """A voice of one report, and the one whom the words of another report name."""
        keys = [_key(("actor", link.report, link.voice), made)]
        for name in sorted({span.report for span in link.words} & self.sheets.keys()):
            match = find_voice(self.sheets[name], link.words, link.name)
            if match is not None:
                keys.append(_key(("actor", name, match.number), made))
        return Drawn(False, {0: [key for key in keys if key is not None]}, why)


def _ties(judgement: Judgement) -> bool:
    """Is it about what is one and what is not?"""
    claim = judgement.kind == "claim" and judgement.decision in ("accept", "reject")
    two = judgement.decision == "accept" and bool(judgement.others)
    return judgement.decision in ("merge", "split") or claim or two


def _key(place: Place, made: Mapping[str, Made]) -> Key | None:
    """Where a thing of a sheet stands in the reading that was made of it; None where it is gone."""
    kind, name, number = place
    there = made[name].numbers[kind].get(number)
    return None if there is None else (name, there)


def _published(value: str | None) -> Published:
    """The day that somebody set; without one it is worked out as if none had been given."""
    if value is None:
        return Published()
    first, _, last = value.partition("/")
    return Published(date.fromisoformat(first), date.fromisoformat(last or first), "given")
